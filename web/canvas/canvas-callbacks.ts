import type { Camera, Point } from '#web/exploration/state.ts'

/** What happens on the canvas, told to whoever composes it. */
export interface CanvasCallbacks {
  onSelect: (ids: readonly string[]) => void
  onSelectEdge: (id: string) => void
  /** Enter on a node or a connection: its details should get the focus. */
  onOpen: (id: string) => void
  onExpand: (id: string) => void
  onCollapse: (id: string) => void
  /** The cases related to a case are asked for. */
  onRelated: (id: string) => void
  onPin: (ids: readonly string[]) => void
  onRemove: (ids: readonly string[]) => void
  onMove: (places: readonly (readonly [string, Point])[]) => void
  /** `first`: the picture was fitted for the first time, or again for a smaller window, which nobody did by hand. */
  onCamera: (camera: Camera, first: boolean) => void
  /** Asks for the menu at a point of the canvas, in pixels; null for the empty ground. */
  onMenu: (id: string | null, at: Point) => void
  /** The pointer is on a node (or an edge), at a point of the canvas in pixels; null when it left. */
  onHover: (hover: { kind: 'node' | 'edge'; id: string; at: Point } | null) => void
}

/** What others may ask of the canvas. */
export interface CanvasHandle {
  fit: () => void
  zoomBy: (factor: number) => void
  /** The whole picture; null when nothing is drawn or the browser refuses. */
  png: () => Promise<Blob | null>
  /** How many of the nodes lie outside of what is seen. */
  countOutside: (ids: readonly string[]) => number
  focus: () => void
}

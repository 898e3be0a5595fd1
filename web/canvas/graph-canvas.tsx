import type { Core } from 'cytoscape'
import { useId, useImperativeHandle, useMemo, useState, type Ref } from 'react'
import type { VisibleGraph } from '#web/exploration/selectors.ts'
import type { Camera, ExplorationEdge, HighlightedPath, Point } from '#web/exploration/state.ts'
import type { Theme } from '#web/ui/theme-store.ts'
import { cameraOf, fitCamera, lookAt, zoomRange } from './camera.ts'
import type { CanvasCallbacks, CanvasHandle } from './canvas-callbacks.ts'
import { readCanvasColours } from './canvas-colours.ts'
import { CytoscapeMount } from './cytoscape-mount.tsx'
import { describeEdge, describeLine, describeNode } from './describe-node.ts'
import styles from './graph-canvas.module.css'
import { toElements } from './to-elements.ts'
import { useCamera } from './use-camera.ts'
import { useCanvasEvents } from './use-canvas-events.ts'
import { useCanvasKeys } from './use-canvas-keys.ts'
import { useLabels } from './use-labels.ts'
import { useLatest } from './use-latest.ts'
import { useSelection } from './use-selection.ts'
import { useSyncElements } from './use-sync-elements.ts'

export interface GraphCanvasProps extends CanvasCallbacks {
  ref: Ref<CanvasHandle>
  graph: VisibleGraph
  edgesByNode: ReadonlyMap<string, readonly ExplorationEdge[]>
  positions: ReadonlyMap<string, Point>
  pinned: ReadonlySet<string>
  selection: ReadonlySet<string>
  selectedEdge: string | null
  path: HighlightedPath | null
  camera: Camera | null
  theme: Theme
}

/** Longest side of a picture in pixels: past the browser's canvas limit it would come out empty. */
const largestPicture = 6000

function makeHandle(cy: Core | null, frame: HTMLElement | null, places: () => Point[]): CanvasHandle {
  return {
    fit: () => {
      if (cy === null) return
      const camera = fitCamera(places(), cy.width(), cy.height())
      if (camera !== null) lookAt(cy, camera)
    },
    zoomBy: (factor) => {
      if (cy === null) return
      const camera = cameraOf(cy)
      lookAt(cy, { ...camera, zoom: Math.min(zoomRange.max, Math.max(zoomRange.min, camera.zoom * factor)) })
    },
    png: async () => {
      if (cy === null || cy.nodes().empty()) return null
      return cy.png({ output: 'blob-promise', full: true, bg: readCanvasColours().page, scale: Math.min(4, 2 * cy.zoom()), maxWidth: largestPicture, maxHeight: largestPicture })
    },
    countOutside: (ids) => {
      if (cy === null) return 0
      const camera = cameraOf(cy)
      const halfWidth = cy.width() / 2 / camera.zoom
      const halfHeight = cy.height() / 2 / camera.zoom
      return ids.filter((id) => {
        const node = cy.getElementById(id)
        if (node.empty()) return false
        const { x, y } = node.position()
        return Math.abs(x - camera.x) > halfWidth || Math.abs(y - camera.y) > halfHeight
      }).length
    },
    focus: () => frame?.focus({ preventScroll: true }),
  }
}

/** The graph, drawn by Cytoscape: shows what it is given and tells what happens on it; keeps no state of the exploration itself. */
export function GraphCanvas(props: GraphCanvasProps) {
  const { ref, graph, edgesByNode, positions, pinned, selection, selectedEdge, path, camera, theme } = props
  const [cy, setCy] = useState<Core | null>(null)
  const [frame, setFrame] = useState<HTMLElement | null>(null)
  const callbacks = useLatest<CanvasCallbacks>(props)
  const elements = useMemo(() => toElements({ graph, positions, pinned, path }), [graph, positions, pinned, path])
  // Where nodes stand or are on their way to.
  const latest = useLatest(elements)
  const handle = useMemo(() => makeHandle(cy, frame, () => [...latest.current.nodes.values()].map(({ at }) => at)), [cy, frame, latest])
  useImperativeHandle(ref, () => handle, [handle])
  const keys = useCanvasKeys({ cy, elements, selection, callbacks, handle })
  useSyncElements(cy, elements)
  useCamera(cy, camera, elements, callbacks)
  useSelection(cy, selection, selectedEdge, elements, callbacks)
  useLabels(cy, elements, theme)
  useCanvasEvents(cy, callbacks, keys.setFocus)
  const instructions = useId()
  const focused = keys.focus === null ? undefined : graph.nodes.get(keys.focus)
  const edge = keys.edge === null ? undefined : graph.edges.get(keys.edge.id)
  const line = keys.edge === null ? undefined : graph.related.get(keys.edge.id)
  const words =
    focused === undefined
      ? ''
      : line !== undefined && keys.edge !== null
        ? describeLine(line, focused, graph.nodes, keys.edge)
        : edge === undefined || keys.edge === null
        ? describeNode(focused, edgesByNode.get(focused.id) ?? [], graph.nodes, { selected: selection.has(focused.id), pinned: pinned.has(focused.id) })
        : describeEdge(edge, focused, graph.nodes, keys.edge)
  return (
    <div
      ref={setFrame}
      className={styles['frame']}
      role="application"
      aria-roledescription="graph"
      aria-label={`Graph of ${graph.nodes.size} ${graph.nodes.size === 1 ? 'node' : 'nodes'} and ${graph.edges.size} ${graph.edges.size === 1 ? 'connection' : 'connections'}${graph.related.size === 0 ? '' : `, and ${graph.related.size} dashed ${graph.related.size === 1 ? 'line' : 'lines'} to related cases`}`}
      aria-describedby={instructions}
      tabIndex={0}
      onKeyDown={keys.onKeyDown}
      // Cytoscape takes the focus from whatever has it on a press; keys should work after a click.
      onPointerUp={(event) => event.currentTarget.focus({ preventScroll: true })}
    >
      <CytoscapeMount onReady={setCy} />
      <p id={instructions} className={styles['words']}>
        Arrow keys walk from node to node along connections. Full stop and comma go over the connections of the node, Enter opens the evidence of one, G goes to its other end. Enter opens details, Space selects, E expands, C collapses, R on a case brings related cases, P pins, Delete removes, F fits, plus and minus zoom, Shift F10 opens the menu.
        The button Table shows the same nodes and connections as tables.
      </p>
      <p className={styles['words']} aria-live="polite">
        {words}
      </p>
    </div>
  )
}

import type { Core } from 'cytoscape'
import type { Camera, Point } from '#web/exploration/state.ts'

export const zoomRange = { min: 0.08, max: 4 } as const

/** Screen pixels that labels need at the edges, above them the tools too; the shapes' own room is counted in model pixels. */
const margin = { side: 95, top: 72, bottom: 48 } as const

/** The camera that shows all points with room for shapes and labels; never much closer than life size. */
export function fitCamera(points: readonly Point[], width: number, height: number): Camera | null {
  if (points.length === 0 || width <= 0 || height <= 0) return null
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  const left = Math.min(...xs)
  const right = Math.max(...xs)
  const top = Math.min(...ys)
  const bottom = Math.max(...ys)
  const zoom = Math.min(points.length > 4 ? 1.2 : 1, Math.max(80, width - 2 * margin.side) / (right - left + 60), Math.max(80, height - margin.top - margin.bottom) / (bottom - top + 60))
  const clamped = Math.max(zoomRange.min, Math.floor(zoom * 1000) / 1000)
  return { x: (left + right) / 2, y: (top + bottom) / 2 - (margin.top - margin.bottom) / 2 / clamped, zoom: clamped }
}

interface Size {
  width: number
  height: number
}

function seesAll({ x, y, zoom }: Camera, points: readonly Point[], { width, height }: Size): boolean {
  return points.every((point) => Math.abs(point.x - x) * zoom <= width / 2 && Math.abs(point.y - y) * zoom <= height / 2)
}

/** Where to look after the canvas changed its size: at the same middle; a picture that was seen whole and would now be cut is fitted again. */
export function cameraAfterResize(camera: Camera, points: readonly Point[], before: Size, after: Size): Camera {
  if (!seesAll(camera, points, before) || seesAll(camera, points, after)) return camera
  return fitCamera(points, after.width, after.height) ?? camera
}

/** Where Cytoscape's viewport looks now. */
export function cameraOf(cy: Core): Camera {
  const zoom = cy.zoom()
  const pan = cy.pan()
  return { x: (cy.width() / 2 - pan.x) / zoom, y: (cy.height() / 2 - pan.y) / zoom, zoom }
}

/** Turns Cytoscape's viewport there. */
export function lookAt(cy: Core, { x, y, zoom }: Camera): void {
  cy.viewport({ zoom, pan: { x: cy.width() / 2 - x * zoom, y: cy.height() / 2 - y * zoom } })
}

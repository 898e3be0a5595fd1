import type { Point } from '#web/exploration/state.ts'
import { adjacency, boxesOverlap, type LayoutInput, type LayoutNode, type Placed } from './layout-input.ts'

/** Buckets of boxes, so that a candidate place is only compared with what is near. */
class Ground {
  readonly #cells = new Map<string, { node: LayoutNode; at: Point }[]>()
  static readonly size = 240

  #cellsOf(node: LayoutNode, at: Point): string[] {
    const keys: string[] = []
    const right = Math.floor((at.x + node.box.half) / Ground.size)
    const bottom = Math.floor((at.y + node.box.below) / Ground.size)
    for (let column = Math.floor((at.x - node.box.half) / Ground.size); column <= right; column += 1) {
      for (let row = Math.floor((at.y - node.box.above) / Ground.size); row <= bottom; row += 1) keys.push(`${column},${row}`)
    }
    return keys
  }

  put(node: LayoutNode, at: Point): void {
    for (const key of this.#cellsOf(node, at)) this.#cells.set(key, [...(this.#cells.get(key) ?? []), { node, at }])
  }

  isFree(node: LayoutNode, at: Point): boolean {
    return this.#cellsOf(node, at).every((key) => (this.#cells.get(key) ?? []).every((other) => !boxesOverlap(node.box, at, other.node.box, other.at)))
  }
}

/** Places round a middle, nearest first: rings with more places the wider they are. `turn` starts each ring elsewhere. */
function* spiral(middle: Point, first: number, turn: number): Generator<Point> {
  yield middle
  for (let ring = 0; ring < 60; ring += 1) {
    const radius = first + ring * 34
    const count = Math.max(8, Math.round((2 * Math.PI * radius) / 46))
    for (let step = 0; step < count; step += 1) {
      // Alternately left and right of the wanted direction, so that the nearest free angle comes first.
      const angle = turn + (Math.ceil(step / 2) * (step % 2 === 0 ? 1 : -1) * 2 * Math.PI) / count
      // Wider than high, as labels are.
      yield { x: middle.x + radius * Math.cos(angle) * 1.25, y: middle.y + radius * Math.sin(angle) * 0.9 }
    }
  }
}

function mean(points: readonly Point[]): Point {
  const sum = points.reduce((total, point) => ({ x: total.x + point.x, y: total.y + point.y }), { x: 0, y: 0 })
  return { x: sum.x / points.length, y: sum.y / points.length }
}

/**
 * Finds places for the nodes that have none, each near the nodes it is joined to and free of overlap, labels included.
 * What stands already does not move. Deterministic.
 */
export function placeNew(input: LayoutInput): Placed {
  const near = adjacency(input)
  const byId = new Map(input.nodes.map((node) => [node.id, node]))
  const places = new Map<string, Point>()
  const ground = new Ground()
  for (const node of input.nodes) {
    if (node.at === null) continue
    places.set(node.id, node.at)
    ground.put(node, node.at)
  }
  const middle = places.size === 0 ? { x: 0, y: 0 } : mean([...places.values()])
  const fresh: [string, Point][] = []
  const waiting = new Set(input.nodes.filter((node) => node.at === null).map((node) => node.id))
  const placedNeighbors = (id: string): Point[] => [...(near.get(id) ?? [])].flatMap((other) => places.get(other) ?? [])
  const anchored = new Map([...waiting].map((id) => [id, placedNeighbors(id).length]))
  // Best-anchored first; among equals the one with most edges, so that hubs get the middle of their own group; then by id.
  const rank = (id: string): number => (anchored.get(id) ?? 0) * 10_000 + (near.get(id)?.size ?? 0)
  while (waiting.size > 0) {
    let next: string | null = null
    for (const id of waiting) if (next === null || rank(id) > rank(next) || (rank(id) === rank(next) && id < next)) next = id
    const node = next === null ? undefined : byId.get(next)
    if (node === undefined) break
    for (const other of near.get(node.id) ?? []) anchored.set(other, (anchored.get(other) ?? 0) + 1)
    const anchors = placedNeighbors(node.id)
    const anchor = anchors.length === 0 ? middle : mean(anchors)
    const outward = Math.atan2(anchor.y - middle.y, anchor.x - middle.x)
    const isAlone = anchors.length === 0
    let best: Point = { x: anchor.x, y: anchor.y }
    for (const candidate of spiral(anchor, isAlone ? 0 : anchors.length === 1 ? 120 : 80, isAlone || places.size < 2 ? -Math.PI / 2 : outward)) {
      const at = { x: Math.round(candidate.x), y: Math.round(candidate.y) }
      best = at
      if (ground.isFree(node, at)) break
    }
    waiting.delete(node.id)
    places.set(node.id, best)
    ground.put(node, best)
    fresh.push([node.id, best])
  }
  return fresh
}

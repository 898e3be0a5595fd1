import type { Point } from '#web/exploration/state.ts'

/** An edge with its ends. */
interface Ends {
  id: string
  from: string
  to: string
}

/** The end of an edge that is not this node; the node itself for an edge to itself. */
export function otherEnd(edge: Ends, node: string): string {
  return edge.from === node ? edge.to : edge.from
}

/** The edges at a node as the hands of a clock pass them, from twelve on; edges with the same bearing by id. */
export function edgesAround(node: string, edges: Iterable<Ends>, places: ReadonlyMap<string, Point>): readonly string[] {
  const from = places.get(node)
  if (from === undefined) return []
  const turns = [...edges].flatMap((edge) => {
    if (edge.from !== node && edge.to !== node) return []
    const to = places.get(otherEnd(edge, node))
    if (to === undefined) return []
    const turn = Math.atan2(to.x - from.x, from.y - to.y)
    return [{ id: edge.id, turn: turn < 0 ? turn + 2 * Math.PI : turn }]
  })
  return turns.toSorted((a, b) => a.turn - b.turn || (a.id < b.id ? -1 : 1)).map(({ id }) => id)
}

/** The edge after (1) or before (-1) this one, round and round; the first or last one if this is none of them, null if there are none. */
export function stepAround(around: readonly string[], edge: string | null, step: 1 | -1): string | null {
  const at = edge === null ? -1 : around.indexOf(edge)
  const next = at === -1 ? (step === 1 ? 0 : around.length - 1) : (at + step + around.length) % around.length
  return around[next] ?? null
}

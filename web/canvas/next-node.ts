import type { Point } from '#web/exploration/state.ts'

export type Direction = 'left' | 'right' | 'up' | 'down'

const unit: Record<Direction, Point> = { left: { x: -1, y: 0 }, right: { x: 1, y: 0 }, up: { x: 0, y: -1 }, down: { x: 0, y: 1 } }

/** Nearest of the candidates that lie in a direction, within 60° of it; straight ahead counts for nearer. */
function nearestTowards(from: Point, direction: Direction, candidates: ReadonlyMap<string, Point>): string | null {
  const { x: ux, y: uy } = unit[direction]
  let best: { id: string; cost: number } | null = null
  for (const [id, at] of candidates) {
    const dx = at.x - from.x
    const dy = at.y - from.y
    const distance = Math.hypot(dx, dy)
    const along = dx * ux + dy * uy
    if (distance === 0 || along < distance / 2) continue
    const cost = distance * (2 - along / distance)
    if (best === null || cost < best.cost || (cost === best.cost && id < best.id)) best = { id, cost }
  }
  return best?.id ?? null
}

/** Where an arrow key leads: along an edge if one goes that way, else to the nearest node there; null if there is none. */
export function nextNode(focus: string, direction: Direction, places: ReadonlyMap<string, Point>, neighbors: ReadonlySet<string>): string | null {
  const from = places.get(focus)
  if (from === undefined) return null
  const others = new Map([...places].filter(([id]) => id !== focus))
  const joined = new Map([...others].filter(([id]) => neighbors.has(id)))
  return nearestTowards(from, direction, joined) ?? nearestTowards(from, direction, others)
}

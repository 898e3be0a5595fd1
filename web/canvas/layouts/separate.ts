import type { Point } from '#web/exploration/state.ts'
import { boxesOverlap, type LayoutInput, type Placed } from './layout-input.ts'

/** Pushes overlapping boxes apart along the shorter way; fixed ones stay. Deterministic, ends after `rounds` at the latest. */
export function separate(input: LayoutInput, start: ReadonlyMap<string, Point>, rounds = 60): Placed {
  const nodes = input.nodes.flatMap((node) => {
    const at = start.get(node.id)
    return at === undefined ? [] : [{ node, at: { ...at } }]
  })
  for (let round = 0; round < rounds; round += 1) {
    let moved = false
    const byX = nodes.toSorted((a, b) => a.at.x - a.node.box.half - (b.at.x - b.node.box.half) || (a.node.id < b.node.id ? -1 : 1))
    for (const [index, a] of byX.entries()) {
      for (const b of byX.slice(index + 1)) {
        if (b.at.x - b.node.box.half > a.at.x + a.node.box.half + 40) break
        if (!boxesOverlap(a.node.box, a.at, b.node.box, b.at) || (a.node.fixed && b.node.fixed)) continue
        const acrossX = a.node.box.half + b.node.box.half - Math.abs(a.at.x - b.at.x)
        const aAbove = a.at.y <= b.at.y
        const acrossY = aAbove ? a.at.y + a.node.box.below - (b.at.y - b.node.box.above) : b.at.y + b.node.box.below - (a.at.y - a.node.box.above)
        const alongX = acrossX < acrossY
        const push = (alongX ? acrossX : acrossY) + 1
        const toA = a.node.fixed ? 0 : b.node.fixed ? 1 : 0.5
        const signX = a.at.x <= b.at.x ? -1 : 1
        const signY = aAbove ? -1 : 1
        if (alongX) {
          a.at.x += signX * push * toA
          b.at.x -= signX * push * (1 - toA)
        } else {
          a.at.y += signY * push * toA
          b.at.y -= signY * push * (1 - toA)
        }
        moved = true
      }
    }
    if (!moved) break
  }
  return nodes.map(({ node, at }) => [node.id, at])
}

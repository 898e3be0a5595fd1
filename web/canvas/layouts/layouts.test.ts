import { describe, expect, it } from 'vitest'
import { addNodes } from '#web/exploration/content-actions.ts'
import { emptyState, type Point } from '#web/exploration/state.ts'
import { wideGraph } from '#web/exploration/test-graph.ts'
import { byTime } from './by-time.ts'
import { circle } from './circle.ts'
import { force } from './force.ts'
import { boxesOverlap, layoutInput, type LayoutInput, type Placed } from './layout-input.ts'
import { placeNew } from './place-new.ts'

const graph = wideGraph()
const state = addNodes(emptyState, graph.brought(graph.ids), graph.ids)
const inputWith = (positions: ReadonlyMap<string, Point>, pinned: ReadonlySet<string> = new Set()): LayoutInput => layoutInput(state.nodes.values(), state.edges.values(), positions, pinned)

function overlaps(input: LayoutInput, places: ReadonlyMap<string, Point>): number {
  let count = 0
  for (const [index, a] of input.nodes.entries()) {
    for (const b of input.nodes.slice(index + 1)) {
      const at = places.get(a.id)
      const bt = places.get(b.id)
      if (at !== undefined && bt !== undefined && boxesOverlap(a.box, at, b.box, bt)) count += 1
    }
  }
  return count
}

describe('placing new nodes', () => {
  it('answers only for nodes without a place, near what they are joined to, overlapping nothing', () => {
    const old = new Map<string, Point>([['narrative:n0', { x: 0, y: 0 }], ['narrative:n1', { x: 900, y: 0 }], ['narrative:n2', { x: 0, y: 900 }]])
    const input = inputWith(old)
    const placed = new Map(placeNew(input))
    expect([...placed.keys()].some((id) => old.has(id))).toBe(false)
    expect(placed.size).toBe(state.nodes.size - old.size)
    expect(overlaps(input, new Map([...old, ...placed]))).toBe(0)
    const some = placed.get('case:euvsdisinfo/case-number-3')
    expect(Math.hypot(some?.x ?? Number.NaN, some?.y ?? Number.NaN)).toBeLessThan(700)
  })

  it('is the same whatever the order in which things came', () => {
    const turned = layoutInput([...state.nodes.values()].toReversed(), [...state.edges.values()].toReversed(), new Map(), new Set())
    expect(placeNew(turned)).toEqual(placeNew(inputWith(new Map())))
  })
})

describe('whole layouts', () => {
  const layouts: Record<string, (input: LayoutInput) => Placed> = { force, byTime, circle }
  for (const [name, run] of Object.entries(layouts)) {
    it(`${name} places every node at a finite point, twice the same`, () => {
      const input = inputWith(new Map())
      const places = new Map(run(input))
      expect(places.size).toBe(state.nodes.size)
      expect([...places.values()].every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true)
      expect(new Map(run(input))).toEqual(places)
    })
  }

  it('force keeps pinned nodes where they are and hardly overlaps', () => {
    const pin = new Map<string, Point>([['narrative:n0', { x: 333, y: -222 }]])
    const input = inputWith(pin, new Set(pin.keys()))
    const places = new Map(force(input))
    expect(places.get('narrative:n0')).toEqual({ x: 333, y: -222 })
    expect(overlaps(input, places)).toBeLessThan(3)
  })

  it('by time sets later cases further right', () => {
    const places = new Map(byTime(inputWith(new Map())))
    const cases = [...state.nodes.values()].filter((node) => node.date !== null).toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1))
    const xs = cases.map((node) => places.get(node.id)?.x ?? Number.NaN)
    expect(xs).toEqual(xs.toSorted((a, b) => a - b))
  })
})

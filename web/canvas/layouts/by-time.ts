import { domainKinds } from '#graph-schema/node-kinds/index.ts'
import type { Point } from '#web/exploration/state.ts'
import { adjacency, type LayoutInput, type LayoutNode, type Placed } from './layout-input.ts'

const dayWidth = 1.1
const laneGap = 40
const msPerDay = 86_400_000

function dayOf(date: string): number {
  return Date.parse(date) / msPerDay
}

/** Puts boxes into rows: each at its x, in the first row where it touches nobody. Returns the rows' height. */
function stack(items: readonly { node: LayoutNode; x: number }[], top: number, places: Map<string, Point>): number {
  const rowEnds: number[] = []
  // With air between rows: the picture is wide, so it is seen from afar.
  const rowHeight = 1.25 * Math.max(0, ...items.map(({ node }) => node.box.above + node.box.below))
  for (const { node, x } of items.toSorted((a, b) => a.x - b.x || (a.node.id < b.node.id ? -1 : 1))) {
    const left = x - node.box.half
    const free = rowEnds.findIndex((end) => end <= left)
    const row = free === -1 ? rowEnds.length : free
    rowEnds[row] = x + node.box.half
    places.set(node.id, { x, y: top + row * rowHeight + node.box.above })
  }
  return rowEnds.length * rowHeight
}

/**
 * Time from left to right, one lane a narrative with its cases, then a lane for each other kind, at the middle of what it is joined to.
 * Undated cases stand in a column of their own at the right end: no place on the line is made up for them.
 */
export function byTime(input: LayoutInput): Placed {
  const near = adjacency(input)
  const dated = input.nodes.flatMap((node) => (node.kind === 'Case' && node.date !== null ? [dayOf(node.date)] : []))
  const first = dated.length === 0 ? 0 : Math.min(...dated)
  const span = dated.length === 0 ? 0 : Math.max(...dated) - first
  const scale = span === 0 ? 1 : Math.max(dayWidth, Math.min(6, 900 / span))
  const end = span * scale
  const xOf = (node: LayoutNode): number => (node.date === null ? end + 220 : (dayOf(node.date) - first) * scale)
  const cases = input.nodes.filter((node) => node.kind === 'Case')
  const narratives = input.nodes.filter((node) => node.kind === 'Narrative')
  const earliest = (id: string): number => Math.min(Number.POSITIVE_INFINITY, ...cases.flatMap((node) => (near.get(id)?.has(node.id) === true ? [xOf(node)] : [])))
  const lanes: (LayoutNode | null)[] = [...narratives.toSorted((a, b) => earliest(a.id) - earliest(b.id) || (a.id < b.id ? -1 : 1)), null]
  const laneOf = (node: LayoutNode): string | null => lanes.find((lane) => lane !== null && near.get(lane.id)?.has(node.id) === true)?.id ?? null
  const places = new Map<string, Point>()
  let top = 0
  for (const lane of lanes) {
    const own = cases.filter((node) => laneOf(node) === (lane?.id ?? null))
    const height = stack(own.map((node) => ({ node, x: xOf(node) })), top, places)
    if (lane !== null) places.set(lane.id, { x: -220, y: top + Math.max(height, lane.box.above + lane.box.below) / 2 })
    if (height > 0 || lane !== null) top += Math.max(height, lane === null ? 0 : lane.box.above + lane.box.below) + laneGap
  }
  for (const { kind } of domainKinds) {
    if (kind === 'Case' || kind === 'Narrative') continue
    const nodes = input.nodes.filter((node) => node.kind === kind)
    if (nodes.length === 0) continue
    const items = nodes.map((node) => {
      const xs = [...(near.get(node.id) ?? [])].flatMap((id) => places.get(id)?.x ?? [])
      return { node, x: xs.length === 0 ? end / 2 : Math.round(xs.reduce((sum, x) => sum + x, 0) / xs.length) }
    })
    top += stack(items, top, places) + laneGap / 2
  }
  return [...places]
}

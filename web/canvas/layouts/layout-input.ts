import type { NodeKind } from '#graph-schema/node-kinds/index.ts'
import type { ExplorationNode, LayoutName, Point } from '#web/exploration/state.ts'
import { nodeBox, type NodeBox } from '../node-box.ts'
import { labelLines } from '../node-label.ts'

/** A node as layouts see it. */
export interface LayoutNode {
  id: string
  kind: NodeKind
  date: string | null
  box: NodeBox
  /** Where it stands; null for a node without a place. */
  at: Point | null
  /** Must not move. */
  fixed: boolean
}

/** What a layout needs; plain data, so that it can go to the worker. */
export interface LayoutInput {
  nodes: readonly LayoutNode[]
  edges: readonly { from: string; to: string }[]
}

export type Placed = readonly (readonly [string, Point])[]

/** What the worker is asked: a whole layout, or places for the nodes that have none. */
export interface LayoutRequest {
  job: number
  task: LayoutName | 'place'
  input: LayoutInput
}

export interface LayoutAnswer {
  job: number
  placed: Placed
}

/** Layout input from nodes and edges. Sorted by id, so that the order in which things came changes nothing. */
export function layoutInput(
  nodes: Iterable<ExplorationNode>,
  edges: Iterable<{ from: string; to: string }>,
  positions: ReadonlyMap<string, Point>,
  pinned: ReadonlySet<string>,
): LayoutInput {
  return {
    nodes: [...nodes]
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map((node) => {
        const lines = labelLines(node)
        const at = positions.get(node.id) ?? null
        return { id: node.id, kind: node.kind, date: node.date, box: nodeBox(node.kind, Math.max(...lines.map((line) => line.length)), lines.length), at, fixed: at !== null && pinned.has(node.id) }
      }),
    edges: [...edges].map(({ from, to }) => ({ from, to })).toSorted((a, b) => (`${a.from}|${a.to}` < `${b.from}|${b.to}` ? -1 : 1)),
  }
}

/** Node id → ids at the other end of its edges. */
export function adjacency(input: LayoutInput): Map<string, Set<string>> {
  const near = new Map<string, Set<string>>(input.nodes.map(({ id }) => [id, new Set<string>()]))
  for (const { from, to } of input.edges) {
    near.get(from)?.add(to)
    near.get(to)?.add(from)
  }
  return near
}

/** Two boxes at two places overlap. */
export function boxesOverlap(a: NodeBox, at: Point, b: NodeBox, bt: Point): boolean {
  return Math.abs(at.x - bt.x) < a.half + b.half && at.y - a.above < bt.y + b.below && bt.y - b.above < at.y + a.below
}

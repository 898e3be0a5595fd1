import type { Basis, Tier } from '#graph-schema/evidence.ts'
import { domainKinds, type NodeKind } from '#graph-schema/node-kinds/index.ts'
import type { ExplorationEdge, ExplorationNode, ExplorationState, RelatedLine } from './state.ts'

/** Answers from memory as long as the state is the same object; so a selector may build arrays and still be stable. */
function remembered<Value>(compute: (state: ExplorationState) => Value): (state: ExplorationState) => Value {
  const known = new WeakMap<ExplorationState, Value>()
  return (state) => {
    const found = known.get(state)
    if (found !== undefined) return found
    const value = compute(state)
    known.set(state, value)
    return value
  }
}

/** Why a node is not drawn; null if it is. A case without a date is left out as soon as a time window is set. */
export function hiddenBy(state: ExplorationState, node: ExplorationNode): 'kind' | 'single' | 'time' | null {
  if (state.hiddenKinds.has(node.kind)) return 'kind'
  if (state.hiddenNodes.has(node.id)) return 'single'
  if (state.timeWindow !== null && node.kind === 'Case') {
    if (node.date === null || node.date < state.timeWindow.from || node.date > state.timeWindow.to) return 'time'
  }
  return null
}

/** What is drawn. */
export interface VisibleGraph {
  nodes: ReadonlyMap<string, ExplorationNode>
  edges: ReadonlyMap<string, ExplorationEdge>
  /** Dashed lines; they are no edges and are counted apart. */
  related: ReadonlyMap<string, RelatedLine>
}

/** The nodes that no filter hides, and the edges among them that no filter hides. */
export const visibleGraph = remembered((state): VisibleGraph => {
  const nodes = new Map<string, ExplorationNode>()
  for (const node of state.nodes.values()) if (hiddenBy(state, node) === null) nodes.set(node.id, node)
  const edges = new Map<string, ExplorationEdge>()
  for (const edge of state.edges.values()) {
    // A link with a tier is filtered by it alone, as the legend lists it there alone.
    const filtered = edge.tier === null ? state.hiddenBases.has(edge.basis) : state.hiddenTiers.has(edge.tier)
    if (!filtered && nodes.has(edge.from) && nodes.has(edge.to)) edges.set(edge.id, edge)
  }
  const related = new Map([...state.related].filter(([, line]) => !state.hidesRelated && nodes.has(line.from) && nodes.has(line.to)))
  return { nodes, edges, related }
})

/** How many of a kind are drawn and how many are on the canvas, hidden ones included. */
export interface KindCount {
  kind: NodeKind
  shown: number
  loaded: number
  /** Of the loaded ones, cases known by title only. */
  byTitle: number
}

/** A count for every kind that people explore, in the legend's order. */
export const kindCounts = remembered((state): readonly KindCount[] => {
  const { nodes } = visibleGraph(state)
  return domainKinds.map(({ kind }) => {
    const loaded = [...state.nodes.values()].filter((node) => node.kind === kind)
    return {
      kind,
      shown: loaded.filter((node) => nodes.has(node.id)).length,
      loaded: loaded.length,
      byTitle: loaded.filter((node) => node.status === 'known-by-title').length,
    }
  })
})

/** What is not drawn and through how many filters. `nodes` + drawn nodes = all nodes; likewise the edges. */
export interface HiddenSummary {
  shownNodes: number
  nodes: number
  edges: number
  filters: number
}

/** Counts of what the filters hide; an edge or dashed line is counted also when only one of its ends is hidden. */
export const hiddenSummary = remembered((state): HiddenSummary => {
  const visible = visibleGraph(state)
  const filters =
    state.hiddenKinds.size + state.hiddenTiers.size + state.hiddenBases.size + (state.hiddenNodes.size > 0 ? 1 : 0) + (state.timeWindow === null ? 0 : 1) + (state.hidesRelated ? 1 : 0)
  return {
    shownNodes: visible.nodes.size,
    nodes: state.nodes.size - visible.nodes.size,
    edges: state.edges.size - visible.edges.size + state.related.size - visible.related.size,
    filters,
  }
})

/** Node → the edges drawn at it. */
export const edgesByNode = remembered((state): ReadonlyMap<string, readonly ExplorationEdge[]> => {
  const byNode = new Map<string, ExplorationEdge[]>()
  for (const edge of visibleGraph(state).edges.values()) {
    for (const end of new Set([edge.from, edge.to])) byNode.set(end, [...(byNode.get(end) ?? []), edge])
  }
  return byNode
})

/** The drawn neighbours of a node, without doubles. */
export function visibleNeighbors(state: ExplorationState, id: string): ExplorationNode[] {
  const { nodes } = visibleGraph(state)
  const ids = new Set((edgesByNode(state).get(id) ?? []).map((edge) => (edge.from === id ? edge.to : edge.from)))
  return [...ids].flatMap((other) => nodes.get(other) ?? [])
}

/** Cases on the canvas by month (`YYYY-MM`): all, and those that are drawn. Undated ones are not in it. */
export const casesByMonth = remembered((state): ReadonlyMap<string, { loaded: number; shown: number }> => {
  const { nodes } = visibleGraph(state)
  const months = new Map<string, { loaded: number; shown: number }>()
  for (const node of state.nodes.values()) {
    if (node.kind !== 'Case' || node.date === null) continue
    const month = node.date.slice(0, 7)
    const count = months.get(month) ?? { loaded: 0, shown: 0 }
    months.set(month, { loaded: count.loaded + 1, shown: count.shown + (nodes.has(node.id) ? 1 : 0) })
  }
  return months
})

/** Nodes that have no place on the canvas yet, hidden ones included. */
export const unplacedIds = remembered((state): readonly string[] => [...state.nodes.keys()].filter((id) => !state.positions.has(id)))

/** Edges on the canvas, hidden ones included, by tier and by what they rest on. An edge with a tier counts under its tier alone. */
export const lineCounts = remembered((state): { tiers: ReadonlyMap<Tier, number>; bases: ReadonlyMap<Basis, number> } => {
  const tiers = new Map<Tier, number>()
  const bases = new Map<Basis, number>()
  for (const { tier, basis } of state.edges.values()) {
    if (tier === null) bases.set(basis, (bases.get(basis) ?? 0) + 1)
    else tiers.set(tier, (tiers.get(tier) ?? 0) + 1)
  }
  return { tiers, bases }
})

/** Cases on the canvas with and without a date. */
export const datedCases = remembered((state): { dated: number; undated: number } => {
  const cases = [...state.nodes.values()].filter((node) => node.kind === 'Case')
  const dated = cases.filter((node) => node.date !== null).length
  return { dated, undated: cases.length - dated }
})

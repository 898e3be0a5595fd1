import type { NodeColumns, Subgraph } from '#graph-schema/graph.ts'
import { edgeId, type ExplorationEdge, type ExplorationNode } from './state.ts'

/** Entry `index` of node columns as one node; null past the end. */
export function nodeAt(columns: NodeColumns, index: number): ExplorationNode | null {
  const id = columns.id[index]
  const kind = columns.kind[index]
  if (id === undefined || kind === undefined) return null
  return {
    id,
    kind,
    name: columns.name[index] ?? id,
    date: columns.date[index] ?? null,
    status: columns.status[index] ?? null,
    disproofState: columns.disproofState[index] ?? null,
    degree: columns.degree[index] ?? 0,
  }
}

/** The nodes of an answer, in its order. */
export function nodesOf(columns: NodeColumns): ExplorationNode[] {
  return columns.id.flatMap((_, index) => nodeAt(columns, index) ?? [])
}

/** Entry `index` of an answer's edges; null if it or one of its ends is not there. */
export function edgeAt({ nodes, edges }: Subgraph, index: number): ExplorationEdge | null {
  const from = nodes.id[edges.from[index] ?? -1]
  const to = nodes.id[edges.to[index] ?? -1]
  const type = edges.type[index]
  const basis = edges.basis[index]
  if (from === undefined || to === undefined || type === undefined || basis === undefined) return null
  return { id: edgeId(from, type, to), from, to, type, basis, tier: edges.tier[index] ?? null, why: edges.why[index] ?? '' }
}

/** The edges of an answer, in its order. */
export function edgesOf(subgraph: Subgraph): ExplorationEdge[] {
  return subgraph.edges.from.flatMap((_, index) => edgeAt(subgraph, index) ?? [])
}

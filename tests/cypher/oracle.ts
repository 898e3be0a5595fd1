import type { Tier } from '#graph-schema/evidence.ts'
import type { SyntheticEdge, SyntheticGraph, SyntheticNode } from './synthetic-graph.ts'
import { completeBatch } from './synthetic-graph.ts'

/** The same questions answered over plain lists, as slowly and plainly as can be. */
export interface Oracle {
  node(id: string): SyntheticNode
  /** Edges of a node, either way, rejected ones included. */
  edgesOf(id: string): SyntheticEdge[]
  degree(id: string): number
  /** Counted cases, newest first, undated last. */
  countedCases: SyntheticNode[]
  isComplete(caseId: string): boolean
  /** Ids that a case's edges lead to, without suggested and rejected links, with head and family of each. */
  featuresOf(caseId: string): Set<string>
  tierOf(caseId: string, narrative: string): Tier | null
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

export const dateOf = (node: SyntheticNode): string | null => text(node.properties['publishedOn'])
export const statusOf = (node: SyntheticNode): string | null => text(node.properties['status'])
export const searchTextOf = (node: SyntheticNode): string => text(node.properties['searchText']) ?? ''

/** Newest first, undated last, then id. */
export function byDate(a: SyntheticNode, b: SyntheticNode): number {
  const [left, right] = [dateOf(a), dateOf(b)]
  if (left !== right) return left === null ? 1 : right === null ? -1 : left < right ? 1 : -1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

export function oracleOf(graph: SyntheticGraph): Oracle {
  const byId = new Map(graph.nodes.map((node) => [node.id, node]))
  const edges = new Map<string, SyntheticEdge[]>()
  for (const edge of graph.edges) {
    for (const end of [edge.from, edge.to]) edges.set(end, [...(edges.get(end) ?? []), edge])
  }
  const node = (id: string) => {
    const found = byId.get(id)
    if (found === undefined) throw new Error(`no synthetic node ${id}`)
    return found
  }
  const edgesOf = (id: string) => edges.get(id) ?? []
  const above = (id: string) => edgesOf(id).filter((edge) => edge.from === id && (edge.type === 'SUBNARRATIVE_OF' || edge.type === 'BELONGS_TO')).map((edge) => edge.to)
  return {
    node,
    edgesOf,
    degree: (id) => edgesOf(id).length,
    countedCases: graph.nodes.filter((one) => one.kind === 'Case' && ['active', 'corrected'].includes(statusOf(one) ?? '')).sort(byDate),
    isComplete: (id) => graph.importedBy.get(id)?.includes(completeBatch) ?? false,
    featuresOf(id) {
      const direct = edgesOf(id).filter((edge) => edge.from === id && edge.tier !== 'suggested' && edge.tier !== 'rejected' && node(edge.to).kind !== 'Case' && edge.type !== 'CITES')
      return new Set(direct.flatMap((edge) => [edge.to, ...above(edge.to)]))
    },
    tierOf: (id, narrative) => edgesOf(id).find((edge) => edge.from === id && edge.to === narrative)?.tier ?? null,
  }
}

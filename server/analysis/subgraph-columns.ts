import type { EdgeColumns, NodeColumns, Subgraph } from '#graph-schema/graph.ts'
import { readReasons } from '../neo4j/edge-reasons.ts'
import type { EdgesAmongRow } from '../neo4j/queries/edges-among.ts'

/** A subgraph with nothing in it. */
export function emptySubgraph(): Subgraph {
  return {
    nodes: { id: [], kind: [], name: [], date: [], status: [], disproofState: [], degree: [] },
    edges: { from: [], to: [], type: [], tier: [], basis: [], why: [] },
  }
}

/** Appends columns to columns; a loop, for a spread of thousands of entries would overflow the stack. */
export function appendNodes(target: NodeColumns, more: NodeColumns): void {
  for (const value of more.id) target.id.push(value)
  for (const value of more.kind) target.kind.push(value)
  for (const value of more.name) target.name.push(value)
  for (const value of more.date) target.date.push(value)
  for (const value of more.status) target.status.push(value)
  for (const value of more.disproofState) target.disproofState.push(value)
  for (const value of more.degree) target.degree.push(value)
}

/** Appends edges of one sort; their ends are places in another list, and `place` says where these stand in ours. Edges with an end that is not there are dropped. */
export function appendEdges(target: EdgeColumns, { type, tier, basis, ...columns }: EdgesAmongRow, nameOf: (place: number) => string, place: (position: number) => number | undefined): void {
  for (const [index, evidence] of columns.evidence.entries()) {
    const from = place(columns.from[index] ?? -1)
    const to = place(columns.to[index] ?? -1)
    if (from === undefined || to === undefined) continue
    target.from.push(from)
    target.to.push(to)
    target.type.push(type)
    target.tier.push(tier)
    const reasons = readReasons(type, { basis, evidence: evidence.length === 0 ? null : evidence }, nameOf(to))
    target.basis.push(reasons.basis)
    target.why.push(reasons.why)
  }
}

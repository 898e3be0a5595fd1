import type { ForecastGroup } from '#graph-schema/api/nodes.ts'
import type { NodeKind } from '#graph-schema/node-kinds/index.ts'
import { domainEdges, type EdgeType } from '#graph-schema/relationships.ts'

/** What an expansion would bring at most, by edge type and direction. The schema says which kind stands at the other end. */
export function forecastOf(outgoing: readonly number[], incoming: readonly number[]): ForecastGroup[] {
  return domainEdges
    .flatMap(({ type, from, to }, index): ForecastGroup[] => [
      { type, direction: 'out', kind: to, count: outgoing[index] ?? 0 },
      { type, direction: 'in', kind: from, count: incoming[index] ?? 0 },
    ])
    .filter((group) => group.count > 0)
}

/** The edge types to follow in each direction so that only these kinds and types are met; undefined means any. */
export function wantedTypes(kinds: readonly NodeKind[] | undefined, types: readonly EdgeType[] | undefined): { out: EdgeType[]; into: EdgeType[] } {
  const fits = (type: EdgeType, kind: NodeKind) => (types?.includes(type) ?? true) && (kinds?.includes(kind) ?? true)
  return {
    out: domainEdges.filter((edge) => fits(edge.type, edge.to)).map((edge) => edge.type),
    into: domainEdges.filter((edge) => fits(edge.type, edge.from)).map((edge) => edge.type),
  }
}

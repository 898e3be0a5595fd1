import type { ForecastGroup } from '#graph-schema/api/nodes.ts'
import type { NodeColumns } from '#graph-schema/graph.ts'
import { domainKinds, type NodeKind } from '#graph-schema/node-kinds/index.ts'
import { nodesOf } from '#web/exploration/columns.ts'
import type { ExplorationState } from '#web/exploration/state.ts'

/** What an expansion would bring of one kind: new on the canvas, and here already. */
export interface KindForecast {
  kind: NodeKind
  fresh: number
  here: number
}

function grouped(counts: ReadonlyMap<NodeKind, { fresh: number; here: number }>): KindForecast[] {
  return domainKinds.flatMap(({ kind }) => {
    const count = counts.get(kind)
    return count === undefined || count.fresh + count.here === 0 ? [] : [{ kind, ...count }]
  })
}

/** The exact forecast, from all neighbours of the node (the node itself is entry 0). */
export function exactForecast(neighbors: NodeColumns, state: ExplorationState): KindForecast[] {
  const counts = new Map<NodeKind, { fresh: number; here: number }>()
  for (const node of nodesOf(neighbors).slice(1)) {
    const count = counts.get(node.kind) ?? { fresh: 0, here: 0 }
    counts.set(node.kind, state.nodes.has(node.id) ? { ...count, here: count.here + 1 } : { ...count, fresh: count.fresh + 1 })
  }
  return grouped(counts)
}

/** The forecast where there are too many neighbours to look at each: the graph's counts less those that are joined to it here. */
export function countedForecast(groups: readonly ForecastGroup[], id: string, state: ExplorationState): KindForecast[] {
  const here = new Map<NodeKind, Set<string>>()
  for (const edge of state.edges.values()) {
    const other = edge.from === id ? edge.to : edge.to === id ? edge.from : null
    const node = other === null ? undefined : state.nodes.get(other)
    if (node !== undefined) here.set(node.kind, new Set(here.get(node.kind)).add(node.id))
  }
  const counts = new Map<NodeKind, { fresh: number; here: number }>()
  for (const { kind, count } of groups) counts.set(kind, { here: here.get(kind)?.size ?? 0, fresh: (counts.get(kind)?.fresh ?? 0) + count })
  return grouped(new Map([...counts].map(([kind, count]) => [kind, { here: count.here, fresh: Math.max(0, count.fresh - count.here) }])))
}

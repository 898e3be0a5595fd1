import type { NodeKind } from '#graph-schema/node-kinds/index.ts'
import type { Subgraph } from '#graph-schema/graph.ts'
import type { EdgeType } from '#graph-schema/relationships.ts'
import { edgesOf, nodesOf } from './columns.ts'
import type { Brought } from './content-actions.ts'

/** A made-up graph for tests, as the API would answer it. */
export interface TestGraph {
  ids: readonly string[]
  /** All of the given ids with all edges among them. */
  subgraph: (ids: readonly string[]) => Subgraph
  /** The same as nodes and edges. */
  brought: (ids: readonly string[]) => Brought
  neighbors: (id: string) => string[]
}

/** Builds a graph from links written as `from type to`; kinds are read from the ids' prefixes. */
export function testGraph(links: readonly (readonly [string, EdgeType, string])[]): TestGraph {
  const ids = [...new Set(links.flatMap(([from, , to]) => [from, to]))]
  const kindOf = (id: string): NodeKind => (id.startsWith('narrative:') ? 'Narrative' : id.startsWith('country:') ? 'Country' : 'Case')
  const subgraph = (wanted: readonly string[]): Subgraph => {
    const here = ids.filter((id) => wanted.includes(id))
    const among = links.filter(([from, , to]) => here.includes(from) && here.includes(to))
    return {
      nodes: {
        id: here,
        kind: here.map(kindOf),
        name: here.map((id) => id.slice(id.indexOf(':') + 1)),
        date: here.map((id) => (kindOf(id) === 'Case' ? `202${ids.indexOf(id) % 4}-01-${String(1 + (ids.indexOf(id) % 27)).padStart(2, '0')}` : null)),
        status: here.map((id) => (kindOf(id) === 'Case' ? 'active' : null)),
        disproofState: here.map((id) => (kindOf(id) === 'Case' ? 'full' : null)),
        degree: here.map((id) => links.filter(([from, , to]) => from === id || to === id).length),
      },
      edges: {
        from: among.map(([from]) => here.indexOf(from)),
        to: among.map(([, , to]) => here.indexOf(to)),
        type: among.map(([, type]) => type),
        tier: among.map(([, type]) => (type === 'CARRIES' ? 'pattern' : null)),
        basis: among.map(([, type]) => (type === 'CARRIES' ? 'rule' : 'stated')),
        why: among.map(([from, type, to]) => `${from} ${type} ${to}`),
      },
    }
  }
  return {
    ids,
    subgraph,
    brought: (wanted) => ({ nodes: nodesOf(subgraph(wanted).nodes), edges: edgesOf(subgraph(wanted)) }),
    neighbors: (id) => [...new Set(links.flatMap(([from, , to]) => (from === id ? [to] : to === id ? [from] : [])))],
  }
}

/** Three narratives, forty cases and six countries, each case in one or two of either. */
export function wideGraph(): TestGraph {
  const links: [string, EdgeType, string][] = []
  for (let index = 0; index < 40; index += 1) {
    const id = `case:euvsdisinfo/case-number-${index}`
    links.push([id, 'CARRIES', `narrative:n${index % 3}`], [id, 'DISCUSSES', `country:C${index % 6}`], [id, 'DISCUSSES', `country:C${(index * 5) % 6}`])
    if (index > 3 && index % 7 === 0) links.push([id, 'REFERS_TO', `case:euvsdisinfo/case-number-${index - 3}`])
  }
  return testGraph([...new Map(links.map((link) => [link.join(' '), link])).values()])
}

import type { z } from 'zod'
import type { pathsEndpoint } from '#graph-schema/api/nodes.ts'
import type { EdgeColumns, NodeColumns } from '#graph-schema/graph.ts'
import { readReasons } from '../neo4j/edge-reasons.ts'
import type { Route } from './find-routes.ts'
import { pathSentence, type Stop } from './reasons.ts'

type PathsAnswer = z.input<typeof pathsEndpoint.response>

/** Routes as positions in one subgraph, in which every node and edge stands once, each route with a sentence that reads it out. */
export function pathsAnswer(nodes: NodeColumns, routes: readonly Route[]): PathsAnswer {
  const place = new Map(nodes.id.map((id, index) => [id, index]))
  const edges: EdgeColumns = { from: [], to: [], type: [], tier: [], basis: [], why: [] }
  const known = new Map<string, number>()

  const placeOfEdge = (edge: Route['edges'][number]): number => {
    const key = `${edge.from} ${edge.type} ${edge.to}`
    const before = known.get(key)
    if (before !== undefined) return before
    edges.from.push(place.get(edge.from) ?? -1)
    edges.to.push(place.get(edge.to) ?? -1)
    edges.type.push(edge.type)
    edges.tier.push(edge.tier)
    const { basis, why } = readReasons(edge.type, edge, nodes.name[place.get(edge.to) ?? -1] ?? '')
    edges.basis.push(basis)
    edges.why.push(why)
    known.set(key, known.size)
    return known.size - 1
  }

  const paths = routes.map((route) => {
    const stops = route.nodes.flatMap((id, index): Stop[] => {
      const at = place.get(id) ?? -1
      const kind = nodes.kind[at]
      if (kind === undefined) return []
      const edge = route.edges[index]
      const stop = { kind, name: nodes.name[at] ?? id }
      return [edge === undefined ? stop : { ...stop, next: { type: edge.type, alongEdge: edge.from === id } }]
    })
    return {
      nodes: route.nodes.map((id) => place.get(id) ?? -1),
      edges: route.edges.map(placeOfEdge),
      throughHub: route.throughHub,
      sentence: pathSentence(stops),
    }
  })
  return { subgraph: { nodes, edges }, paths }
}

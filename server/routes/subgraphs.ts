import type { Router } from 'express'
import { pathsEndpoint, subgraphEndpoint } from '#graph-schema/api/nodes.ts'
import { findRoutes } from '../analysis/find-routes.ts'
import { pathsAnswer } from '../analysis/paths-answer.ts'
import { appendEdges, appendNodes, emptySubgraph } from '../analysis/subgraph-columns.ts'
import type { QueryRunner } from '../neo4j/driver.ts'
import { edgesAmong } from '../neo4j/queries/edges-among.ts'
import { nodesById } from '../neo4j/queries/nodes-by-id.ts'
import { byIdOrAlias } from './by-id-or-alias.ts'
import { serve } from './handle.ts'
import { resolveIds } from './resolve-ids.ts'

const oneNode = (graph: QueryRunner, asked: string) =>
  byIdOrAlias(graph, asked, async (id) => (await graph.run(nodesById, { ids: [id] }))[0]?.id[0])

/** Several nodes at once: a set of ids with what joins them, and the ways between two. */
export function addSubgraphRoutes(router: Router, graph: QueryRunner): void {
  serve(router, subgraphEndpoint, async ({ body }) => {
    const { ids, nodeRows, missing, resolved } = await resolveIds(graph, body.ids)
    const subgraph = emptySubgraph()
    const placeOf = new Map<number, number>()
    for (const row of nodeRows) {
      for (const position of row.position) placeOf.set(position, placeOf.size)
      appendNodes(subgraph.nodes, row)
    }
    const positions = Object.fromEntries(ids.map((id, position) => [id, position]))
    for (const row of await graph.run(edgesAmong, { ids, positions })) appendEdges(subgraph.edges, row, (place) => subgraph.nodes.name[place] ?? '', (position) => placeOf.get(position))
    return { subgraph, missing, resolved }
  })

  serve(router, pathsEndpoint, async ({ query }) => {
    const [from, to] = await Promise.all([oneNode(graph, query.from), oneNode(graph, query.to)])
    // A node is no way from itself to itself.
    const routes = from === to ? [] : await findRoutes(graph, { from, to, limit: query.limit, maxLength: query.maxLength })
    const ids = [...new Set([from, to, ...routes.flatMap((route) => route.nodes)])]
    const subgraph = emptySubgraph()
    for (const row of await graph.run(nodesById, { ids })) appendNodes(subgraph.nodes, row)
    return pathsAnswer(subgraph.nodes, routes)
  })
}

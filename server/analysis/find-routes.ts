import type { z } from 'zod'
import { QueryTimeoutError } from '../errors.ts'
import type { QueryRunner } from '../neo4j/driver.ts'
import { hubs } from '../neo4j/queries/hubs.ts'
import { shortestRoutes } from '../neo4j/queries/shortest-routes.ts'

export type Route = z.output<typeof shortestRoutes.row> & { throughHub: boolean }

export interface RouteRequest {
  from: string
  to: string
  limit: number
  maxLength: number
}

/** No new search is begun after this; with the limit of a single search, an answer takes two seconds at most. */
const budgetMs = 1_000

/**
 * Up to `limit` routes between two nodes. First those that pass through no hub, the shortest first; then, as long as some are missing, those
 * that avoid every node passed before, so that each further search finds ways that are truly others; then the same with hubs allowed.
 * Whatever was found when time runs out is the answer; a search that finds nothing in its time fails with QueryTimeoutError.
 */
export async function findRoutes(graph: QueryRunner, { from, to, limit, maxLength }: RouteRequest): Promise<Route[]> {
  const begun = Date.now()
  const hubIds = (await graph.run(hubs, {})).map(({ id }) => id).filter((id) => id !== from && id !== to)
  const isHub = new Set(hubIds)
  const routes: Route[] = []
  const passed = new Set<string>()
  let skipDirect = false
  for (const barred of [hubIds, []]) {
    let found = true
    while (found && routes.length < limit && (routes.length === 0 || Date.now() - begun < budgetMs)) {
      let rows: z.output<typeof shortestRoutes.row>[] = []
      try {
        rows = await graph.run(shortestRoutes, { from, to, maxLength, limit: limit - routes.length, skipDirect, avoid: [...new Set([...barred, ...passed])] })
      } catch (error) {
        if (!(error instanceof QueryTimeoutError) || (routes.length === 0 && barred.length === 0)) throw error
      }
      for (const row of rows) {
        const between = row.nodes.slice(1, -1)
        for (const id of between) passed.add(id)
        routes.push({ ...row, throughHub: between.some((id) => isHub.has(id)) })
      }
      // No node stands between the ends of a direct edge, so it has to be barred by itself.
      skipDirect ||= rows.some((row) => row.nodes.length === 2)
      found = rows.length > 0
    }
  }
  return routes
}

import { z } from 'zod'
import { tierSchema } from '#graph-schema/evidence.ts'
import { edgeTypeSchema } from '#graph-schema/relationships.ts'
import { defineQuery } from '../define-query.ts'
import { storedReasonsRow } from '../edge-reasons.ts'
import { anyDomainEdge } from './row-parts.ts'

/**
 * All routes of the least length between two nodes that pass through none of the nodes to avoid, the rarest in-between nodes first.
 * Both ends are bound and each condition holds for every node or every edge of the route, so that Neo4j searches breadth-first from both
 * ends and never enumerates; that is also why the length is checked only afterwards. At most 1,000 equal routes are compared.
 * Edges that were suggested or rejected join nothing; with `skipDirect` neither does an edge between the two ends themselves.
 */
export const shortestRoutes = defineQuery({
  name: 'shortestRoutes',
  cypher: `
    MATCH (a:Entity {id: $from})
    MATCH (b:Entity {id: $to})
    MATCH p = allShortestPaths((a)-[:${anyDomainEdge}*..6]-(b))
    WHERE none(n IN nodes(p) WHERE n.id IN $avoid)
      AND none(r IN relationships(p) WHERE coalesce(r.tier, '') IN ['suggested', 'rejected'])
      AND none(r IN relationships(p) WHERE $skipDirect AND startNode(r).id IN [$from, $to] AND endNode(r).id IN [$from, $to])
    WITH p LIMIT 1000
    WITH p WHERE length(p) <= $maxLength
    WITH p, [n IN nodes(p) | n.id] AS ids, reduce(sum = 0, n IN nodes(p)[1..-1] | sum + COUNT { (n)--() }) AS weight
    ORDER BY weight, ids
    LIMIT $limit
    RETURN ids AS nodes,
      [r IN relationships(p) | {from: startNode(r).id, to: endNode(r).id, type: type(r), tier: r.tier, basis: r.basis, evidence: r.evidence}] AS edges
  `,
  params: z.strictObject({
    from: z.string(),
    to: z.string(),
    avoid: z.array(z.string()),
    skipDirect: z.boolean(),
    maxLength: z.int(),
    limit: z.int(),
  }),
  row: z.strictObject({
    nodes: z.array(z.string()),
    edges: z.array(
      z.strictObject({
        from: z.string(),
        to: z.string(),
        type: edgeTypeSchema,
        tier: tierSchema.nullable(),
        ...storedReasonsRow,
      }),
    ),
  }),
  timeoutMs: 1_000,
})

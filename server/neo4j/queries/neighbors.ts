import { z } from 'zod'
import type { Basis, Tier } from '#graph-schema/evidence.ts'
import { nodeKindSchema } from '#graph-schema/node-kinds/index.ts'
import { domainEdges, edgeTypeSchema } from '#graph-schema/relationships.ts'
import { defineQuery } from '../define-query.ts'
import { anyDomainEdge, countsByType, edgeColumnsRow, incomingCounts, nodeColumnsRow, outgoingCounts } from './row-parts.ts'

/** How much each basis leaves to doubt, surest first. A rejected link has no place. */
const doubtOfBasis: Record<Basis, number> = { taxonomy: 0, person: 1, stated: 2, reference: 2, rule: 4, keyword: 5, inferred: 6 }
const doubtOfTier: Record<Exclude<Tier, 'rejected'>, number> = { accepted: 1, corroborated: 3, pattern: 4, 'source-tag': 5, suggested: 7 }

/** By tier, else by basis, else (a type's own basis is not stored) by type. */
const doubts: Record<string, number> = {
  ...Object.fromEntries(domainEdges.map(({ type, basis }) => [type, basis === null ? 0 : doubtOfBasis[basis]])),
  ...doubtOfBasis,
  ...doubtOfTier,
}

/**
 * One page of a node's edges with the node at their other end, in columns; no row when there is no such node.
 * Order: surest link first (the taxonomy, which says so by definition, a person, the source's own words, rule and model, a rule, a keyword, our reading, a suggestion),
 * then the rarer neighbour, then the newest, then as the graph holds them: all pages of one graph fit together, and comparing thousands of
 * ids for the sake of ties would be a third of a hub's time. Rarity means nothing for a case (a low degree only says that its facts are few), so
 * cases go by date. Edges that a person rejected are left out; a neighbour with two edges stands there twice.
 * `out` and `into` are the edge types wanted in each direction; `all` says that these are all there are. The counts are those of query node, for the total.
 */
export const neighbors = defineQuery({
  name: 'neighbors',
  cypher: `
    MATCH (n:Entity {id: $id})
    CALL {
      WITH n
      MATCH (n)-[r:${anyDomainEdge}]-(m)
      WHERE $all OR CASE WHEN startNode(r) = n THEN type(r) IN $out ELSE type(r) IN $into END
      WITH n, r, m,
        $doubts[coalesce(r.tier, r.basis, type(r))] AS doubt,
        CASE WHEN m:Case THEN 0 ELSE COUNT { (m)--() } END AS rarity
      WHERE doubt IS NOT NULL
      ORDER BY doubt, rarity, coalesce(m.publishedOn, date({year: 1})) DESC, m, r
      SKIP $offset LIMIT $limit
      RETURN collect(r) AS edges, collect(m) AS nodes, collect(startNode(r) = n) AS outward
    }
    RETURN n.id AS rootId, head([label IN labels(n) WHERE label <> 'Entity']) AS rootKind, n.name AS rootName,
      toString(n.publishedOn) AS rootDate, n.status AS rootStatus, n.disproofState AS rootDisproofState,
      ${outgoingCounts} AS outgoing,
      ${incomingCounts} AS incoming,
      COUNT { (n)-[x:CARRIES WHERE x.tier = 'rejected']->() } AS rejectedOut,
      COUNT { (n)<-[x:CARRIES WHERE x.tier = 'rejected']-() } AS rejectedIn,
      [m IN nodes | m.id] AS id,
      [m IN nodes | head([label IN labels(m) WHERE label <> 'Entity'])] AS kind,
      [m IN nodes | m.name] AS name,
      [m IN nodes | toString(m.publishedOn)] AS date,
      [m IN nodes | m.status] AS status,
      [m IN nodes | m.disproofState] AS disproofState,
      [m IN nodes | COUNT { (m)--() } - COUNT { (m)-[:IMPORTED_BY]-() }] AS degree,
      outward,
      [r IN edges | type(r)] AS type,
      [r IN edges | r.tier] AS tier,
      [r IN edges | r.basis] AS basis,
      [r IN edges | r.evidence] AS evidence
  `,
  params: z.strictObject({
    id: z.string(),
    out: z.array(edgeTypeSchema),
    into: z.array(edgeTypeSchema),
    all: z.boolean().default(false),
    offset: z.int(),
    limit: z.int(),
    doubts: z.record(z.string(), z.int()).default(doubts),
  }),
  row: z.strictObject({
    rootId: z.string(),
    rootKind: nodeKindSchema,
    rootName: z.string(),
    rootDate: z.string().nullable(),
    rootStatus: z.string().nullable(),
    rootDisproofState: z.string().nullable(),
    outgoing: countsByType,
    incoming: countsByType,
    rejectedOut: z.int(),
    rejectedIn: z.int(),
    ...nodeColumnsRow,
    outward: z.array(z.boolean()),
    ...edgeColumnsRow,
  }),
  timeoutMs: 10_000,
})

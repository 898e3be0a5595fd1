import { z } from 'zod'
import { tierSchema } from '#graph-schema/evidence.ts'
import { caseStatuses, disproofStates, textOrigins } from '#graph-schema/node-kinds/case.ts'
import { defineQuery } from '../define-query.ts'

/**
 * Counted cases that carry a narrative of this case, appeared within so many days of it and discuss a country that it does not: nearest in
 * time first, then those that share more narratives. Links that are only suggested or were rejected do not count. One row for a case that is
 * there; `cases` holds the first of them, `total` how many there are. A case without date or without country has none.
 */
export const toldElsewhere = defineQuery({
  name: 'toldElsewhere',
  cypher: `
    MATCH (c:Case {id: $id})
    WITH c, COLLECT { MATCH (c)-[:DISCUSSES]->(own) RETURN own } AS own, COLLECT { MATCH (c)-[r:CARRIES]->(n) WHERE NOT r.tier IN ['suggested', 'rejected'] RETURN n } AS narratives
    CALL {
      WITH c, own, narratives
      UNWIND narratives AS n
      MATCH (n)<-[r:CARRIES]-(d:Case)
      WHERE NOT r.tier IN ['suggested', 'rejected'] AND d <> c AND d.status IN ['active', 'corrected']
        AND d.publishedOn >= c.publishedOn - duration({days: $days}) AND d.publishedOn <= c.publishedOn + duration({days: $days})
      WITH c, own, d, n, r ORDER BY n.position, n.id
      WITH c, own, d, collect({id: n.id, name: n.name, tier: r.tier}) AS shared
      WITH c, d, shared, CASE WHEN own = [] THEN [] ELSE COLLECT { MATCH (d)-[:DISCUSSES]->(k) WHERE NOT k IN own RETURN {id: k.id, name: k.name} ORDER BY k.name } END AS elsewhere
      WHERE elsewhere <> []
      WITH d, shared, elsewhere, duration.inDays(c.publishedOn, d.publishedOn).days AS days
      ORDER BY abs(days), size(shared) DESC, d.id
      RETURN collect({
        id: d.id, title: d.name, claim: d.claim, claimOrigin: d.claimOrigin, publishedOn: toString(d.publishedOn), status: d.status,
        disproofState: d.disproofState, disproof: d.disproof, disproofOrigin: d.disproofOrigin, sourceUrl: d.sourceUrl, narratives: shared, countries: elsewhere, days: days
      }) AS found
    }
    RETURN toString(c.publishedOn) AS publishedOn, size(own) AS countries, size(narratives) AS narratives, found[..$limit] AS cases, size(found) AS total
  `,
  params: z.strictObject({ id: z.string(), days: z.int(), limit: z.int() }),
  row: z.strictObject({
    publishedOn: z.string().nullable(),
    countries: z.int(),
    narratives: z.int(),
    cases: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        claim: z.string().nullable(),
        claimOrigin: z.enum(textOrigins).nullable(),
        publishedOn: z.string(),
        status: z.enum(caseStatuses),
        disproofState: z.enum(disproofStates),
        disproof: z.string().nullable(),
        disproofOrigin: z.enum(textOrigins).nullable(),
        sourceUrl: z.string().nullable(),
        narratives: z.array(z.strictObject({ id: z.string(), name: z.string(), tier: tierSchema })),
        countries: z.array(z.strictObject({ id: z.string(), name: z.string() })),
        /** Days after this case; negative before it. */
        days: z.int(),
      }),
    ),
    total: z.int(),
  }),
  timeoutMs: 10_000,
})
export type ToldElsewhereRow = z.output<typeof toldElsewhere.row>

import { z } from 'zod'
import { caseRowSchema, facetSchema } from '#graph-schema/api/cases.ts'
import { edgeTypeSchema } from '#graph-schema/relationships.ts'
import { defineQuery } from '../define-query.ts'
import { caseRowOf } from './row-parts.ts'

/**
 * One page of the cases under a filter, newest first and undated last, with the facets and months of all of them. One row, always.
 * Counts active and corrected cases only, and of links to narratives neither the suggested nor the rejected ones.
 * A filter by a head or by an outlet family takes in its members, and the facets count the same way, so that a facet's count is what
 * choosing it leaves. The cases are found from the narrowest end given: `lucene`, else the first of `features`, else the import, else all cases.
 */
export const filteredCases = defineQuery({
  name: 'filteredCases',
  cypher: `
    CALL {
      UNWIND CASE WHEN $lucene IS NULL THEN [] ELSE [$lucene] END AS text
      CALL db.index.fulltext.queryNodes('entity_search', text) YIELD node
      WITH node WHERE node:Case
      RETURN node AS c
      UNION ALL
      UNWIND CASE WHEN $lucene IS NULL THEN $features[..1] ELSE [] END AS feature
      MATCH (f:Entity {id: feature})
      MATCH (f)<-[:SUBNARRATIVE_OF|BELONGS_TO*0..1]-(own)<-[r:CARRIES|DISCUSSES|APPEARED_IN|TAGGED_WITH|IN_LANGUAGE|REPORTED_IN|ABOUT]-(c:Case)
      WHERE NOT coalesce(r.tier, '') IN ['suggested', 'rejected']
      RETURN DISTINCT c
      UNION ALL
      UNWIND CASE WHEN $lucene IS NULL AND size($features) = 0 AND $batch IS NOT NULL THEN [$batch] ELSE [] END AS batch
      MATCH (c:Case)-[:IMPORTED_BY]->(:ImportBatch {id: batch})
      RETURN DISTINCT c
      UNION ALL
      UNWIND CASE WHEN $lucene IS NULL AND size($features) = 0 AND $batch IS NULL THEN [1] ELSE [] END AS everything
      MATCH (c:Case)
      RETURN c
    }
    WITH c
    WHERE c.status IN ['active', 'corrected']
      AND ($from IS NULL OR c.publishedOn >= date($from))
      AND ($to IS NULL OR c.publishedOn <= date($to))
      AND ($batch IS NULL OR EXISTS { (c)-[:IMPORTED_BY]->(:ImportBatch {id: $batch}) })
      AND all(feature IN $features WHERE EXISTS {
        MATCH (c)-[r:CARRIES|DISCUSSES|APPEARED_IN|TAGGED_WITH|IN_LANGUAGE|REPORTED_IN|ABOUT]->(own)
        WHERE NOT coalesce(r.tier, '') IN ['suggested', 'rejected']
          AND (own.id = feature OR EXISTS { (own)-[:SUBNARRATIVE_OF|BELONGS_TO]->(:Entity {id: feature}) })
      })
    WITH c ORDER BY c.publishedOn IS NULL, c.publishedOn DESC, c.id
    WITH collect(c) AS cases
    CALL {
      WITH cases
      UNWIND cases AS c
      MATCH (c)-[r:DISCUSSES|TAGGED_WITH|IN_LANGUAGE|REPORTED_IN]->(f)
      WITH type(r) AS type, f, count(*) AS count ORDER BY count DESC, f.id
      WITH type, collect({id: f.id, name: f.name, count: count})[..30] AS facets
      RETURN collect({type: type, facets: facets}) AS plain
    }
    CALL {
      WITH cases
      UNWIND cases AS c
      MATCH (c)-[r:CARRIES|APPEARED_IN]->(own)
      WHERE NOT coalesce(r.tier, '') IN ['suggested', 'rejected']
      MATCH (own)-[:SUBNARRATIVE_OF|BELONGS_TO*0..1]->(f)
      WITH type(r) AS type, f, count(DISTINCT c) AS count ORDER BY count DESC, f.id
      WITH type, collect({id: f.id, name: f.name, count: count})[..30] AS facets
      RETURN collect({type: type, facets: facets}) AS gathered
    }
    CALL {
      WITH cases
      UNWIND cases AS c
      WITH c WHERE c.publishedOn IS NOT NULL
      WITH substring(toString(c.publishedOn), 0, 7) AS month, count(*) AS count ORDER BY month
      RETURN collect({month: month, count: count}) AS month
    }
    RETURN size(cases) AS total, month, plain + gathered AS facets,
      [c IN cases[$offset..$offset + $limit] | ${caseRowOf('c')}] AS cases
  `,
  params: z.strictObject({
    /** Query for the full-text index; null for no search. */
    lucene: z.string().nullable(),
    /** Ids of the narrative, country, outlet … that every case must have, the rarest sort first. */
    features: z.array(z.string()),
    /** The import that must state every case. */
    batch: z.string().nullable(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    offset: z.int(),
    limit: z.int(),
  }),
  row: z.strictObject({
    cases: z.array(caseRowSchema),
    total: z.int(),
    /** By edge type; none for a type that no case has. */
    facets: z.array(z.strictObject({ type: edgeTypeSchema, facets: z.array(facetSchema) })),
    month: z.array(z.strictObject({ month: z.string(), count: z.int() })),
  }),
  timeoutMs: 10_000,
})
export type FilteredCasesRow = z.output<typeof filteredCases.row>

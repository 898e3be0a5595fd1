import { z } from 'zod'
import { caseRowSchema } from '#graph-schema/api/cases.ts'
import { edgeTypeSchema } from '#graph-schema/relationships.ts'
import { defineQuery } from '../define-query.ts'
import { caseRowOf } from './row-parts.ts'

const place = z.strictObject({ id: z.string(), name: z.string(), count: z.int(), earliest: z.string().nullable() })

/**
 * Where the counted cases of a narrative (for a head, of its sub-narratives too) were seen: how many in each country, outlet, language, issue
 * and keyword, and since when; with the earliest case recorded here and the latest ten. One row, always.
 */
export const narrativeSpread = defineQuery({
  name: 'narrativeSpread',
  cypher: `
    CALL {
      MATCH (:Narrative {id: $id})<-[:SUBNARRATIVE_OF*0..1]-(own:Narrative)<-[r:CARRIES]-(c:Case)
      WHERE c.status IN ['active', 'corrected'] AND NOT r.tier IN ['suggested', 'rejected']
      WITH DISTINCT c ORDER BY c.publishedOn IS NULL, c.publishedOn DESC, c.id
      RETURN collect(c) AS cases
    }
    CALL {
      WITH cases
      UNWIND cases AS c
      MATCH (c)-[r:DISCUSSES|APPEARED_IN|IN_LANGUAGE|TAGGED_WITH|REPORTED_IN]->(f)
      WITH type(r) AS type, f, count(*) AS count, min(c.publishedOn) AS earliest
      ORDER BY CASE WHEN type = 'REPORTED_IN' THEN f.number ELSE -count END, f.id
      WITH type, collect({id: f.id, name: f.name, count: count, earliest: toString(earliest)})[..200] AS places
      RETURN collect({type: type, places: places}) AS spread
    }
    WITH cases, spread, cases[..10] AS latest,
      last([c IN cases WHERE c.publishedOn IS NOT NULL]) AS first
    RETURN spread,
      [c IN latest + [first] WHERE c IS NOT NULL | ${caseRowOf('c')}] AS latestThenEarliest,
      first IS NOT NULL AS hasEarliest
  `,
  params: z.strictObject({ id: z.string() }),
  row: z.strictObject({
    /** By edge type, most frequent first (issues by number), 200 at most; none for a type that no case has. */
    spread: z.array(z.strictObject({ type: edgeTypeSchema, places: z.array(place) })),
    latestThenEarliest: z.array(caseRowSchema),
    hasEarliest: z.boolean(),
  }),
  timeoutMs: 10_000,
})
export type NarrativeSpreadRow = z.output<typeof narrativeSpread.row>

import { z } from 'zod'
import { disproofStates } from '#graph-schema/node-kinds/case.ts'
import { defineQuery } from '../define-query.ts'

/**
 * Every counted case in a time window with the narratives it carries: a row a month of publication (one for the undated), in columns.
 * Neither suggested nor rejected links. A case that stands in a complete and in a selected corpus counts as complete.
 *
 * This is read for every landscape, so it is lean: `month` counts months since the year 0 and is null for the undated, `day` is the day of
 * that month, `issue` is -1 for none, a link is the narrative's id and the tier with a blank between. Id, title and state of the disproof
 * come for cases of selected samples alone, which are drawn one by one: entry k of these belongs to the k-th case that is not `complete`.
 * `repeats` comes only where distinct claims are wanted: for each case its own id and those of the counted cases whose claim it repeats.
 */
export const caseLinks = defineQuery({
  name: 'caseLinks',
  cypher: `
    CALL {
      OPTIONAL MATCH (b:ImportBatch)-[:OF_CORPUS]->(:Corpus {sampling: 'complete'})
      RETURN collect(b) AS completeBatches
    }
    MATCH (c:Case)
    WHERE c.status IN ['active', 'corrected']
      AND ($from IS NULL OR c.publishedOn >= date($from))
      AND ($to IS NULL OR c.publishedOn <= date($to))
    WITH c, c.publishedOn AS date, any(b IN [(c)-[:IMPORTED_BY]->(batch) | batch] WHERE b IN completeBatches) AS complete
    WITH c, date.year * 12 + date.month - 1 AS month, coalesce(date.day, 0) AS day, complete
    RETURN month,
      collect(day) AS day,
      collect(complete) AS complete,
      collect(coalesce(head([(c)-[:REPORTED_IN]->(i) | i.number]), -1)) AS issue,
      collect([(c)-[r:CARRIES]->(n) WHERE NOT r.tier IN ['suggested', 'rejected'] | n.id + ' ' + r.tier]) AS links,
      collect(CASE WHEN NOT complete THEN c.id END) AS id,
      collect(CASE WHEN NOT complete THEN c.name END) AS title,
      collect(CASE WHEN NOT complete THEN c.disproofState END) AS disproofState,
      collect(CASE WHEN $withRepeats THEN [c.id] + [(c)-[:REPEATS]->(earlier) WHERE earlier.status IN ['active', 'corrected'] | earlier.id] END) AS repeats
    ORDER BY month
  `,
  params: z.strictObject({ from: z.string().nullable(), to: z.string().nullable(), withRepeats: z.boolean() }),
  row: z.strictObject({
    month: z.int().nullable(),
    day: z.array(z.int()),
    complete: z.array(z.boolean()),
    issue: z.array(z.int()),
    links: z.array(z.array(z.string())),
    id: z.array(z.string()),
    title: z.array(z.string()),
    disproofState: z.array(z.enum(disproofStates)),
    repeats: z.array(z.array(z.string())),
  }),
  timeoutMs: 10_000,
})
export type CaseLinksRow = z.output<typeof caseLinks.row>

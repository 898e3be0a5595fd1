import { z } from 'zod'
import { defineQuery } from '../define-query.ts'

/** How many cases count, how many of these have no date, how many stand apart, and the days between which the counted ones lie. One row, always. */
export const caseCounts = defineQuery({
  name: 'caseCounts',
  cypher: `
    MATCH (c:Case)
    WITH c.status AS status, c.publishedOn AS day
    WITH status IN ['active', 'corrected'] AS counts, status, day
    RETURN
      count(CASE WHEN counts THEN 1 END) AS cases,
      count(CASE WHEN counts AND day IS NULL THEN 1 END) AS undatedCases,
      count(CASE WHEN status = 'known-by-title' THEN 1 END) AS knownByTitle,
      count(CASE WHEN status = 'withdrawn' THEN 1 END) AS withdrawn,
      toString(min(CASE WHEN counts THEN day END)) AS firstDate,
      toString(max(CASE WHEN counts THEN day END)) AS lastDate
  `,
  params: z.strictObject({}),
  row: z.strictObject({
    cases: z.int(),
    undatedCases: z.int(),
    knownByTitle: z.int(),
    withdrawn: z.int(),
    firstDate: z.string().nullable(),
    lastDate: z.string().nullable(),
  }),
})

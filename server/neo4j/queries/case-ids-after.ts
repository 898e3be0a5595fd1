import { z } from 'zod'
import { defineQuery } from '../define-query.ts'

/** The ids of a page of cases that can be written out, in order, after a given one; withdrawn ones only when asked for. */
export const caseIdsAfter = defineQuery({
  name: 'caseIdsAfter',
  cypher: `
    MATCH (c:Case)
    WHERE c.id > $after AND c.status <> 'known-by-title' AND ($withdrawn OR c.status <> 'withdrawn')
    RETURN c.id AS id ORDER BY c.id LIMIT $limit
  `,
  params: z.strictObject({ after: z.string(), withdrawn: z.boolean(), limit: z.int() }),
  row: z.strictObject({ id: z.string() }),
  timeoutMs: 30_000,
})

import { z } from 'zod'
import { defineQuery } from '../define-query.ts'

/** The stamp as a part of a query text. */
export const stampText = `
    OPTIONAL MATCH (b:ImportBatch) WHERE NOT b.status IN ['running', 'undoing']
    RETURN toString(count(b)) + ' ' + coalesce(max(toString(b.finishedAt)), '') + ' ' + coalesce(max(toString(b.startedAt)), '') + ' ' + toString(sum(CASE b.status WHEN 'done' THEN 1 ELSE 0 END)) AS stamp
  `

/**
 * A text that is another one once an import or the undoing of one has ended, and the same while one runs: what is derived from cases
 * goes by it. One row, always.
 */
export const importsStamp = defineQuery({
  name: 'importsStamp',
  cypher: stampText,
  params: z.strictObject({}),
  row: z.strictObject({ stamp: z.string() }),
})

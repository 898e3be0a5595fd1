import { z } from 'zod'
import { defineQuery } from '../define-query.ts'

/** How often cases were changed, as a part of a query text: whatever changes them takes the import's lock, which counts. */
export const turnText = `
    OPTIONAL MATCH (lock:ImportLock {id: 'lock:import'})
    RETURN coalesce(lock.turn, 0) AS turn
  `

/**
 * `stamp` is another one once an import or the undoing of one has ended, and the same while one runs: what takes long to derive from cases goes by it. `turn`
 * is another one whenever cases may have changed. One row, always.
 */
export const importsStamp = defineQuery({
  name: 'importsStamp',
  cypher: `
    CALL {${turnText}}
    OPTIONAL MATCH (b:ImportBatch) WHERE NOT b.status IN ['running', 'undoing']
    WITH turn, count(b) AS batches, max(toString(b.finishedAt)) AS finished, max(toString(b.startedAt)) AS started, sum(CASE b.status WHEN 'done' THEN 1 ELSE 0 END) AS done
    RETURN turn, toString(batches) + ' ' + coalesce(finished, '') + ' ' + coalesce(started, '') + ' ' + toString(done) AS stamp
  `,
  params: z.strictObject({}),
  row: z.strictObject({ stamp: z.string(), turn: z.int() }),
})

import { z } from 'zod'
import { importStatuses } from '#graph-schema/node-kinds/import-batch.ts'
import { defineQuery } from '../define-query.ts'

/** Which of the ids are in the graph. */
export const existingIds = defineQuery({
  name: 'existingIds',
  cypher: `
    UNWIND $ids AS id
    MATCH (n:Entity {id: id})
    RETURN n.id AS id
  `,
  params: z.strictObject({ ids: z.array(z.string()) }),
  row: z.strictObject({ id: z.string() }),
  maxRows: 100_000,
})

/** Whether an import was finished. */
export const batchStatus = defineQuery({
  name: 'batchStatus',
  cypher: `
    MATCH (b:ImportBatch {id: $id})
    RETURN b.status AS status
  `,
  params: z.strictObject({ id: z.string() }),
  row: z.strictObject({ status: z.enum(importStatuses) }),
})

import { z } from 'zod'
import { defineQuery } from '../define-query.ts'

/** Names of all constraints and indexes that the database has and that are usable. */
export const schemaNames = defineQuery({
  name: 'schemaNames',
  cypher: `
    SHOW INDEXES YIELD name, state, owningConstraint
    RETURN name, state, owningConstraint
  `,
  params: z.strictObject({}),
  row: z.object({ name: z.string(), state: z.string(), owningConstraint: z.string().nullable() }),
  // Among the first that a just started server runs, where a busy machine takes long to compile them.
  timeoutMs: 60_000,
})

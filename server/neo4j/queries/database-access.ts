import { z } from 'zod'
import { defineQuery } from '../define-query.ts'

/** Whether a database can be written to; no row when the user may not see it. */
export const databaseAccess = defineQuery({
  name: 'database-access',
  cypher: `
    SHOW DATABASES YIELD name, access, aliases
    WHERE name = $database OR $database IN aliases
    RETURN access
    LIMIT 1
  `,
  params: z.strictObject({ database: z.string() }),
  row: z.object({ access: z.string() }),
  // Among the first that a just started server runs, where a busy machine takes long to compile them.
  timeoutMs: 60_000,
  access: 'read',
})

import { z } from 'zod'
import { defineQuery } from '../define-query.ts'

/** The version of the taxonomy that all cases are linked with; '' where that is not sure, null where there are no cases. One row, always; cheap. */
export const linkedWith = defineQuery({
  name: 'linkedWith',
  cypher: `
    OPTIONAL MATCH (lock:ImportLock {id: 'lock:import'})
    RETURN CASE WHEN EXISTS { (:Case) } THEN coalesce(lock.linkedWith, '') END AS version
  `,
  params: z.strictObject({}),
  row: z.strictObject({ version: z.string().nullable() }),
})

/** How many cases have a link that something else than this made. */
export const formerLinks = defineQuery({
  name: 'formerLinks',
  cypher: `
    MATCH (c:Case)-[r:CARRIES|ABOUT]->()
    WHERE r.version <> $madeBy
    RETURN count(DISTINCT c) AS cases
  `,
  params: z.strictObject({ madeBy: z.string() }),
  row: z.strictObject({ cases: z.int() }),
  timeoutMs: 30_000,
})

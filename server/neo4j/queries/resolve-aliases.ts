import { z } from 'zod'
import { defineQuery } from '../define-query.ts'

/** Cases that are or could be known under the given ids, with the id now in force. Scans the cases: ask only for ids that no node has. */
export const resolveAliases = defineQuery({
  name: 'resolveAliases',
  cypher: `
    MATCH (c:Case)
    WHERE any(alias IN c.aliases WHERE alias IN $ids)
    UNWIND [alias IN c.aliases WHERE alias IN $ids] AS asked
    WITH asked, c.id AS id ORDER BY id
    RETURN asked, head(collect(id)) AS id
    ORDER BY asked
  `,
  params: z.strictObject({ ids: z.array(z.string()) }),
  row: z.strictObject({ asked: z.string(), id: z.string() }),
})

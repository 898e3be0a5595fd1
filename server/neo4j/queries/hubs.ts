import { z } from 'zod'
import { defineQuery } from '../define-query.ts'

/** Ids of the nodes that join nearly everything: more edges than 50 and than 5 % of all cases. Cases and cited sources are never hubs. */
export const hubs = defineQuery({
  name: 'hubs',
  cypher: `
    CALL { MATCH (c:Case) RETURN count(c) AS cases }
    MATCH (n:Narrative|Topic|Country|Outlet|Keyword|Issue|Language|Technique)
    WITH n, cases, COUNT { (n)--() } AS degree
    WHERE degree > 50 AND degree > cases * 0.05
    RETURN n.id AS id
    ORDER BY id
  `,
  params: z.strictObject({}),
  row: z.strictObject({ id: z.string() }),
})

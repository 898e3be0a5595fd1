import { z } from 'zod'
import { defineQuery } from '../define-query.ts'

/** The names of these nodes; what is not there has no row. */
export const entityNames = defineQuery({
  name: 'entityNames',
  cypher: `
    UNWIND $ids AS id
    MATCH (n:Entity {id: id})
    RETURN n.id AS id, n.name AS name
  `,
  params: z.strictObject({ ids: z.array(z.string()) }),
  row: z.strictObject({ id: z.string(), name: z.string() }),
})

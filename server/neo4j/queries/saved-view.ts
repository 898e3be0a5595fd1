import { z } from 'zod'
import { defineQuery } from '../define-query.ts'

/** A saved view; no row when there is none under that id. */
export const savedView = defineQuery({
  name: 'savedView',
  cypher: `
    MATCH (v:SavedView {id: $id})
    RETURN v.id AS id, v.content AS content
  `,
  params: z.strictObject({ id: z.string() }),
  row: z.strictObject({ id: z.string(), content: z.string() }),
})

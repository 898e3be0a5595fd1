import { z } from 'zod'
import { defineQuery } from '../define-query.ts'

/** Keeps a view under the id made from its content; saving it again changes nothing. */
export const saveView = defineQuery({
  name: 'saveView',
  access: 'write',
  cypher: `
    MERGE (v:SavedView {id: $id})
    ON CREATE SET v.name = $id, v.content = $content, v.savedAt = $savedAt
    RETURN v.id AS id
  `,
  params: z.strictObject({ id: z.string(), content: z.string(), savedAt: z.string() }),
  row: z.strictObject({ id: z.string() }),
})

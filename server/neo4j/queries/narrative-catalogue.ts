import { z } from 'zod'
import { defineQuery } from '../define-query.ts'

/** Every narrative of the taxonomy in the editors' order: all that is known of it without its cases. */
export const narrativeCatalogue = defineQuery({
  name: 'narrativeCatalogue',
  cypher: `
    MATCH (n:Narrative)
    OPTIONAL MATCH (n)-[:SUBNARRATIVE_OF]->(head:Narrative)
    WITH n, min(head.id) AS head
    RETURN n.id AS id, n.name AS name, n.definition AS definition, n.level AS level, n.position AS position,
      coalesce(n.aliases, []) AS aliases, coalesce(n.polyNarrative, []) AS polyNarrative, head
    ORDER BY position, id
  `,
  params: z.strictObject({}),
  row: z.strictObject({
    id: z.string(),
    name: z.string(),
    definition: z.string(),
    level: z.enum(['head', 'sub']),
    position: z.int(),
    aliases: z.array(z.string()),
    polyNarrative: z.array(z.string()),
    head: z.string().nullable(),
  }),
})
export type CatalogueRow = z.output<typeof narrativeCatalogue.row>

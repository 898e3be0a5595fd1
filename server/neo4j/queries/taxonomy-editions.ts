import { z } from 'zod'
import { defineQuery } from '../define-query.ts'

/** What was changed in the taxonomy, newest first. */
export const taxonomyEditions = defineQuery({
  name: 'taxonomyEditions',
  cypher: `
    MATCH (e:TaxonomyEdition)
    RETURN e.id AS id, e.at AS at, e.by AS by, e.what AS what
    ORDER BY e.number DESC
  `,
  params: z.strictObject({}),
  row: z.strictObject({ id: z.string(), at: z.string(), by: z.string(), what: z.string() }),
})

/** An edition, with the taxonomy as it was before it (null: the one that ships); no row when there is none of that id. */
export const beforeEdition = defineQuery({
  name: 'beforeEdition',
  cypher: `
    MATCH (e:TaxonomyEdition {id: $id})
    OPTIONAL MATCH (b:TaxonomyEdition) WHERE b.number < e.number
    WITH e, b ORDER BY b.number DESC LIMIT 1
    RETURN e.at AS at, e.what AS what, b.source AS source
  `,
  params: z.strictObject({ id: z.string() }),
  row: z.strictObject({ at: z.string(), what: z.string(), source: z.string().nullable() }),
})

import { z } from 'zod'
import { defineQuery } from '../define-query.ts'

/** The newest edition and the trained model, by id and version only; one row, always. Cheap: whoever uses the taxonomy asks this before. */
export const taxonomyStamp = defineQuery({
  name: 'taxonomyStamp',
  cypher: `
    OPTIONAL MATCH (e:TaxonomyEdition)
    WITH e ORDER BY e.number DESC LIMIT 1
    OPTIONAL MATCH (m:TrainedModel)
    RETURN e.id AS edition, m.version AS model
    LIMIT 1
  `,
  params: z.strictObject({}),
  row: z.strictObject({ edition: z.string().nullable(), model: z.string().nullable() }),
})

/** The same with what they hold; one row, always. */
export const taxonomyInForce = defineQuery({
  name: 'taxonomyInForce',
  cypher: `
    OPTIONAL MATCH (e:TaxonomyEdition)
    WITH e ORDER BY e.number DESC LIMIT 1
    OPTIONAL MATCH (m:TrainedModel)
    RETURN e.id AS edition, e.source AS source, m.version AS model, m.content AS content
    LIMIT 1
  `,
  params: z.strictObject({}),
  row: z.strictObject({ edition: z.string().nullable(), source: z.string().nullable(), model: z.string().nullable(), content: z.string().nullable() }),
  timeoutMs: 30_000,
})

import { z } from 'zod'
import { corpusDescriptionSchema } from '#graph-schema/api/overview.ts'
import { defineQuery } from '../../define-query.ts'

/** Writes what a person says of a corpus, and what the imports said before; null where that is the same. */
export const writeCorpus = defineQuery({
  name: 'writeCorpus',
  access: 'write',
  cypher: `
    MATCH (k:Corpus {id: $corpus.id})
    SET k += $corpus, k.asImported = $asImported
    RETURN k.id AS id
  `,
  params: z.strictObject({ corpus: corpusDescriptionSchema, asImported: z.string().nullable() }),
  row: z.strictObject({ id: z.string() }),
})

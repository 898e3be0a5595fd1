import { z } from 'zod'
import { defineNodeKind } from '../define.ts'

/**
 * A state of the taxonomy that people made; the one with the highest number is in force. Without any, the taxonomy that ships is.
 * Editions are only ever added: going back adds one that equals an earlier one.
 */
export const taxonomyEditionKind = defineNodeKind({
  kind: 'TaxonomyEdition',
  role: 'provenance',
  idPrefixes: ['edition'],
  words: { one: 'edition of the taxonomy', many: 'editions of the taxonomy' },
  properties: z.strictObject({
    /** One more than the edition before it. */
    number: z.int().positive(),
    at: z.iso.datetime(),
    /** Who, as they call themselves. */
    by: z.string(),
    /** What was changed, in words. */
    what: z.string(),
    /** The whole taxonomy as its file has it; null: the one that ships. */
    source: z.string().nullable(),
  }),
  searchable: [],
})

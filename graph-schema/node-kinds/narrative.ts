import { z } from 'zod'
import { defineNodeKind } from '../define.ts'

/** A recurring line that many cases carry. Two levels: a head gathers sub-narratives. */
export const narrativeKind = defineNodeKind({
  kind: 'Narrative',
  role: 'domain',
  idPrefixes: ['narrative'],
  words: { one: 'narrative', many: 'narratives' },
  properties: z.strictObject({
    definition: z.string(),
    level: z.enum(['head', 'sub']),
    aliases: z.array(z.string()),
    /** The nearest labels of PolyNarrative. */
    polyNarrative: z.array(z.string()),
    /** Place in the taxonomy file, so that lists keep the editors' order. */
    position: z.int(),
  }),
  searchable: ['definition', 'aliases'],
})

import { z } from 'zod'
import { defineNodeKind } from '../define.ts'

export const keywordTypes = ['theme', 'event', 'person', 'place', 'institution'] as const

/** A tag that the source gave to a case. A keyword is not a narrative. */
export const keywordKind = defineNodeKind({
  kind: 'Keyword',
  role: 'domain',
  idPrefixes: ['keyword'],
  words: { one: 'keyword', many: 'keywords' },
  properties: z.strictObject({
    /** What the keyword names; null until somebody said so. */
    keywordType: z.enum(keywordTypes).nullable(),
    aliases: z.array(z.string()),
  }),
  searchable: ['aliases'],
})

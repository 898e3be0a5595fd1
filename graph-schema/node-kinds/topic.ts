import { z } from 'zod'
import { defineNodeKind } from '../define.ts'

/** What cases are about: a named group of keywords, never a parent of a narrative. */
export const topicKind = defineNodeKind({
  kind: 'Topic',
  role: 'domain',
  idPrefixes: ['topic'],
  words: { one: 'topic', many: 'topics' },
  properties: z.strictObject({ aliases: z.array(z.string()) }),
  searchable: ['aliases'],
})

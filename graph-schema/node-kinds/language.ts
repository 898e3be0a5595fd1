import { z } from 'zod'
import { defineNodeKind } from '../define.ts'

/** A language in which the claim appeared, by ISO 639-1 code. */
export const languageKind = defineNodeKind({
  kind: 'Language',
  role: 'domain',
  idPrefixes: ['language'],
  words: { one: 'language', many: 'languages' },
  properties: z.strictObject({ code: z.string() }),
  searchable: [],
})

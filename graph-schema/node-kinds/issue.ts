import { z } from 'zod'
import { defineNodeKind } from '../define.ts'

/** One weekly review, numbered. On screen: "review issue". */
export const issueKind = defineNodeKind({
  kind: 'Issue',
  role: 'domain',
  idPrefixes: ['issue'],
  words: { one: 'review issue', many: 'review issues' },
  properties: z.strictObject({ number: z.int() }),
  searchable: [],
})

import { z } from 'zod'
import { defineNodeKind } from '../define.ts'

/** An exploration view too large for a link; the id is the hash of its content, so saving twice is saving once. */
export const savedViewKind = defineNodeKind({
  kind: 'SavedView',
  role: 'provenance',
  idPrefixes: ['view'],
  words: { one: 'saved view', many: 'saved views' },
  properties: z.strictObject({ content: z.string(), savedAt: z.iso.datetime() }),
  searchable: [],
})

import { z } from 'zod'
import { defineNodeKind } from '../define.ts'

/** The marker of one committed chunk of an import: present means that chunk is wholly in the graph. */
export const importChunkKind = defineNodeKind({
  kind: 'ImportChunk',
  role: 'provenance',
  idPrefixes: ['chunk'],
  words: { one: 'import chunk', many: 'import chunks' },
  properties: z.strictObject({ batch: z.string(), index: z.int(), accepted: z.int(), merged: z.int() }),
  searchable: [],
})

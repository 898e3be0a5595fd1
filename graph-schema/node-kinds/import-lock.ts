import { z } from 'zod'
import { defineNodeKind } from '../define.ts'

/** One node on which writers queue: a chunk first writes it, so that no two chunks read and merge the same case at once. */
export const importLockKind = defineNodeKind({
  kind: 'ImportLock',
  role: 'provenance',
  idPrefixes: ['lock'],
  words: { one: 'import lock', many: 'import locks' },
  /** `turn` counts who held it. */
  properties: z.strictObject({ holder: z.string(), turn: z.int() }),
  searchable: [],
})

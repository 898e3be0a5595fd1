import { z } from 'zod'
import { defineNodeKind } from '../define.ts'

/** One node on which writers queue: a chunk first writes it, so that no two chunks read and merge the same case at once. */
export const importLockKind = defineNodeKind({
  kind: 'ImportLock',
  role: 'provenance',
  idPrefixes: ['lock'],
  words: { one: 'import lock', many: 'import locks' },
  /**
   * `turn` counts who held it. `linkedWith`: the version of the taxonomy that all cases are linked with; '' where there are several or it is not sure, as while all are
   * being linked anew. `relinking`: that version and the holder, as long as this is under way and nobody linked with another; it stays when the process is killed.
   */
  properties: z.strictObject({ holder: z.string(), turn: z.int(), linkedWith: z.string(), relinking: z.string().nullable() }),
  searchable: [],
})

import { z } from 'zod'
import { defineNodeKind } from '../define.ts'

/** A publication that a disproof cites: by its address where one is given, else by the title quoted there. */
export const sourceKind = defineNodeKind({
  kind: 'Source',
  role: 'domain',
  idPrefixes: ['source'],
  words: { one: 'cited source', many: 'cited sources' },
  properties: z.strictObject({ url: z.string().nullable() }),
  searchable: ['url'],
})

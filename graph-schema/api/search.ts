import { z } from 'zod'
import { nodeKindSchema } from '../node-kinds/index.ts'
import { defineEndpoint, limitParam, listParam, noBody, offsetParam } from './common.ts'

/** Typed hits, best first. `detail` is one line of plain text that tells hits apart. `matched` says how the words were found. */
export const searchHitSchema = z.strictObject({
  id: z.string(),
  kind: nodeKindSchema,
  name: z.string(),
  detail: z.string(),
  date: z.string().nullable(),
  /** For a case: whether a disproof is there. */
  disproofState: z.string().nullable(),
  degree: z.int(),
  matched: z.enum(['exact', 'prefix', 'fuzzy']),
})
export type SearchHit = z.output<typeof searchHitSchema>

export const searchEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/search',
  summary: 'Search names and texts; diacritics and Cyrillic are folded, the last word may be a beginning, typing errors are forgiven when nothing else fits',
  query: z.strictObject({
    q: z.string().trim().min(1).max(200),
    kinds: listParam(nodeKindSchema).optional(),
    limit: limitParam(20, 100),
    offset: offsetParam,
  }),
  body: noBody,
  response: z.strictObject({
    hits: z.array(searchHitSchema),
    /** Hits by kind over the whole answer, up to 1,000 looked at; `more` says that there may be others. */
    counts: z.array(z.strictObject({ kind: nodeKindSchema, count: z.int() })),
    total: z.int(),
    more: z.boolean(),
  }),
})

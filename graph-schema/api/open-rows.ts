import { z } from 'zod'
import { caseRowSchema } from './cases.ts'
import { defineEndpoint, limitParam, noBody, noQuery, offsetParam } from './common.ts'

/** A row without address, the case that it states now, and the cases that it may mean. */
const openRowSchema = z.strictObject({
  batch: z.string(),
  file: z.string(),
  row: z.int(),
  /** The title as its file has it. */
  title: z.string(),
  /** The case that the row states at present. */
  states: caseRowSchema,
  /** Cases of the same source and day under a title that is as like as any; empty once a person has decided. */
  candidates: z.array(caseRowSchema),
  /** What a person said; null while nobody has. */
  decided: z.enum(['same-case', 'own-case']).nullable(),
})
export type OpenRow = z.output<typeof openRowSchema>

export const openRowsEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/open-rows',
  summary: 'Rows without address that may mean several cases, for a person to decide; or those that were decided',
  query: z.strictObject({ show: z.enum(['open', 'decided']).default('open'), limit: limitParam(20, 100), offset: offsetParam }),
  body: noBody,
  response: z.strictObject({ rows: z.array(openRowSchema), open: z.int(), decided: z.int() }),
})

export const decideRowEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/open-rows/decide',
  summary: 'Say which case a row without address means, that it is a case of its own, or take that back',
  query: noQuery,
  body: z.strictObject({
    batch: z.string().min(1).max(400),
    row: z.int().min(0),
    /** The id of the case that is meant, among those of the row's source and day; `own-case`; or `undecided` to take a decision back. */
    means: z.union([z.literal('own-case'), z.literal('undecided'), z.string().startsWith('case:').max(400)]),
  }),
  response: z.strictObject({ caseId: z.string() }),
})

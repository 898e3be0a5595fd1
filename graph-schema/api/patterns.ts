import { z } from 'zod'
import { tierSchema } from '../evidence.ts'
import { nodeIdSchema } from '../graph.ts'
import { disproofStates } from '../node-kinds/case.ts'
import { defineEndpoint, noBody, noQuery } from './common.ts'

/** A fault in typed patterns, with its place counted from 1. */
export const patternFaultSchema = z.strictObject({ line: z.int(), column: z.int(), reason: z.string() })

/** The patterns of a narrative as its file has them. */
export const narrativePatternsEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/narratives/:id/patterns',
  summary: 'The patterns that link cases to a narrative, as text',
  query: noQuery,
  body: noBody,
  response: z.strictObject({ id: z.string(), name: z.string(), text: z.string(), keywords: z.array(z.string()) }),
})

const metCaseSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  publishedOn: z.string().nullable(),
  disproofState: z.enum(disproofStates),
  /** What the link is now; null where there is none. */
  tier: tierSchema.nullable(),
  /** Words that the patterns meet in the title. */
  spans: z.array(z.strictObject({ start: z.int(), end: z.int() })),
  /** Words that they meet in the claim. */
  claimWords: z.array(z.string()),
  /** `right`: accepted by a person, or a keyword of the source stands for the narrative; `wrong`: rejected by a person; else nobody has said. */
  judged: z.enum(['right', 'wrong', 'open']),
})

export const tryPatternsEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/patterns/try',
  onlyReads: true,
  summary: 'What patterns would meet in title and claim, beside or in place of those of the narrative; nothing is written',
  query: noQuery,
  body: z.strictObject({
    narrativeId: nodeIdSchema,
    /** As a pattern file has them: a pattern a line. */
    text: z.string().max(20_000),
    /** `beside` the patterns that the narrative has, or `instead` of them. */
    mode: z.enum(['beside', 'instead']),
  }),
  response: z.strictObject({
    faults: z.array(patternFaultSchema),
    patterns: z.int(),
    /** Cases that the typed patterns meet: their support. */
    met: z.int(),
    /** Of these, those that people accepted or that bear a keyword of the source; those that people rejected. */
    right: z.int(),
    wrong: z.int(),
    /** right / met, with its 95 % interval (Wilson): a floor, since a keyword that is not there says little. Null where nothing is met. */
    precision: z.strictObject({ share: z.number(), low: z.number(), high: z.number() }).nullable(),
    /** Of all cases with such a keyword or acceptance, those met. */
    known: z.int(),
    /** Cases that no pattern of the narrative meets now and these would; and the other way round. */
    adds: z.int(),
    drops: z.int(),
    added: z.array(metCaseSchema),
    dropped: z.array(metCaseSchema),
    /** Cases that are met either way. */
    kept: z.array(metCaseSchema),
  }),
})
export type TryPatternsAnswer = z.output<typeof tryPatternsEndpoint.response>
export type MetCase = z.output<typeof metCaseSchema>

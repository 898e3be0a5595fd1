import { z } from 'zod'
import { disproofStates } from '../node-kinds/case.ts'
import { dateParam, defineEndpoint, noQuery } from './common.ts'
import { coderSchema } from './review.ts'

const briefCaseSchema = z.strictObject({ id: z.string(), title: z.string(), publishedOn: z.string(), disproofState: z.enum(disproofStates) })

/** From a window to the one before it: half of its days, so that no group falls between two. */
export const stepDays = 45

/** In a window of fewer cases a group cannot be told from chance. */
export const leastCases = 20

export const candidateSchema = z.strictObject({
  /** The same cases have the same key. */
  key: z.string(),
  /** All cases of the cluster, the most central first; the first few in full. */
  caseIds: z.array(z.string()),
  central: z.array(briefCaseSchema),
  /** Words that are more frequent here than in all earlier cases, with the z-score of that. */
  risingTerms: z.array(z.strictObject({ term: z.string(), z: z.number() })),
  /** Share of its cases that carry a narrative already, suggestions left out. */
  linkedShare: z.number(),
  score: z.number(),
  /** Cases a week of the window, oldest first. */
  weeks: z.array(z.int()),
  /** The narrative that most of its cases carry or are suggested for; null where none does. */
  nearest: z.strictObject({ id: z.string(), name: z.string(), cases: z.int() }).nullable(),
  /** Patterns that would meet it, drafted from its rising terms. */
  drafts: z.array(
    z.strictObject({
      pattern: z.string(),
      /** Cases of the cluster that it meets, and all cases of the window that it meets: precision = inCluster / inWindow. */
      inCluster: z.int(),
      inWindow: z.int(),
    }),
  ),
})
export type Candidate = z.output<typeof candidateSchema>

export const candidatesEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/candidates',
  summary: 'Groups of cases in a window of 90 days that say something alike which no narrative covers: proposals, never narratives by themselves. Without `to`, the newest window in which a group stands out; where none does, the one up to the newest case',
  query: z.strictObject({ to: dateParam.optional() }),
  body: z.undefined(),
  response: z.strictObject({
    /** The window, inclusive; null where no case has a date. */
    from: z.string().nullable(),
    to: z.string().nullable(),
    /** First and last day of all dated cases. */
    first: z.string().nullable(),
    last: z.string().nullable(),
    cases: z.int(),
    earlier: z.int(),
    /** For each week of the window, oldest first, whether anything was imported for it; where not, no case says nothing. */
    imported: z.array(z.boolean()),
    candidates: z.array(candidateSchema),
    /** Left out, since a person rejected them. */
    rejected: z.int(),
  }),
})
export type CandidatesAnswer = z.output<typeof candidatesEndpoint.response>

export const rejectCandidateEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/candidates/reject',
  summary: 'Say that a group of cases is no narrative: it, and groups that are mostly the same, are not proposed again. `undo` proposes it again',
  query: noQuery,
  body: z.strictObject({ by: coderSchema, caseIds: z.array(z.string().max(400)).min(1).max(5_000), undo: z.boolean().default(false) }),
  response: z.strictObject({ rejected: z.int() }),
})

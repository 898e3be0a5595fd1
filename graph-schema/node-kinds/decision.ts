import { z } from 'zod'
import { defineNodeKind } from '../define.ts'

/** What a person can say of a link. `skipped` decides nothing: the link comes up again later. */
export const verdicts = ['accepted', 'rejected', 'skipped'] as const
export const verdictSchema = z.enum(verdicts)
export type Verdict = z.output<typeof verdictSchema>

/** A coder reads a link by themselves; a settlement ends a disagreement between coders and overrides what they said. */
export const decisionRoles = ['coding', 'settlement'] as const

/**
 * What a person decided on the link of a case and a narrative. It points to both by id and hangs on neither, so that it outlives
 * undoing, wiping and importing anew. The id is made of case, narrative and coder: whoever decides again changes their mind.
 */
export const decisionKind = defineNodeKind({
  kind: 'Decision',
  role: 'provenance',
  idPrefixes: ['decision'],
  words: { one: 'decision', many: 'decisions' },
  properties: z.strictObject({
    /** The case's id when it was decided. */
    caseId: z.string(),
    /** The id that title and day alone would give the case, by which it is found when its address is not known; null without a day. */
    titleId: z.string().nullable(),
    narrativeId: z.string(),
    /** Who, as they call themselves. */
    coder: z.string(),
    role: z.enum(decisionRoles),
    verdict: verdictSchema,
    decidedAt: z.iso.datetime(),
    note: z.string().nullable(),
  }),
  searchable: [],
})

import { z } from 'zod'
import { evidenceSchema, tierSchema } from '../evidence.ts'
import { nodeIdSchema } from '../graph.ts'
import { disproofStates } from '../node-kinds/case.ts'
import { decisionRoles, verdictSchema } from '../node-kinds/decision.ts'
import { caseRowSchema } from './cases.ts'
import { defineEndpoint, limitParam, noBody } from './common.ts'

/** Who reviews, as they call themselves: a name is enough, since nothing is hidden behind it. */
export const coderSchema = z.string().trim().min(1, 'say who you are').max(60)

/** Which links come up: `open` those of a tier that nobody decided, `second` those that others decided and this coder has not seen. */
export const reviewQueues = ['open', 'second'] as const

/** Tiers that can be gone through. */
export const reviewTiers = ['suggested', 'source-tag', 'pattern', 'corroborated'] as const

const narrativeSchema = z.strictObject({ id: z.string(), name: z.string(), definition: z.string(), head: z.string().nullable() })

/** A case in a line, with what is known of its disproof. */
const briefCaseSchema = z.strictObject({ id: z.string(), title: z.string(), publishedOn: z.string().nullable(), disproofState: z.enum(disproofStates) })

export const reviewItemSchema = z.strictObject({
  case: caseRowSchema,
  narrative: narrativeSchema,
  tier: tierSchema,
  /** The model's score, 0 to 1; null where it gave none. A score, not the probability of truth. */
  score: z.number().nullable(),
  /** Why the link is there, without what people said: for marking words. */
  evidence: z.array(evidenceSchema),
  /** In words: at most three for the link, two against it. */
  reasonsFor: z.array(z.string()).max(3),
  reasonsAgainst: z.array(z.string()).max(2),
  /** The order of the queue rests on this; more is sooner. */
  usefulness: z.number(),
  /** Other cases of the same title with the same link, which can be decided together. */
  equalTitles: z.array(briefCaseSchema),
  /** Cases that surely carry the narrative and share most words with this one. */
  similar: z.array(briefCaseSchema.extend({ tier: tierSchema, shared: z.array(z.string()) })).max(3),
  /** Among how many other cases these were looked for. */
  sure: z.int(),
  /** Other narratives that the case is linked to. */
  otherLinks: z.array(z.strictObject({ id: z.string(), name: z.string(), tier: tierSchema })),
})
export type ReviewItem = z.output<typeof reviewItemSchema>

export const reviewEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/review',
  summary: 'Links to review, the most useful first, with reasons for and against',
  query: z.strictObject({
    coder: coderSchema.optional(),
    queue: z.enum(reviewQueues).default('open'),
    tier: z.enum(reviewTiers).default('suggested'),
    narrative: nodeIdSchema.optional(),
    limit: limitParam(5, 50),
  }),
  body: noBody,
  response: z.strictObject({
    items: z.array(reviewItemSchema),
    /** Links left in this queue, skipped ones included. */
    left: z.int(),
    /** Of these, skipped by this coder: they come last. */
    skipped: z.int(),
    /** Links that this coder decided in all. */
    decided: z.int(),
    /** Links left by narrative, most first. */
    byNarrative: z.array(z.strictObject({ id: z.string(), name: z.string(), left: z.int() })),
  }),
})

const sayingSchema = z.strictObject({
  caseId: nodeIdSchema,
  narrativeId: nodeIdSchema,
  verdict: verdictSchema,
  note: z.string().trim().max(500).nullable().default(null),
})

/** What stood before a decision, by which it is taken back; `before` is null where nothing did. */
export const takeBackSchema = z.strictObject({
  caseId: z.string().max(400),
  narrativeId: z.string().max(400),
  coder: coderSchema,
  role: z.enum(decisionRoles),
  before: z.strictObject({ verdict: verdictSchema, decidedAt: z.iso.datetime(), note: z.string().nullable() }).nullable(),
})
export type TakeBack = z.output<typeof takeBackSchema>

const changeSchema = z.strictObject({ caseId: z.string(), narrativeId: z.string(), before: tierSchema.nullable(), after: tierSchema.nullable() })

export const decideEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/review/decisions',
  summary: 'Accept, reject or skip links. Another narrative is a rejection and an acceptance in one call; equal titles go together in one call',
  query: z.strictObject({}),
  body: z.strictObject({ coder: coderSchema, role: z.enum(decisionRoles).default('coding'), decisions: z.array(sayingSchema).min(1).max(500) }),
  response: z.strictObject({ changes: z.array(changeSchema), takeBack: z.array(takeBackSchema) }),
})

export const takeBackEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/review/decisions/undo',
  summary: 'Take decisions back to what stood before them',
  query: z.strictObject({}),
  body: z.strictObject({ takeBack: z.array(takeBackSchema).min(1).max(1000) }),
  response: z.strictObject({ changes: z.array(changeSchema) }),
})

export const agreementEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/review/agreement',
  summary: 'How far coders agree on the links that both read (Cohen’s kappa), and the disagreements to settle',
  query: z.strictObject({}),
  body: noBody,
  response: z.strictObject({
    coders: z.array(z.strictObject({ coder: z.string(), accepted: z.int(), rejected: z.int(), skipped: z.int() })),
    pairs: z.array(
      z.strictObject({
        a: z.string(),
        b: z.string(),
        /** Links that both accepted or rejected; skipped ones are left out. */
        links: z.int(),
        agreed: z.int(),
        /** Cohen's kappa: (observed − expected agreement) / (1 − expected). Null where chance alone makes them agree. */
        kappa: z.number().nullable(),
      }),
    ),
    disagreements: z.array(
      z.strictObject({
        case: caseRowSchema,
        narrative: narrativeSchema,
        sayings: z.array(z.strictObject({ coder: z.string(), verdict: z.enum(['accepted', 'rejected']), on: z.string(), note: z.string().nullable() })),
      }),
    ),
    /** Disagreements that somebody settled. */
    settled: z.int(),
  }),
})
export type AgreementAnswer = z.output<typeof agreementEndpoint.response>

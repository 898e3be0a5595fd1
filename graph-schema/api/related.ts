import { z } from 'zod'
import { tierSchema } from '../evidence.ts'
import { caseRowSchema } from './cases.ts'
import { defineEndpoint, limitParam, noBody } from './common.ts'

/** The parts of a related case's score that the reader may weigh. */
export const relatedParts = ['text', 'theme', 'place', 'time'] as const
export type RelatedPart = (typeof relatedParts)[number]

/** A weight goes from 0, not at all, to this. */
export const heaviestWeight = 2

/**
 * What the parts weigh where the reader says nothing: text leads; the others break ties between similar texts and bring in what is told in
 * other words. Measured in docs/measurement.md.
 */
export const defaultWeights: Readonly<Record<RelatedPart, number>> = { text: 1, theme: 0.35, place: 0.3, time: 0.4 }

const weightParam = (part: RelatedPart) => z.coerce.number().min(0).max(heaviestWeight).default(defaultWeights[part])

const named = z.strictObject({ id: z.string(), name: z.string() })

/** A case in a list: its claim with its disproof, or what of it is missing. */
export const listedCaseSchema = caseRowSchema.omit({ outlets: true })

export const relatedEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/cases/:id/related',
  summary: 'Cases related to one, nearest first: by words, keywords, countries and date as weighed by the reader, and by what the sources state. Each says why',
  query: z.strictObject({ text: weightParam('text'), theme: weightParam('theme'), place: weightParam('place'), time: weightParam('time'), limit: limitParam(10, 50) }),
  body: noBody,
  response: z.strictObject({
    id: z.string(),
    weights: z.strictObject({ text: z.number(), theme: z.number(), place: z.number(), time: z.number() }),
    /** How many cases were compared. */
    compared: z.int(),
    /** False while the comparison does not know yet what an import has just changed. */
    isCurrent: z.boolean(),
    cases: z.array(
      listedCaseSchema.extend({
        /** Sum of the parts, each divided by its largest value for this case and weighed. A score for ordering and nothing else. */
        score: z.number(),
        /** The two have little in common, by how rare it is, and the sources do not tie them: they may have no more to do with each other than others have. Of such, about one in three was worth seeing in our test (docs/measurement.md). */
        isLoose: z.boolean(),
        /** Share of each part in the score; they add up to 1. `ties`: one names or repeats the other, or both cite the same evidence. */
        shares: z.strictObject({ text: z.number(), theme: z.number(), place: z.number(), time: z.number(), ties: z.number() }),
        /** Why it is shown, as a sentence made of the shares. */
        reason: z.string(),
        /** What both have, rarest first. */
        keywords: z.array(named),
        countries: z.array(named),
        sources: z.array(named),
        days: z.int().nullable(),
      }),
    ),
  }),
})
export type RelatedAnswer = z.output<typeof relatedEndpoint.response>
export type RelatedCase = RelatedAnswer['cases'][number]

/** So many days before or after, at most. */
export const farthestDays = 3650

export const toldElsewhereEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/cases/:id/told-elsewhere',
  summary: 'Cases that carry the same narrative, within so many days, and discuss another country',
  query: z.strictObject({ days: z.coerce.number().int().min(1).max(farthestDays).default(90), limit: limitParam(10, 50) }),
  body: noBody,
  response: z.strictObject({
    id: z.string(),
    days: z.int(),
    total: z.int(),
    /** What of this case the comparison needs and does not have. */
    lacks: z.array(z.enum(['date', 'country', 'narrative'])),
    /** Nearest in time first. */
    cases: z.array(
      listedCaseSchema.extend({
        /** The narratives both carry, with the tier of the other case's link. */
        narratives: z.array(named.extend({ tier: tierSchema })),
        /** Countries that it discusses and this case does not. */
        countries: z.array(named),
        /** Days after this case; below 0 before it. */
        daysAfter: z.int(),
      }),
    ),
  }),
})
export type ToldElsewhereAnswer = z.output<typeof toldElsewhereEndpoint.response>

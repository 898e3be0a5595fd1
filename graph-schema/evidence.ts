import { z } from 'zod'

/** How sure a CARRIES edge is, surest first. A person overrules all; `suggested` is never drawn as fact. */
export const tiers = ['accepted', 'corroborated', 'pattern', 'source-tag', 'suggested', 'rejected'] as const
export const tierSchema = z.enum(tiers)
export type Tier = z.output<typeof tierSchema>

/** Words for the screen. "Confirmed" is not used for a link. */
export const tierWords: Record<Tier, string> = {
  accepted: 'accepted by a person',
  corroborated: 'rule and model agree',
  pattern: 'matched by a rule',
  'source-tag': 'tagged by the source',
  suggested: 'suggested, not reviewed',
  rejected: 'rejected by a person',
}

/** Where in a case a span lies. */
export const spanPlaceSchema = z.enum(['title', 'claim', 'disproof', 'facts'])

/** Why an edge is there. Offsets count UTF-16 code units into the text named by `in`. */
export const evidenceSchema = z.discriminatedUnion('kind', [
  /** The source states it in its facts; `value` as it stood there, null where that was the entity's own name. */
  z.strictObject({ kind: z.literal('stated'), field: z.string(), value: z.string().nullable() }),
  /** Where the claim appeared, as the source says, and a copy in an archive. At least one of the two is there. */
  z.strictObject({ kind: z.literal('publication'), url: z.string().nullable(), archiveUrl: z.string().nullable() }),
  /** Words of the case matched a rule. */
  z.strictObject({
    kind: z.literal('match'),
    rule: z.string(),
    in: spanPlaceSchema,
    text: z.string(),
    start: z.int().nonnegative(),
    end: z.int().nonnegative(),
  }),
  /** A keyword of the source stands for the target. */
  z.strictObject({ kind: z.literal('keyword'), keyword: z.string() }),
  /** The source's own sentence says it. */
  z.strictObject({ kind: z.literal('quote'), in: spanPlaceSchema, text: z.string(), start: z.int().nullable(), end: z.int().nullable() }),
  /** The text is nearly that of another case: the share of words both have, and the other text. */
  z.strictObject({ kind: z.literal('likeness'), in: spanPlaceSchema, share: z.number().min(0).max(1), other: z.string() }),
  /** The model scores it: a score, not the probability of truth, with what counts for and (below 0) against it, and the model's version. */
  z.strictObject({
    kind: z.literal('score'),
    label: z.string(),
    score: z.number().min(0).max(1),
    reasons: z.array(z.strictObject({ feature: z.string(), weight: z.number() })),
    version: z.string(),
  }),
  /** A person decided it, and may have said why. */
  z.strictObject({ kind: z.literal('decision'), verdict: z.enum(['accepted', 'rejected']), by: z.string(), on: z.iso.date(), note: z.string().nullable() }),
  /** Throughline's taxonomy or entity tables say it. */
  z.strictObject({ kind: z.literal('taxonomy'), note: z.string(), version: z.string() }),
])
export type Evidence = z.output<typeof evidenceSchema>

/** What an edge rests on, for line styles and filters. */
export const bases = ['stated', 'rule', 'keyword', 'inferred', 'reference', 'taxonomy', 'person'] as const
export const basisSchema = z.enum(bases)
export type Basis = z.output<typeof basisSchema>

export const basisWords: Record<Basis, string> = {
  stated: 'stated by the source',
  rule: 'matched by a rule',
  keyword: 'through a keyword of the source',
  inferred: 'inferred from the text, see evidence',
  reference: 'refers to',
  taxonomy: 'from Throughline’s taxonomy',
  person: 'decided by a person',
}

/** One evidence as a sentence without its full stop, for lists and tooltips. Plain text. */
export function evidenceSentence(evidence: Evidence): string {
  switch (evidence.kind) {
    case 'stated':
      return `the source lists ${evidence.value === null ? 'it' : `“${evidence.value}”`} under ${evidence.field}`
    case 'publication':
      return [evidence.url === null ? null : `published at ${evidence.url}`, evidence.archiveUrl === null ? null : `archived at ${evidence.archiveUrl}`].filter((part) => part !== null).join(', ')
    case 'match':
      return `“${evidence.text}” in the ${evidence.in}`
    case 'keyword':
      return `keyword of the source: ${evidence.keyword}`
    case 'quote':
      return `the ${evidence.in} says “${evidence.text}”`
    case 'likeness':
      return `${String(Math.round(evidence.share * 100))} % of the words in the two ${evidence.in}s are the same: “${evidence.other}”`
    case 'score':
      return scoreSentence(evidence.score, evidence.reasons)
    case 'decision':
      return `${evidence.verdict} by ${evidence.by} on ${evidence.on}${evidence.note === null ? '' : `: “${evidence.note}”`}`
    case 'taxonomy':
      return evidence.note
  }
}

/** What the model counts, as part of a sentence. Words of the text are quoted; that a pattern matched is said, since no text has these words. */
export function featurePhrase(feature: string): string {
  if (feature === 'this pattern') return 'the pattern that matches'
  return feature.startsWith('pattern of ') ? `a ${feature}` : `“${feature}”`
}

function scoreSentence(score: number, reasons: readonly { feature: string; weight: number }[]): string {
  const counted = (wanted: 'for' | 'against') => reasons.filter(({ weight }) => (wanted === 'for' ? weight > 0 : weight < 0)).map(({ feature }) => featurePhrase(feature))
  const [inFavour, against] = [counted('for'), counted('against')]
  return [
    `the model scores it ${score.toFixed(2)} of 1`,
    ...(inFavour.length === 0 ? [] : [`for it ${inFavour.join(', ')}`]),
    ...(against.length === 0 ? [] : [`against it ${against.join(', ')}`]),
  ].join(', ')
}

import { type Tier, tiers } from '#graph-schema/evidence.ts'
import { sha256 } from '../sha256.ts'
import { slug } from '#graph-schema/fold.ts'
import type { Taxonomy } from '../narratives/taxonomy.ts'
import type { Yardstick } from '../narratives/yardstick.ts'
import { type Agreement, agreementOf, atHeads, type Decision, f1, intervalsOf, share, wilson } from './agreement.ts'
import { decideLabels, type LabelDecision } from './decide.ts'
import type { MeasuredCase } from './read-cases.ts'
import { trainOnKeywords } from './training.ts'

type Interval = [low: number, high: number]

/** Tiers that draw a link. `suggested` waits for a person; keywords are withheld, so that `source-tag` does not occur. */
const drawn: ReadonlySet<Tier> = new Set(['corroborated', 'pattern'])

export interface SplitResult {
  trainedOn: number
  before: string
  cases: number
  leftOut: number
  micro: number
  macro: number
  precision: number
  recall: number
  labels: number
  samples: number
  heads: { micro: number; macro: number }
  intervals: { micro: Interval; macro: Interval }
  /** The same with suggestions counted as if somebody had accepted them all. */
  withSuggestions: { micro: number; macro: number }
  byNarrative: { label: string; cases: number; decided: number; precision: number; recall: number; f1: number }[]
  tiers: { tier: Tier; decided: number; agreesWithKeywords: number }[]
  spans: { spans: number; valid: number; share: number }
  hash: string
}

/** Trains on cases before the day and measures on the rest, keywords withheld. `leaveOut` names cases that are in neither. */
export function measureSplit(cases: readonly MeasuredCase[], before: string, testFrom: (one: MeasuredCase) => boolean, leaveOut: (one: MeasuredCase) => boolean, taxonomy: Taxonomy, yardstick: Yardstick): SplitResult {
  const { model } = trainOnKeywords(cases, before, taxonomy, yardstick)
  const all = cases.filter((one) => one.date !== null && one.date >= before && testFrom(one))
  const test = all.filter((one) => !leaveOut(one))
  const withModel: Taxonomy = { ...taxonomy, model }
  const made = test.map((one) => decideLabels(one, withModel, yardstick))
  const truths = test.map(({ keywords }) => yardstick.labelsOf(keywords))
  const decisionsOf = (kept: (tier: Tier) => boolean): Decision[] =>
    made.map(({ tierOf }, index) => ({ decided: new Set([...tierOf].filter(([, tier]) => kept(tier)).map(([label]) => label)), truth: truths[index] ?? new Set() }))
  const count = yardstick.labels.length
  const decisions = decisionsOf((tier) => drawn.has(tier))
  const agreement = agreementOf(decisions, count)
  const heads = agreementOf(atHeads(decisions, yardstick.headOf), yardstick.heads.length)
  const suggested = agreementOf(decisionsOf(() => true), count)
  const spans = made.reduce((sum, one) => sum + one.spans, 0)
  const valid = made.reduce((sum, one) => sum + one.validSpans, 0)
  return {
    trainedOn: model.trainingCases,
    before,
    cases: test.length,
    leftOut: all.length - test.length,
    micro: agreement.micro,
    macro: agreement.macro,
    precision: agreement.precision,
    recall: agreement.recall,
    labels: agreement.labels,
    samples: agreement.samples,
    heads: { micro: heads.micro, macro: heads.macro },
    intervals: intervalsOf(decisions, count),
    withSuggestions: { micro: suggested.micro, macro: suggested.macro },
    byNarrative: byNarrativeOf(agreement, yardstick),
    tiers: tiersOf(made, truths),
    spans: { spans, valid, share: spans === 0 ? 1 : valid / spans },
    hash: hashOf(test, made),
  }
}

function byNarrativeOf({ byLabel }: Agreement, yardstick: Yardstick): SplitResult['byNarrative'] {
  return yardstick.labels.map(({ label }, number) => {
    const counts = byLabel[number] ?? { hit: 0, false: 0, missed: 0 }
    const { hit, missed } = counts
    const decided = hit + counts.false
    return { label, cases: hit + missed, decided, precision: share(hit, decided), recall: share(hit, hit + missed), f1: f1(counts) }
  })
}

function tiersOf(made: readonly LabelDecision[], truths: readonly ReadonlySet<number>[]): SplitResult['tiers'] {
  return tiers.flatMap((tier) => {
    const of = made.flatMap(({ tierOf }, index) => [...tierOf].flatMap(([label, its]) => (its === tier ? [truths[index]?.has(label) === true] : [])))
    return of.length === 0 ? [] : [{ tier, decided: of.length, agreesWithKeywords: share(of.filter(Boolean).length, of.length) }]
  })
}

/** A hash of every decision: equal runs, equal hashes. */
function hashOf(test: readonly MeasuredCase[], made: readonly LabelDecision[]): string {
  return sha256(test.map(({ id }, index) => `${id} ${[...(made[index]?.tierOf ?? [])].map(([label, tier]) => `${String(label)}:${tier}`).sort().join(' ')} ${[...(made[index]?.narratives ?? [])].map(([narrative, tier]) => `${narrative}:${tier}`).sort().join(' ')}`).join('\n'))
}

export interface GoldResult {
  cases: number
  links: number
  missingCases: number
  micro: number
  recallOfDrawn: number
  byTier: { tier: Tier; decided: number; right: number; precision: number; interval: Interval }[]
  /** The source’s own keywords, read through the yardstick’s first narrative of each label’s, against the gold: how good the labels are. */
  keywordsAtLabels: { precision: number; recall: number }
}

/** The same claim in another table: day and beginning of the title. */
function twinKey({ date, title }: MeasuredCase): string {
  return `${date ?? ''} ${slug(title).slice(0, 30)}`
}

/**
 * Precision by tier on cases that a person read. The model is trained without the gold cases and their twins in the other table. A link to
 * a head counts as right where the gold has the head or one of its forms, since a head says no more.
 */
export function measureGold(cases: readonly MeasuredCase[], gold: ReadonlyMap<string, ReadonlySet<string>>, before: string, taxonomy: Taxonomy, yardstick: Yardstick): GoldResult {
  const byId = new Map(cases.map((one) => [one.id, one]))
  const known = [...gold].flatMap(([id, links]) => {
    const one = byId.get(id)
    return one === undefined ? [] : [{ one, links }]
  })
  const held = new Set(known.map(({ one }) => twinKey(one)))
  const { model } = trainOnKeywords(cases.filter((one) => !held.has(twinKey(one))), before, taxonomy, yardstick)
  const headOf = new Map(taxonomy.narratives.map(({ id, head }) => [id, head]))
  const withModel: Taxonomy = { ...taxonomy, model }
  const byTier = new Map<Tier, { decided: number; right: number }>()
  let wrong = 0
  let links = 0
  let found = 0
  const keywords = { hit: 0, said: 0, true: 0 }
  for (const { one, links: true_ } of known) {
    const right = (narrative: string) => true_.has(narrative) || [...true_].some((id) => headOf.get(id) === narrative)
    const { narratives } = decideLabels(one, withModel, yardstick)
    for (const [narrative, tier] of narratives) {
      const of = byTier.get(tier) ?? { decided: 0, right: 0 }
      byTier.set(tier, { decided: of.decided + 1, right: of.right + (right(narrative) ? 1 : 0) })
      if (drawn.has(tier) && !right(narrative)) wrong += 1
    }
    links += true_.size
    for (const id of true_) if (drawn.has(narratives.get(id) ?? 'suggested')) found += 1
    const trueLabels = new Set([...true_].flatMap((id) => yardstick.labelsOfTarget.get(id) ?? []))
    const said = yardstick.labelsOf(one.keywords)
    keywords.said += said.size
    keywords.true += trueLabels.size
    keywords.hit += [...said].filter((label) => trueLabels.has(label)).length
  }
  return {
    cases: known.length,
    links,
    missingCases: gold.size - known.length,
    micro: f1({ hit: found, false: wrong, missed: links - found }),
    recallOfDrawn: share(found, links),
    byTier: tiers.flatMap((tier) => {
      const of = byTier.get(tier)
      return of === undefined ? [] : [{ tier, ...of, precision: share(of.right, of.decided), interval: wilson(of.right, of.decided) }]
    }),
    keywordsAtLabels: { precision: share(keywords.hit, keywords.said), recall: share(keywords.hit, keywords.true) },
  }
}

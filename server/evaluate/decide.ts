import { type Tier, tiers } from '#graph-schema/evidence.ts'
import { linkCase } from '../narratives/link-case.ts'
import { backingScore, logitOf, scoreOf, vectorOf } from '../narratives/model/link-model.ts'
import { isReliable } from '../narratives/model/reliance.ts'
import { patternFeatures, readCase } from '../narratives/read-case.ts'
import type { Taxonomy } from '../narratives/taxonomy.ts'
import type { Yardstick } from '../narratives/yardstick.ts'
import type { MeasuredCase } from './read-cases.ts'

/** What the linker decided of one case with its keywords withheld: labels with their surest tier, and what was seen of spans. */
export interface LabelDecision {
  tierOf: Map<number, Tier>
  /** Narrative → tier, for gold files. */
  narratives: Map<string, Tier>
  spans: number
  validSpans: number
}

/**
 * Links a case without its keywords and says which labels of the yardstick that comes to: those of each narrative linked, and of each
 * topic that a pattern met (a topic is relied on as a narrative is). The disproof is withheld too: the yardstick is about the claim.
 */
export function decideLabels(one: MeasuredCase, taxonomy: Taxonomy, yardstick: Yardstick): LabelDecision {
  const decision: LabelDecision = { tierOf: new Map(), narratives: new Map(), spans: 0, validSpans: 0 }
  const texts = { title: one.title, claim: one.claim ?? '', disproof: '', facts: '' }
  for (const { narrativeId, tier, evidence } of linkCase({ title: one.title, claim: one.claim, disproof: null, keywords: [] }, taxonomy)) {
    decision.narratives.set(narrativeId, tier)
    for (const label of yardstick.labelsOfTarget.get(narrativeId) ?? []) setSurer(decision.tierOf, label, tier)
    for (const span of evidence) {
      if (span.kind !== 'match') continue
      decision.spans += 1
      if (span.start < span.end && texts[span.in].slice(span.start, span.end) === span.text) decision.validSpans += 1
    }
  }
  decideTopics(one, taxonomy, yardstick, decision)
  return decision
}

function decideTopics(one: MeasuredCase, { rules, model }: Taxonomy, yardstick: Yardstick, decision: LabelDecision): void {
  const reading = readCase(one.title, one.claim, rules)
  const topics = reading.hits.filter(({ target }) => target.id.startsWith('topic:'))
  if (topics.length === 0) return
  const vector = model === null ? null : vectorOf(reading.words, patternFeatures(reading.hits), model.features, model.rarity)
  for (const { target, pattern } of topics) {
    for (const label of yardstick.labelsOfTarget.get(target.id) ?? []) {
      const learned = model?.labels[label]
      const relied = learned === undefined || vector === null || isReliable(pattern, learned.record.get(target.key)) || scoreOf(logitOf(vector, learned)) >= backingScore
      setSurer(decision.tierOf, label, relied ? 'pattern' : 'suggested')
    }
  }
}

function setSurer(by: Map<number, Tier>, label: number, tier: Tier): void {
  const before = by.get(label)
  if (before === undefined || tiers.indexOf(tier) < tiers.indexOf(before)) by.set(label, tier)
}

import type { Evidence, Tier } from '#graph-schema/evidence.ts'
import { keywordKey } from './compile-rules.ts'
import { agreeingScore, backingScore, canAgree, type Contribution, contributionsOf, type LinkModel, logitsOf, type ModelLabel, scoreOf, suggestingScore, vectorOf } from './model/link-model.ts'
import { canRely, isProven } from './model/reliance.ts'
import { matchesOf } from './match-evidence.ts'
import type { Pattern } from './patterns/pattern-syntax.ts'
import { type CaseReading, patternFeatures, readCase, type Span, spanOf } from './read-case.ts'
import { compilePhrases } from './phrases.ts'
import type { Taxonomy } from './taxonomy.ts'
import { tokenise } from './tokens.ts'

/** What of a case is looked at. Keywords by name, as the source's table has them. */
export interface LinkableCase {
  title: string
  claim: string | null
  disproof: string | null
  keywords: readonly string[]
}

/** A case carries a narrative: why, and how sure. A person's word (accepted, rejected) is not the linker's to give. */
export interface NarrativeLink {
  narrativeId: string
  tier: Exclude<Tier, 'accepted' | 'rejected'>
  evidence: Evidence[]
}

/** More spans than these explain nothing further. */
const mostSpans = 5

/** So many contributions are told for a link, and against it. */
const mostFor = 3
const mostAgainst = 2

/** A “sentence” longer than this is a text without full stops: only the words that matched are quoted. */
const longestQuote = 1000

/** A disproof's sentence speaks *about* a narrative only with one of these; else its words are the fact-checker's own argument. */
const statementCues = compilePhrases(
  ['recurring', 'recurrent', 'narrative*', 'accusation*', 'accusing', 'trope*', 'myth*', 'conspiracy theor*', 'big conspiracy', 'kremlin claim*', 'kremlin disinformation'].map((cue) => [cue, null] as const),
)

/** Evidence of one narrative as it is gathered. */
class Gathered {
  readonly #seen = new Set<string>()
  readonly spans: Evidence[] = []
  readonly others: Evidence[] = []
  /** The patterns met, by their keys. */
  readonly met = new Map<string, Pattern>()

  /** Takes all spans of one pattern, or none where they would be too many: half a pattern explains nothing. */
  addSpans(spans: readonly Evidence[]): void {
    const fresh = spans.filter((span) => 'start' in span && !this.#seen.has(`${span.in} ${String(span.start)} ${String(span.end)}`))
    if (this.spans.length > 0 && this.spans.length + fresh.length > mostSpans) return
    for (const span of fresh) {
      if ('start' in span) this.#seen.add(`${span.in} ${String(span.start)} ${String(span.end)}`)
      this.spans.push(span)
    }
  }
}

/** What the model says of a case for one narrative. */
interface Opinion {
  label: ModelLabel
  score: number
  /** Whether the label can make a link surer. */
  counts: boolean
}

/**
 * The narratives that a case carries. Patterns over title and claim come first; the model is a second opinion; keywords of the
 * source, and sentences of the disproof that name a narrative, are the source's own word. The disproof is never read for anything else.
 *
 * Tiers: `corroborated` where a pattern that the source's keywords nearly always bore out and a model with cases enough agree; `pattern` where
 * another pattern is met; `source-tag`; `suggested` where only the model, or only a pattern that the keywords rarely bear out, points to it.
 * One entry a narrative, in the order of the taxonomy; spans are valid offsets into the text they name.
 */
export function linkCase(subject: LinkableCase, taxonomy: Taxonomy, reading: CaseReading = readCase(subject.title, subject.claim, taxonomy.rules)): NarrativeLink[] {
  const gathered = new Map<string, Gathered>()
  function of(narrativeId: string): Gathered {
    const before = gathered.get(narrativeId)
    if (before !== undefined) return before
    const fresh = new Gathered()
    gathered.set(narrativeId, fresh)
    return fresh
  }
  const { model, rules } = taxonomy
  for (const hit of reading.hits) {
    if (!hit.target.id.startsWith('narrative:')) continue
    const narrative = of(hit.target.id)
    narrative.met.set(hit.target.key, hit.pattern)
    narrative.addSpans(matchesOf(hit, hit.place === 'title' ? subject.title : (subject.claim ?? '')))
  }
  for (const key of new Set(subject.keywords.map(keywordKey))) {
    for (const { id, keyword } of rules.narrativesOfKeyword.get(key) ?? []) of(id).others.push({ kind: 'keyword', keyword })
  }
  const quoted = new Map<string, Evidence[]>()
  if (subject.disproof !== null) {
    for (const { narrativeId, quote } of statedIn(subject.disproof, taxonomy)) {
      of(narrativeId)
      quoted.set(narrativeId, [...(quoted.get(narrativeId) ?? []), quote])
    }
  }
  const vector = model === null ? null : vectorOf(reading.words, patternFeatures(reading.hits), model.features, model.rarity)
  const logits = model === null || vector === null ? null : logitsOf(vector, model)
  if (model !== null && logits !== null) {
    for (const [number, { narratives: [first, ...others] }] of model.labels.entries()) {
      // Of several narratives under one label the model cannot tell which: it suggests the first, and only where no pattern knows better.
      if (first === undefined || scoreOf(logits[number] ?? 0) < suggestingScore) continue
      if (![first, ...others].some((one) => (gathered.get(one)?.met.size ?? 0) > 0)) of(first)
    }
  }
  return taxonomy.narratives.flatMap(({ id }): NarrativeLink[] => {
    const found = gathered.get(id)
    if (found === undefined) return []
    const opinion = model === null || logits === null ? undefined : opinionOn(id, model, logits)
    const quotes = quoted.get(id) ?? []
    const tier = tierOf(id, found, quotes.length > 0, opinion, model)
    if (tier === 'corroborated' || tier === 'suggested') {
      if (model !== null && vector !== null && opinion !== undefined) found.others.push(scoreEvidence(opinion, contributionsOf(vector, opinion.label, model.names), taxonomy, model))
    }
    found.addSpans(quotes)
    const evidence = [...found.spans, ...found.others]
    return evidence.length === 0 ? [] : [{ narrativeId: id, tier, evidence }]
  })
}

/** What the model says for a narrative: the most that one of its labels does. */
function opinionOn(narrativeId: string, { labels }: LinkModel, logits: Float64Array): Opinion | undefined {
  let most: Opinion | undefined
  for (const [number, label] of labels.entries()) {
    if (!label.narratives.includes(narrativeId)) continue
    const score = scoreOf(logits[number] ?? 0)
    if (most === undefined || score > most.score) most = { label, score, counts: canAgree(label) }
  }
  return most
}

function tierOf(id: string, found: Gathered, isQuoted: boolean, opinion: Opinion | undefined, model: LinkModel | null): NarrativeLink['tier'] {
  if (found.met.size > 0) {
    const score = opinion?.score ?? 0
    if (score >= agreeingScore && opinion?.counts === true && [...found.met].some(([key, pattern]) => isProven(pattern, opinion.label.record.get(key)))) return 'corroborated'
    if (score >= backingScore || model === null || canRely(id, found.met, model)) return 'pattern'
  }
  return isQuoted || found.others.length > 0 ? 'source-tag' : 'suggested'
}

/** Scores and weights are told to three places: what follows is noise, and equal runs write equal bytes either way. */
function told(value: number): number {
  return Math.round(value * 1000) / 1000
}

function scoreEvidence({ label, score }: Opinion, contributions: readonly Contribution[], taxonomy: Taxonomy, model: LinkModel): Evidence {
  const reasons = [
    ...contributions.filter(({ weight }) => weight > 0).slice(0, mostFor),
    ...contributions.filter(({ weight }) => weight < 0).slice(0, mostAgainst),
  ].flatMap(({ feature, weight }) => (told(weight) === 0 ? [] : [{ feature: featureWords(feature, taxonomy), weight: told(weight) }]))
  return { kind: 'score', label: label.name, score: told(score), reasons, version: model.version }
}

/** A feature in words: a stem, two neighbouring stems, or a pattern; `featurePhrase` makes part of a sentence of it. */
function featureWords(feature: string, taxonomy: Taxonomy): string {
  if (feature.startsWith('=')) return `pattern of ${taxonomy.nameOf.get(feature.slice(1)) ?? feature.slice(1)}`
  if (feature.startsWith('~')) return 'this pattern'
  return feature.replace('_', ' ')
}

/** The sentences of a disproof that name a narrative as such. */
function* statedIn(disproof: string, { rules }: Taxonomy): IterableIterator<{ narrativeId: string; quote: Evidence }> {
  const { tokens, sentences } = tokenise(disproof)
  const cued = new Set<number>()
  for (const { first } of statementCues.find(tokens)) cued.add(tokens[first]?.sentence ?? 0)
  if (cued.size === 0) return
  for (const { payload, sentence, clauses } of rules.statements.find(tokens)) {
    if (!cued.has(sentence)) continue
    const whole = sentences[sentence]
    const [clause] = clauses
    const place: Span | undefined = whole !== undefined && whole.end - whole.start > longestQuote ? clause && spanOf(tokens, clause.first, clause.last) : whole
    if (place === undefined) continue
    yield { narrativeId: payload.id, quote: { kind: 'quote', in: 'disproof', text: disproof.slice(place.start, place.end), start: place.start, end: place.end } }
  }
}

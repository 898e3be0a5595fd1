import { type Evidence, evidenceSentence, type Tier } from '#graph-schema/evidence.ts'
import type { ClaimMarks } from '#web/ui/claim-block.tsx'
import type { TextSpan } from '#web/ui/cut-at-spans.ts'

/** The texts of a case that evidence can point into. */
export interface MarkableTexts {
  title: string
  claim: string | null
  disproof: string | null
}

type Place = keyof MarkableTexts

interface Found {
  place: Place
  span: TextSpan
}

/** Where a piece of evidence stands in the texts; null when it has no place there or the text no longer reads so. */
function placeOf(evidence: Evidence, texts: MarkableTexts): Found | null {
  if ((evidence.kind !== 'match' && evidence.kind !== 'quote') || evidence.in === 'facts' || evidence.start === null || evidence.end === null) return null
  const found = texts[evidence.in]?.slice(evidence.start, evidence.end)
  return found === undefined || found !== evidence.text ? null : { place: evidence.in, span: { start: evidence.start, end: evidence.end } }
}

/** The words to mark in title, claim and disproof: what linked the case to its narratives. Links that a person rejected mark nothing. */
export function marksOf(links: readonly { tier: Tier; evidence: readonly Evidence[] }[], texts: MarkableTexts): ClaimMarks {
  const found = links
    .filter((link) => link.tier !== 'rejected')
    .flatMap((link) => link.evidence)
    .flatMap((evidence) => placeOf(evidence, texts) ?? [])
  const at = (place: Place) => found.filter((one) => one.place === place).map((one) => one.span)
  return { title: at('title'), claim: at('claim'), disproof: at('disproof') }
}

/** Each sentence of evidence once, in the order given, with how often it stands. */
export function countedEvidence(evidence: readonly Evidence[]): { first: Evidence; sentence: string; count: number }[] {
  const counted = new Map<string, { first: Evidence; sentence: string; count: number }>()
  for (const one of evidence) {
    const sentence = evidenceSentence(one)
    const before = counted.get(sentence)
    counted.set(sentence, before === undefined ? { first: one, sentence, count: 1 } : { ...before, count: before.count + 1 })
  }
  return [...counted.values()]
}

/** Evidence as sentences, each once, in the order given; what occurs again says how often. */
export function evidenceSentences(evidence: readonly Evidence[]): string[] {
  return countedEvidence(evidence).map(({ sentence, count }) => (count === 1 ? sentence : `${sentence}, ${count} times`))
}

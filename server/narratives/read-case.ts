import type { CompiledRules, PatternTarget } from './compile-rules.ts'
import { wordFeatures } from './model/text-features.ts'
import type { Pattern } from './patterns/pattern-syntax.ts'
import { type Token, tokenise } from './tokens.ts'

/** Where words stand in a text, in UTF-16 code units. */
export interface Span {
  start: number
  end: number
}

/** A pattern that title or claim meets, with the words of each of its clauses. */
export interface TextHit {
  place: 'title' | 'claim'
  target: PatternTarget
  pattern: Pattern
  spans: Span[]
}

/** What a title and a claim say, as far as linking goes. */
export interface CaseReading {
  hits: TextHit[]
  /** Features for the model: words and pairs of words, and the patterns met. */
  words: string[]
}

/** Reads title and claim once: the patterns they meet and the words they hold. A title is one statement, whatever its punctuation. */
export function readCase(title: string, claim: string | null, rules: CompiledRules): CaseReading {
  const titleWords = tokenise(title).tokens.map((token) => ({ ...token, sentence: 0 }))
  const claimWords = claim === null || claim === title ? [] : tokenise(claim).tokens
  return {
    hits: [...hitsIn('title', titleWords, rules), ...(claim === title ? [] : hitsIn('claim', claimWords, rules))],
    words: claimWords.length === 0 ? wordFeatures(titleWords) : [...new Set([...wordFeatures(titleWords), ...wordFeatures(claimWords)])],
  }
}

function hitsIn(place: 'title' | 'claim', tokens: readonly Token[], rules: CompiledRules): TextHit[] {
  const hits: TextHit[] = []
  for (const { payload, pattern, clauses } of rules.text.find(tokens)) {
    if (pattern.place !== 'text' && pattern.place !== place) continue
    hits.push({ place, target: payload, pattern, spans: clauses.map(({ first, last }) => spanOf(tokens, first, last)) })
  }
  return hits
}

/** From the beginning of one word to the end of another. */
export function spanOf(tokens: readonly Token[], first: number, last: number): Span {
  return { start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 }
}

/** The names under which a model knows what was met: each target, and each single pattern. */
export function patternFeatures(hits: readonly TextHit[]): string[] {
  return [...new Set(hits.flatMap(({ target }) => [targetFeature(target.id), patternFeature(target.key)]))]
}

/** Feature: some pattern of this narrative or topic is met. */
export function targetFeature(id: string): string {
  return `=${id}`
}

/** Feature: this very pattern is met. */
export function patternFeature(key: string): string {
  return `~${key}`
}

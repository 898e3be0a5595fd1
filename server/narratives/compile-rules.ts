import { slug } from '#graph-schema/fold.ts'
import { sha256 } from '../sha256.ts'
import { compilePatterns, type PatternIndex } from './patterns/compile-patterns.ts'
import type { TargetPatterns } from './patterns/load-patterns.ts'
import type { TaxonomyEntries } from './taxonomy-entries.ts'

/** What a pattern stands for. */
export interface PatternTarget {
  /** The narrative or topic. */
  id: string
  /** A short name for this pattern of this target, the same as long as its text is; models know it by that. */
  key: string
}

/** A narrative or topic that a keyword stands for, with the keyword as the taxonomy spells it. */
export interface KeywordTarget {
  id: string
  keyword: string
}

export interface CompiledRules {
  /** Patterns over title and claim, of narratives and of topics. */
  text: PatternIndex<PatternTarget>
  /** Patterns over sentences of a disproof that speak of a narrative. */
  statements: PatternIndex<PatternTarget>
  /** Key of a keyword of the source → the narratives it indicates. */
  narrativesOfKeyword: Map<string, KeywordTarget[]>
  /** Key of a keyword of the source → the topics it belongs to. */
  topicsOfKeyword: Map<string, KeywordTarget[]>
}

/** Compiles a taxonomy's patterns and keywords for linking. */
export function compileRules(entries: TaxonomyEntries, targets: readonly TargetPatterns[]): CompiledRules {
  const all = targets.flatMap(({ id, patterns }) => patterns.map((pattern) => [pattern, { id, key: sha256(`${id} ${pattern.text}`).slice(0, 8) }] as const))
  return {
    text: compilePatterns(all.filter(([pattern]) => pattern.place !== 'statement')),
    statements: compilePatterns(all.filter(([pattern]) => pattern.place === 'statement')),
    narrativesOfKeyword: byKeyword(entries.narratives.map((narrative) => [narrative.id, narrative.sourceKeywords])),
    topicsOfKeyword: byKeyword(entries.topics.map((topic) => [topic.id, topic.keywords])),
  }
}

/** The key under which a keyword is known: spellings of one keyword, which are one node in the graph, have one key. */
export function keywordKey(keyword: string): string {
  const known = keys.get(keyword)
  if (known !== undefined) return known
  const key = slug(keyword)
  if (keys.size >= 10_000) keys.clear()
  keys.set(keyword, key)
  return key
}

/** Cases share their keywords; the memory is bounded. */
const keys = new Map<string, string>()

function byKeyword(entries: readonly (readonly [id: string, keywords: readonly string[]])[]): Map<string, KeywordTarget[]> {
  const targets = new Map<string, KeywordTarget[]>()
  for (const [id, keywords] of entries) {
    for (const [key, keyword] of new Map(keywords.map((one) => [keywordKey(one), one]))) {
      if (key === '') continue
      const same = targets.get(key)
      if (same === undefined) targets.set(key, [{ id, keyword }])
      else same.push({ id, keyword })
    }
  }
  return targets
}

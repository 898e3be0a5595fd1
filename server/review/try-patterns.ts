import type { MetCase, TryPatternsAnswer } from '#graph-schema/api/patterns.ts'
import type { Tier } from '#graph-schema/evidence.ts'
import { compilePatterns, type PatternIndex } from '../narratives/patterns/compile-patterns.ts'
import type { Pattern } from '../narratives/patterns/pattern-syntax.ts'
import { type Span, spanOf } from '../narratives/read-case.ts'
import { type Token, tokenise } from '../narratives/tokens.ts'
import type { CaseText } from '../neo4j/queries/case-texts.ts'

/** What is known of the narrative without its patterns. */
export interface Standing {
  tiers: ReadonlyMap<string, Tier>
  /** Cases that bear a keyword of the source which stands for it. */
  tagged: ReadonlySet<string>
}

const mostListed = 60

/** z of a two-sided 95 % interval. */
const z = 1.959964

/** Wilson's interval of a share: Wilson, E. B. (1927), Journal of the American Statistical Association 22, 209–212. */
export function wilson(hits: number, all: number): { share: number; low: number; high: number } | null {
  if (all === 0) return null
  const share = hits / all
  const middle = (share + (z * z) / (2 * all)) / (1 + (z * z) / all)
  const half = (z * Math.sqrt((share * (1 - share)) / all + (z * z) / (4 * all * all))) / (1 + (z * z) / all)
  return { share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

/** A case's words, as linking reads them: a title is one sentence. */
interface ReadText {
  title: Token[]
  claim: Token[]
}

function read({ title, claim }: CaseText): ReadText {
  return { title: tokenise(title).tokens.map((token) => ({ ...token, sentence: 0 })), claim: claim === null || claim === title ? [] : tokenise(claim).tokens }
}

function spansIn(index: PatternIndex<null>, tokens: readonly Token[], place: 'title' | 'claim'): Span[] {
  return [...index.find(tokens)].flatMap(({ pattern, clauses }) => (pattern.place === 'text' || pattern.place === place ? clauses.map(({ first, last }) => spanOf(tokens, first, last)) : []))
}

/**
 * What typed patterns come to over these cases, beside or in place of a narrative's own. Pure. Patterns over disproofs are left out: they
 * make no link surer than the source's word. A case counts as right if a person accepted it or a keyword of the source stands for the
 * narrative and nobody rejected it.
 */
export function tryPatterns(texts: readonly CaseText[], typed: readonly Pattern[], own: readonly Pattern[], mode: 'beside' | 'instead', { tiers, tagged }: Standing): Omit<TryPatternsAnswer, 'faults'> {
  const compile = (patterns: readonly Pattern[]) => compilePatterns(patterns.filter(({ place }) => place !== 'statement').map((pattern) => [pattern, null] as const))
  const [typedIndex, ownIndex] = [compile(typed), compile(own)]
  const answer: Omit<TryPatternsAnswer, 'faults'> = { patterns: typedIndex.size, met: 0, right: 0, wrong: 0, precision: null, known: 0, adds: 0, drops: 0, added: [], dropped: [], kept: [] }
  const put = (list: MetCase[], one: MetCase) => {
    if (list.length < mostListed) list.push(one)
  }
  for (const text of texts) {
    const tier = tiers.get(text.id) ?? null
    const judged = tier === 'rejected' ? 'wrong' : tier === 'accepted' || tagged.has(text.id) ? 'right' : 'open'
    if (judged === 'right') answer.known += 1
    const words = read(text)
    const [inTitle, inClaim] = [spansIn(typedIndex, words.title, 'title'), spansIn(typedIndex, words.claim, 'claim')]
    const isMet = inTitle.length + inClaim.length > 0
    const ownSpans = () => [spansIn(ownIndex, words.title, 'title'), spansIn(ownIndex, words.claim, 'claim')] as const
    if (isMet) {
      answer.met += 1
      if (judged === 'right') answer.right += 1
      if (judged === 'wrong') answer.wrong += 1
    } else if (mode === 'beside') continue
    const [ownTitle, ownClaim] = ownSpans()
    const wasMet = ownTitle.length + ownClaim.length > 0
    if (!isMet && !wasMet) continue
    const { id, title, publishedOn, disproofState, claim } = text
    const [spans, claimSpans] = isMet ? [inTitle, inClaim] : [ownTitle, ownClaim]
    const one: MetCase = { id, title, publishedOn, disproofState, tier, judged, spans, claimWords: [...new Set(claimSpans.map(({ start, end }) => (claim ?? '').slice(start, end)))] }
    if (isMet && !wasMet) {
      answer.adds += 1
      put(answer.added, one)
    } else if (isMet) put(answer.kept, one)
    else {
      answer.drops += 1
      put(answer.dropped, one)
    }
  }
  answer.precision = wilson(answer.right, answer.met)
  return answer
}

import type { Evidence } from '#graph-schema/evidence.ts'
import { daysBetween } from '../analysis/days.ts'
import { leastLikeness, titleLikeness, type TitleWords, titleWords } from '../analysis/repeats.ts'
import { edgeFromEvidence, type PlannedEdge } from './edge-facts.ts'

/** A case as far as repetition goes. */
export interface DatedCase {
  id: string
  name: string
  titleKey: string
  publishedOn: string
}

/** A claim that comes back later than this has come back, not gone on: that is recurrence, and the narratives show it. */
export const repeatWithinDays = 7

interface Read extends DatedCase {
  words: TitleWords
}

/** Which earlier cases have which words; those that lie too far back are forgotten as time goes on. */
class Recent {
  #cases: Read[] = []
  readonly #having = new Map<string, Read[]>()

  add(one: Read): void {
    this.#cases.push(one)
    for (const word of one.words.set) {
      const having = this.#having.get(word)
      if (having === undefined) this.#having.set(word, [one])
      else having.push(one)
    }
  }

  forgetBefore(isTooOld: (publishedOn: string) => boolean): void {
    const kept = this.#cases.findIndex(({ publishedOn }) => !isTooOld(publishedOn))
    const gone = this.#cases.splice(0, kept === -1 ? this.#cases.length : kept)
    // They left in the order in which they came, so in each list they stand at the beginning.
    for (const { words } of gone) {
      for (const word of words.set) {
        const having = this.#having.get(word)
        having?.shift()
        if (having?.length === 0) this.#having.delete(word)
      }
    }
  }

  /**
   * Of the remembered cases those with words enough in common to be worth comparing, oldest first. The share of common words is known from the
   * count; only of a title that was cut is it taken over less than all words, so that less can be enough.
   */
  alike(one: Read): Read[] {
    const common = new Map<Read, number>()
    for (const word of one.words.set) for (const other of this.#having.get(word) ?? []) common.set(other, (common.get(other) ?? 0) + 1)
    return [...common].flatMap(([other, count]) => {
      const [own, others] = [one.words.set.size, other.words.set.size]
      const over = one.words.isCut || other.words.isCut ? Math.min(own, others) : own + others - count
      return count >= leastLikeness * over ? [other] : []
    }).sort(inTime)
  }

  /** Of the remembered cases those with the same title, oldest first. */
  sameTitle(titleKey: string): Read[] {
    return this.#cases.filter((other) => other.titleKey === titleKey)
  }
}

function inTime(a: DatedCase, b: DatedCase): number {
  if (a.publishedOn !== b.publishedOn) return a.publishedOn < b.publishedOn ? -1 : 1
  return a.id < b.id ? -1 : 1
}

/** The case that a case repeats: the last one before it with the same title, else the one with the most alike, the last of several. */
function repeatedBy(later: Read, recent: Recent): { earlier: Read; evidence: Evidence } | null {
  const same = recent.sameTitle(later.titleKey).at(-1)
  if (same !== undefined) return { earlier: same, evidence: { kind: 'match', rule: 'same-title', in: 'title', text: later.name, start: 0, end: later.name.length } }
  let best: { earlier: Read; share: number } | null = null
  for (const earlier of recent.alike(later)) {
    const share = titleLikeness(later.words, earlier.words)
    if (share >= leastLikeness && (best === null || share >= best.share)) best = { earlier, share }
  }
  return best === null ? null : { earlier: best.earlier, evidence: { kind: 'likeness', in: 'title', share: Math.round(best.share * 1000) / 1000, other: best.earlier.name } }
}

/**
 * The edges that say “the same claim again” among cases of one source: each case leads to one with an equal or nearly equal title, if that is at most
 * seven days older. Cases without such an edge are the distinct claims. The edges of a day depend on nothing but the cases of that day and the seven before
 * it, so that the order in which cases came in does not matter. Edges are made for the days that are `wanted`.
 */
export function repeatsAmong(cases: readonly DatedCase[], wanted: (day: string) => boolean = () => true): PlannedEdge[] {
  const recent = new Recent()
  return [...cases].sort(inTime).flatMap((one) => {
    const later = { ...one, words: titleWords(one.name) }
    recent.forgetBefore((day) => daysBetween(day, one.publishedOn) > repeatWithinDays)
    const found = wanted(one.publishedOn) ? repeatedBy(later, recent) : null
    recent.add(later)
    return found === null ? [] : [edgeFromEvidence('REPEATS', later.id, found.earlier.id, [found.evidence])]
  })
}

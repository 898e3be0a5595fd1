import { leastLikeness, type TitleWords, titleWords } from '../analysis/repeats.ts'
import { RarestWords } from './rarest-words.ts'
import type { Turns } from './turns.ts'

/** A case as far as repetition goes. */
export interface DatedCase {
  id: string
  name: string
  titleKey: string
  publishedOn: string
}

/** A case with its title taken apart. */
export interface ReadCase extends DatedCase {
  /** Its place among all, in time. */
  at: number
  words: TitleWords
  /** So many of its rarest words that no title can be like it which has none of them. */
  rarest: readonly string[]
}

function inTime(a: DatedCase, b: DatedCase): number {
  if (a.publishedOn !== b.publishedOn) return a.publishedOn < b.publishedOn ? -1 : 1
  return a.id < b.id ? -1 : 1
}

/** Cases in time, those of one day by id, each with its words; which words are rare is counted among these cases. */
export async function inOrderOfTime(cases: readonly DatedCase[], turns: Turns): Promise<ReadCase[]> {
  const read = await turns.map([...cases].sort(inTime), (one) => ({ one, words: titleWords(one.name) }))
  const rarestWords = new RarestWords(read.map(({ words }) => words.set), leastLikeness)
  return turns.map(read, ({ one, words }, at) => ({ ...one, at, words, rarest: rarestWords.of(words.set) }))
}

/** Cases under words, in the order in which they came. */
class WordIndex {
  readonly #under = new Map<string, ReadCase[]>()

  add(words: Iterable<string>, one: ReadCase): void {
    for (const word of words) {
      const list = this.#under.get(word)
      if (list === undefined) this.#under.set(word, [one])
      else list.push(one)
    }
  }

  under(word: string): readonly ReadCase[] {
    return this.#under.get(word) ?? []
  }

  /** Each list is gone through once, however many cases leave it. */
  forgetBefore(first: number, words: ReadonlySet<string>): void {
    for (const word of words) {
      const list = this.#under.get(word) ?? []
      const kept = list.findIndex(({ at }) => at >= first)
      if (kept === -1) this.#under.delete(word)
      else list.splice(0, kept)
    }
  }
}

/**
 * Earlier cases, and which of them a later title may be like. Two titles that are alike share `leastLikeness` of the words of each, so they share one
 * of the rarest of both (rarest-words.ts).
 *
 * Of a title that was cut, only its own words count and the beginning of the longer one, whose rarest words may lie beyond that. So a cut title is found
 * by its rarest words among all words of the longer one, whichever of the two is the later.
 */
export class RecentCases {
  #cases: ReadCase[] = []
  readonly #byTitle = new Map<string, ReadCase>()
  readonly #byWord = new WordIndex()
  readonly #byRarest = new WordIndex()
  readonly #cutByRarest = new WordIndex()

  add(one: ReadCase): void {
    this.#cases.push(one)
    this.#byTitle.set(one.titleKey, one)
    this.#byWord.add(one.words.set, one)
    this.#byRarest.add(one.rarest, one)
    if (one.words.isCut) this.#cutByRarest.add(one.rarest, one)
  }

  /** Forgets the cases up to the first one that is not too old. */
  forget(isTooOld: (one: ReadCase) => boolean): void {
    const kept = this.#cases.findIndex((one) => !isTooOld(one))
    if (kept === 0) return
    const gone = this.#cases.splice(0, kept === -1 ? this.#cases.length : kept)
    const first = this.#cases[0]?.at ?? Infinity
    const words = new Set(gone.flatMap((one) => [...one.words.set]))
    for (const index of [this.#byWord, this.#byRarest, this.#cutByRarest]) index.forgetBefore(first, words)
    for (const one of gone) if (this.#byTitle.get(one.titleKey) === one) this.#byTitle.delete(one.titleKey)
  }

  /** All whose likeness may be `leastLikeness` or more, and some others; each once. */
  maybeAlike({ words, rarest }: ReadCase): Set<ReadCase> {
    const index = words.isCut ? this.#byWord : this.#byRarest
    const found = new Set(rarest.flatMap((word) => index.under(word)))
    for (const word of words.set) for (const cut of this.#cutByRarest.under(word)) found.add(cut)
    return found
  }

  /** The last one with this title. */
  lastTitled(titleKey: string): ReadCase | null {
    return this.#byTitle.get(titleKey) ?? null
  }
}

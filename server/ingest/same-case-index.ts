import { headOf, nearShare, type SameCaseCandidate, shortestNear, wordsOf } from './same-case.ts'
import { RarestWords } from './rarest-words.ts'

/** The words of a title, the second “the” another than the first: near-equal titles have words in common as often as both have them. */
function numbered(words: readonly string[]): Set<string> {
  const times = new Map<string, number>()
  return new Set(
    words.map((word) => {
      const time = (times.get(word) ?? 0) + 1
      times.set(word, time)
      return `${word} ${String(time)}`
    }),
  )
}

class Under {
  readonly #candidates = new Map<string, Set<SameCaseCandidate>>()

  add(key: string, candidate: SameCaseCandidate): void {
    const known = this.#candidates.get(key)
    if (known === undefined) this.#candidates.set(key, new Set([candidate]))
    else known.add(candidate)
  }

  of(key: string): Iterable<SameCaseCandidate> {
    return this.#candidates.get(key) ?? []
  }
}

/**
 * The cases of one source and day that rows without address may mean, to be asked by title: so that a day of many cases need not be held against
 * each of its rows. `findSameCase` over what it tells finds what it would find among all.
 */
export class SameCaseIndex {
  readonly #equal = new Under()
  readonly #head = new Under()
  readonly #word = new Under()
  readonly #rarest = new Under()
  readonly #rarestWords: RarestWords

  constructor(candidates: readonly SameCaseCandidate[]) {
    const titles = candidates.flatMap((candidate) => candidate.titles.map((title) => ({ candidate, words: wordsOf(title) })))
    const long = titles.filter(({ words }) => words.length >= shortestNear).map(({ candidate, words }) => ({ candidate, words: numbered(words) }))
    this.#rarestWords = new RarestWords(long.map(({ words }) => words), nearShare)
    for (const { candidate, words } of titles) {
      this.#equal.add(words.join(' '), candidate)
      const head = headOf(words)
      if (head !== null) this.#head.add(head, candidate)
    }
    for (const { candidate, words } of long) {
      for (const word of words) this.#word.add(word, candidate)
      for (const word of this.#rarestWords.of(words)) this.#rarest.add(word, candidate)
    }
  }

  /** All with a title that is like this one, or all with the same where there are such; and some others. */
  maybeMeant(title: string): SameCaseCandidate[] {
    const words = wordsOf(title)
    const equal = [...this.#equal.of(words.join(' '))]
    if (equal.length > 0) return equal
    const head = headOf(words)
    const found = new Set(head === null ? [] : this.#head.of(head))
    if (words.length >= shortestNear) {
      const own = numbered(words)
      // Only the shorter title’s words need be in the other, so its rarest ones are looked for among all words of that.
      for (const word of this.#rarestWords.of(own)) for (const candidate of this.#word.of(word)) found.add(candidate)
      for (const word of own) for (const candidate of this.#rarest.of(word)) found.add(candidate)
    }
    return [...found]
  }
}

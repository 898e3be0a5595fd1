/** Against products of fractions that come out a hair above a whole number: one word too many loses nothing, one too few would. */
const hair = 1e-9

/**
 * The rarest words of a text, so many that one of them is among any `share` of its words. Two texts that have such a share of each one’s words in common then have
 * one word that is among the rarest of both: the rarest that they share. That is how sets are joined by likeness with a prefix filter; it spares
 * comparing all texts that share a common word. How rare a word is must be counted once for all texts that are compared.
 */
export class RarestWords {
  readonly #textsWith = new Map<string, number>()
  readonly #share: number

  constructor(texts: Iterable<Iterable<string>>, share: number) {
    this.#share = share
    for (const words of texts) for (const word of words) this.#textsWith.set(word, (this.#textsWith.get(word) ?? 0) + 1)
  }

  of(words: ReadonlySet<string>): string[] {
    const rarer = (a: string, b: string) => (this.#textsWith.get(a) ?? 0) - (this.#textsWith.get(b) ?? 0) || (a < b ? -1 : 1)
    return [...words].sort(rarer).slice(0, words.size - Math.ceil(this.#share * words.size - hair) + 1)
  }
}

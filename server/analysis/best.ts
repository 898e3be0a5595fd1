/** The best few of many, without sorting all; equal scores by id. A score of 0 has no place. */
export class Best {
  readonly places: { position: number; score: number }[] = []
  /** No lower score has a place any more: whoever has many to offer need not offer those. */
  least = 0
  readonly #limit: number
  readonly #ids: readonly string[]

  constructor(limit: number, ids: readonly string[]) {
    this.#limit = limit
    this.#ids = ids
  }

  #precedes(position: number, score: number, other: { position: number; score: number }): boolean {
    return score > other.score || (score === other.score && (this.#ids[position] ?? '') < (this.#ids[other.position] ?? ''))
  }

  /** Takes it in if it is among the best so far. */
  offer(position: number, score: number): void {
    const last = this.places.at(-1)
    if (score <= 0 || (this.places.length >= this.#limit && last !== undefined && !this.#precedes(position, score, last))) return
    let place = this.places.length
    while (place > 0) {
      const before = this.places[place - 1]
      if (before === undefined || !this.#precedes(position, score, before)) break
      place -= 1
    }
    this.places.splice(place, 0, { position, score })
    if (this.places.length > this.#limit) this.places.pop()
    if (this.places.length === this.#limit) this.least = this.places.at(-1)?.score ?? 0
  }
}

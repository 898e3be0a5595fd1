/** Which cases have which features of one sort (words, keywords, countries …), with how often. Grows case by case; `frozen` makes it compact. */
export class FeatureTable {
  readonly #numbers = new Map<string, number>()
  readonly #names: string[] = []
  readonly #ends: number[] = []
  readonly #features: number[] = []
  readonly #counts: number[] = []

  /** The next case's features, each once. */
  add(features: Iterable<readonly [feature: string, count: number]>): void {
    for (const [feature, count] of features) {
      let number = this.#numbers.get(feature)
      if (number === undefined) {
        number = this.#names.length
        this.#numbers.set(feature, number)
        this.#names.push(feature)
      }
      this.#features.push(number)
      // A word said more often than this says no more by it: BM25 is saturated long before.
      this.#counts.push(Math.min(count, 255))
    }
    this.#ends.push(this.#features.length)
  }

  frozen(): FrozenFeatures {
    return new FrozenFeatures(this.#names, Uint32Array.from(this.#ends), Uint32Array.from(this.#features), Uint8Array.from(this.#counts))
  }
}

/** Both directions, case → features and feature → cases, in flat arrays: ten bytes for each feature of a case. */
export class FrozenFeatures {
  readonly names: readonly string[]
  readonly #caseEnds: Uint32Array
  readonly #features: Uint32Array
  readonly #featureEnds: Uint32Array
  readonly #cases: Uint32Array
  readonly #counts: Uint8Array

  constructor(names: readonly string[], caseEnds: Uint32Array, features: Uint32Array, counts: Uint8Array) {
    this.names = names
    this.#caseEnds = caseEnds
    this.#features = features
    const ends = new Uint32Array(names.length)
    for (const feature of features) ends[feature] = (ends[feature] ?? 0) + 1
    for (let feature = 1; feature < ends.length; feature += 1) ends[feature] = (ends[feature] ?? 0) + (ends[feature - 1] ?? 0)
    this.#featureEnds = ends
    // Filled from behind: a feature's next free place moves from its end to its beginning.
    const next = ends.slice()
    const cases = new Uint32Array(features.length)
    const turned = new Uint8Array(features.length)
    for (let position = caseEnds.length - 1; position >= 0; position -= 1) {
      for (let at = (caseEnds[position] ?? 0) - 1; at >= (position === 0 ? 0 : (caseEnds[position - 1] ?? 0)); at -= 1) {
        const feature = features[at] ?? 0
        const place = (next[feature] ?? 0) - 1
        next[feature] = place
        cases[place] = position
        turned[place] = counts[at] ?? 0
      }
    }
    this.#cases = cases
    this.#counts = turned
  }

  /** A case's features, in the order in which they were added. */
  featuresOf(position: number): Uint32Array {
    return this.#features.subarray(position === 0 ? 0 : this.#caseEnds[position - 1], this.#caseEnds[position])
  }

  /** The cases that have a feature, ascending. */
  casesOf(feature: number): Uint32Array {
    return this.#cases.subarray(feature === 0 ? 0 : this.#featureEnds[feature - 1], this.#featureEnds[feature])
  }

  /** How many cases have a feature. */
  spreadOf(feature: number): number {
    return (this.#featureEnds[feature] ?? 0) - (feature === 0 ? 0 : (this.#featureEnds[feature - 1] ?? 0))
  }

  /** log(1 + (N − n + .5) / (n + .5)): rare features say more. */
  rarityOf(feature: number): number {
    const having = this.spreadOf(feature)
    return Math.log(1 + (this.#caseEnds.length - having + 0.5) / (having + 0.5))
  }

  nameOf(feature: number): string {
    return this.names[feature] ?? ''
  }

  /** A value for each case that has a feature, feature by feature, in the order of `casesOf`. */
  valued(valueOf: (rarity: number, count: number, position: number) => number): Float64Array {
    const values = new Float64Array(this.#cases.length)
    for (let feature = 0; feature < this.names.length; feature += 1) {
      const rarity = this.rarityOf(feature)
      for (let at = feature === 0 ? 0 : (this.#featureEnds[feature - 1] ?? 0); at < (this.#featureEnds[feature] ?? 0); at += 1) values[at] = valueOf(rarity, this.#counts[at] ?? 0, this.#cases[at] ?? 0)
    }
    return values
  }

  /** For every case the sum of what these features are worth in it (as `valued` gave it); 0 where it has none of them. */
  sumValues(features: Uint32Array, values: Float64Array, sums: Float64Array): void {
    const cases = this.#cases
    sums.fill(0)
    for (const feature of features) {
      const end = this.#featureEnds[feature] ?? 0
      for (let at = feature === 0 ? 0 : (this.#featureEnds[feature - 1] ?? 0); at < end; at += 1) {
        const other = cases[at] ?? 0
        sums[other] = (sums[other] ?? 0) + (values[at] ?? 0)
      }
    }
  }

  /** Whether one feature is rarer than another; of equally rare ones, the first by name. */
  #isBefore(one: number, other: number): boolean {
    const more = this.spreadOf(one) - this.spreadOf(other)
    return more < 0 || (more === 0 && this.nameOf(one) < this.nameOf(other))
  }

  /** Those of the given features that a case has, too, rarest first and equally rare ones by name; the first `most` of them. */
  shared(features: ReadonlySet<number>, position: number, most = Number.POSITIVE_INFINITY): number[] {
    const both: number[] = []
    const end = this.#caseEnds[position] ?? 0
    for (let at = position === 0 ? 0 : (this.#caseEnds[position - 1] ?? 0); at < end; at += 1) {
      const feature = this.#features[at] ?? 0
      if (!features.has(feature)) continue
      // Few are shared. Putting each in its place leaves no lists to be cleared away, as sorting would.
      let place = both.length
      if (place < most) both.push(feature)
      for (; place > 0 && this.#isBefore(feature, both[place - 1] ?? 0); place -= 1) if (place < most) both[place] = both[place - 1] ?? 0
      if (place < most) both[place] = feature
    }
    return both
  }
}

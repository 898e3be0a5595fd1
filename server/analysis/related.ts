import { defaultWeights, type RelatedPart } from '#graph-schema/api/related.ts'
import { stemsOf } from '../narratives/model/text-features.ts'
import { tokenise } from '../narratives/tokens.ts'
import { Best } from './best.ts'
import { FeatureTable, type FrozenFeatures } from './feature-table.ts'
import { bestOf, largestOf, nearnessTo, tieWeight } from './related-scores.ts'

/** What two cases are compared by. */
export interface RelatableCase {
  id: string
  title: string
  claim: string | null
  publishedOn: string | null
  keywords: readonly string[]
  /** Countries or regions discussed, by any one way of naming them. */
  countries: readonly string[]
  /** Sources that its disproof cites. */
  sources?: readonly string[]
  /** Ids of cases that it refers to, and of those whose claim it repeats. */
  refersTo?: readonly string[]
  repeats?: readonly string[]
  /** Whether others may be shown it; a withdrawn case may not. True where nothing is said. */
  isShown?: boolean
}

/** How much each part counts; the reader may weigh them. */
export type RelatedWeights = Record<RelatedPart, number>

/** Evidence that more cases cite than these tells nothing. */
const mostCiting = 20

/** How one case names another, seen from the first. */
export type Tie = 'refersTo' | 'referredToBy' | 'repeats' | 'repeatedBy'

/** A word, and whether few cases have it. */
export interface SharedWord {
  stem: string
  isRare: boolean
}

/** A related case, how near it is, and what the nearness rests on. */
export interface RelatedHit {
  id: string
  score: number
  /** Whether the two have little in common, by how rare it is, however near they are beside others. */
  isLoose: boolean
  /** Share of each part in the score; they add up to 1. `ties` are what the sources state. */
  shares: RelatedWeights & { ties: number }
  /** Words both texts have, rarest first, at most `mostWords`. */
  words: SharedWord[]
  /** Keywords, countries and cited sources both have, rarest first. */
  keywords: string[]
  countries: string[]
  sources: string[]
  /** How one of the two names the other. */
  ties: Tie[]
  /** Days between the two; null where one is undated. */
  days: number | null
}

export interface RelatedOptions {
  limit: number
  weights?: RelatedWeights
  /** A keyword to be treated as if no case had it. */
  withoutKeyword?: string
}

/** BM25 as in Robertson and Zaragoza, “The probabilistic relevance framework” (2009): saturation k1 and length b at their usual values. */
const k1 = 1.2
const b = 0.75

const dayMs = 86_400_000

/**
 * Two cases that the sources do not tie are related loosely below this sum: BM25 of the words they share over 2·ln(1 + N), and rarities of the keywords over
 * ln(1 + N), N cases. Unlike the score it does not go by what other cases share. Of pairs that were read, most above it were wanted (docs/measurement.md).
 */
const leastBond = 1.29

/** A reason speaks of three; the others are there should a text have been changed since. */
const mostWords = 6

/** The text that a case is compared by: title and claim. Where both are the same words they count once. */
export function comparedText({ title, claim }: { title: string; claim: string | null }): string {
  return claim === null || claim === title ? title : `${title}\n\n${claim}`
}

/** Counts of a text’s stems, in the order in which they stand. */
function stemCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const stem of stemsOf(tokenise(text).tokens)) if (stem !== null) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  return counts
}

/** Gathers cases, one after another, for an index of related ones. */
export class RelatedIndexBuilder {
  readonly #positions = new Map<string, number>()
  readonly #ids: string[] = []
  readonly #words = new FeatureTable()
  readonly #keywords = new FeatureTable()
  readonly #countries = new FeatureTable()
  readonly #sources = new FeatureTable()
  readonly #named: { from: number; to: string; as: Tie; back: Tie }[] = []
  readonly #lengths: number[] = []
  readonly #days: number[] = []
  readonly #shown: number[] = []

  /** Adds a case. An id that is there already is passed over. */
  add(one: RelatableCase): void {
    if (this.#positions.has(one.id)) return
    const position = this.#ids.length
    this.#positions.set(one.id, position)
    this.#ids.push(one.id)
    const words = stemCounts(comparedText(one))
    this.#words.add(words)
    const once = (names: readonly string[]) => [...new Set(names)].map((name) => [name, 1] as const)
    this.#keywords.add(once(one.keywords))
    this.#countries.add(once(one.countries))
    this.#sources.add(once(one.sources ?? []))
    for (const to of one.refersTo ?? []) this.#named.push({ from: position, to, as: 'refersTo', back: 'referredToBy' })
    for (const to of one.repeats ?? []) this.#named.push({ from: position, to, as: 'repeats', back: 'repeatedBy' })
    let length = 0
    for (const count of words.values()) length += count
    this.#lengths.push(length)
    this.#days.push(one.publishedOn === null ? Number.NaN : Date.parse(one.publishedOn) / dayMs)
    this.#shown.push(one.isShown === false ? 0 : 1)
  }

  build(): RelatedIndex {
    const named = new Map<number, Map<number, Tie[]>>()
    const join = (from: number, to: number, tie: Tie) => {
      const ties = named.get(from) ?? new Map<number, Tie[]>()
      named.set(from, ties.set(to, [...(ties.get(to) ?? []), tie]))
    }
    for (const { from, to: id, as, back } of this.#named) {
      const to = this.#positions.get(id)
      if (to === undefined || to === from) continue
      join(from, to, as)
      join(to, from, back)
    }
    return new RelatedIndex({
      positions: this.#positions, ids: this.#ids, named, words: this.#words.frozen(), keywords: this.#keywords.frozen(), countries: this.#countries.frozen(), sources: this.#sources.frozen(),
      lengths: Uint32Array.from(this.#lengths), days: Float64Array.from(this.#days), shown: Uint8Array.from(this.#shown),
    })
  }
}

interface IndexParts {
  positions: ReadonlyMap<string, number>
  ids: readonly string[]
  /** Case → cases that it names or that name it, and how. */
  named: ReadonlyMap<number, ReadonlyMap<number, readonly Tie[]>>
  words: FrozenFeatures
  keywords: FrozenFeatures
  countries: FrozenFeatures
  sources: FrozenFeatures
  lengths: Uint32Array
  days: Float64Array
  shown: Uint8Array
}

/**
 * Cases in compact form, for finding related ones: BM25 over the words of title and claim, plus shared keywords and countries (each by its
 * rarity) and nearness in time, 1 / (1 + days / 30). Each part is divided by its largest value for the query, so that the weights
 * mean the same for every query. Added to that is what the sources state: 1 where one case names the other, else up to 1 for evidence that
 * both cite. The ranking is exact: every case is scored. A part in which nothing is shared adds nothing.
 */
export class RelatedIndex {
  readonly #parts: IndexParts
  /** What a word adds to the score of a case that has it, by BM25; a keyword or country, by its rarity. */
  readonly #worth: Record<'words' | 'keywords' | 'countries', Float64Array>
  /** Reused from query to query; a query runs in one go. */
  readonly #text: Float64Array
  readonly #theme: Float64Array
  readonly #place: Float64Array
  readonly #ties: Float64Array
  readonly #near: Float64Array
  /** Cases that others may not be shown. */
  readonly #hidden: readonly number[]

  constructor(parts: IndexParts) {
    this.#parts = parts
    const { lengths, ids, words, keywords, countries } = parts
    const meanLength = ids.length === 0 ? 1 : lengths.reduce((sum, length) => sum + length, 0) / ids.length || 1
    this.#worth = {
      words: words.valued((rarity, count, position) => (rarity * count * (k1 + 1)) / (count + k1 * (1 - b + (b * (lengths[position] ?? 0)) / meanLength))),
      keywords: keywords.valued((rarity) => rarity),
      countries: countries.valued((rarity) => rarity),
    }
    this.#hidden = ids.flatMap((_, position) => (parts.shown[position] === 0 ? [position] : []))
    const room = () => new Float64Array(ids.length)
    ;[this.#text, this.#theme, this.#place, this.#ties, this.#near] = [room(), room(), room(), room(), room()]
  }

  get size(): number {
    return this.#parts.ids.length
  }

  get ids(): readonly string[] {
    return this.#parts.ids
  }

  /** Keywords, countries and sources that at least one case has. */
  namedFeatures(): string[] {
    const { keywords, countries, sources } = this.#parts
    return [keywords, countries, sources].flatMap((table) => [...table.names])
  }

  has(id: string): boolean {
    return this.#parts.positions.has(id)
  }

  #scoreTies(self: number): void {
    const { sources, named } = this.#parts
    this.#ties.fill(0)
    const most = Math.log(1 + this.size)
    for (const source of sources.featuresOf(self)) {
      if (sources.spreadOf(source) > mostCiting) continue
      for (const position of sources.casesOf(source)) this.#ties[position] = Math.min(1, (this.#ties[position] ?? 0) + sources.rarityOf(source) / most)
    }
    for (const position of named.get(self)?.keys() ?? []) this.#ties[position] = 1
  }

  /** Cases related to one that is in the index, nearest first; equal scores by id. Unknown ids have none. */
  relatedTo(id: string, { limit, weights = defaultWeights, withoutKeyword }: RelatedOptions): RelatedHit[] {
    const { positions, ids, words, keywords, countries, days } = this.#parts
    const self = positions.get(id)
    if (self === undefined) return []
    const isCompared = (keyword: number) => withoutKeyword === undefined || keywords.nameOf(keyword) !== withoutKeyword
    words.sumValues(words.featuresOf(self), this.#worth.words, this.#text)
    keywords.sumValues(keywords.featuresOf(self).filter(isCompared), this.#worth.keywords, this.#theme)
    countries.sumValues(countries.featuresOf(self), this.#worth.countries, this.#place)
    this.#scoreTies(self)
    const [text, theme, place, ties, near] = [this.#text, this.#theme, this.#place, this.#ties, this.#near]
    nearnessTo(days[self] ?? Number.NaN, days, near)
    // Nobody is shown itself, nor a case that is withdrawn: with nothing in any part they have no place, and no part is measured by them.
    for (const part of [text, theme, place, ties, near]) {
      part[self] = 0
      for (const position of this.#hidden) part[position] = 0
    }
    const scaled = (weight: number, part: Float64Array) => weight / (largestOf(part) || 1)
    const scale = { text: scaled(weights.text, text), theme: scaled(weights.theme, theme), place: scaled(weights.place, place), time: scaled(weights.time, near) }
    const best = bestOf({ text, theme, place, ties, near }, scale, new Best(limit, ids))
    const own = { words: new Set(words.featuresOf(self)), keywords: new Set(keywords.featuresOf(self).filter(isCompared)), countries: new Set(countries.featuresOf(self)), sources: new Set(this.#parts.sources.featuresOf(self)) }
    const rarest = Math.log(1 + this.size)
    return best.places.map(({ position, score }): RelatedHit => {
      const shareOf = (value: number | undefined, by: number) => ((value ?? 0) * by) / score
      return {
        id: ids[position] ?? '',
        score,
        isLoose: (ties[position] ?? 0) === 0 && (text[position] ?? 0) / (2 * rarest) + (theme[position] ?? 0) / rarest < leastBond,
        shares: {
          text: shareOf(text[position], scale.text), theme: shareOf(theme[position], scale.theme), place: shareOf(place[position], scale.place),
          time: shareOf(near[position], scale.time), ties: shareOf(ties[position], tieWeight),
        },
        ...this.#inCommon(self, own, position),
      }
    })
  }

  /** What two cases have in common. */
  #inCommon(self: number, own: Record<'words' | 'keywords' | 'countries' | 'sources', ReadonlySet<number>>, other: number) {
    const { words, keywords, countries, sources, named, days } = this.#parts
    const apart = Math.abs((days[other] ?? Number.NaN) - (days[self] ?? Number.NaN))
    return {
      words: words.shared(own.words, other, mostWords).map((word): SharedWord => ({ stem: words.nameOf(word), isRare: isRare(words.spreadOf(word), this.size) })),
      keywords: keywords.shared(own.keywords, other).map((keyword) => keywords.nameOf(keyword)),
      countries: countries.shared(own.countries, other).map((country) => countries.nameOf(country)),
      sources: sources.shared(own.sources, other).filter((source) => sources.spreadOf(source) <= mostCiting).map((source) => sources.nameOf(source)),
      ties: [...(named.get(self)?.get(other) ?? [])],
      days: Number.isNaN(apart) ? null : Math.round(apart),
    }
  }
}

/** Rare is a word of at most one case in fifty; where cases are few, of at most five. */
function isRare(spread: number, all: number): boolean {
  return spread <= Math.max(5, all / 50)
}

/** An index of these cases. */
export function indexRelated(cases: Iterable<RelatableCase>): RelatedIndex {
  const builder = new RelatedIndexBuilder()
  for (const one of cases) builder.add(one)
  return builder.build()
}

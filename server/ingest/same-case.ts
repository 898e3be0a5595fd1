import { slug } from '#graph-schema/fold.ts'

/** A case of the same source and day that a file without addresses may mean. */
export interface SameCaseCandidate {
  sourceUrl: string
  /** The titles under which files with its address list it. */
  titles: readonly string[]
  /** Outlets by id, as these files have them. */
  outlets: ReadonlySet<string>
}

/** Which case a row without address means: one, or several that a person must choose from, or none that is known. */
export type SameCase = { sourceUrl: string } | { candidates: string[] } | null

/** A title cut to fewer words than these could be the beginning of anything. */
const shortestPrefix = 4
/** Near-equal titles need as many words, this share of them in common, and all their figures. */
export const shortestNear = 8
export const nearShare = 0.8

export const wordsOf = (title: string): string[] => slug(title).split('-').filter((word) => word !== '')

/** What a title and one that is its beginning both begin with; null where that would be too little. */
export const headOf = (words: readonly string[]): string | null => (words.length < shortestPrefix ? null : words.slice(0, shortestPrefix).join(' '))

/** How alike two titles are: 3 equal, 2 one is the beginning of the other (old titles are cut at ten words), 1 near-equal over the shorter’s length, 0 not. */
export function titleLikeness(a: string, b: string): 0 | 1 | 2 | 3 {
  const [left, right] = [wordsOf(a), wordsOf(b)]
  const [short, long] = left.length <= right.length ? [left, right] : [right, left]
  const head = long.slice(0, short.length)
  if (short.every((word, index) => word === head[index])) return short.length === long.length ? 3 : short.length >= shortestPrefix ? 2 : 0
  if (short.length < shortestNear) return 0
  const rest = new Map<string, number>()
  for (const word of long.slice(0, short.length + 1)) rest.set(word, (rest.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of short) {
    const open = rest.get(word) ?? 0
    if (open > 0) shared += 1
    else if (/\d/u.test(word)) return 0
    rest.set(word, open - 1)
  }
  return shared / short.length >= nearShare ? 1 : 0
}

/**
 * Finds the case that a row without address means among all cases of its source and day: the most alike titles, outlets to break
 * ties. Depends on the set of candidates only, not on their order.
 */
export function findSameCase(row: { title: string; outlets: ReadonlySet<string> }, candidates: readonly SameCaseCandidate[]): SameCase {
  const rated = candidates.map((candidate) => ({ candidate, likeness: Math.max(0, ...candidate.titles.map((title) => titleLikeness(row.title, title))) }))
  const most = Math.max(0, ...rated.map(({ likeness }) => likeness))
  if (most === 0) return null
  const alike = rated.filter(({ likeness }) => likeness === most).map(({ candidate }) => candidate)
  const sharing = alike.filter(({ outlets }) => [...outlets].some((outlet) => row.outlets.has(outlet)))
  const [only, ...more] = alike.length > 1 && sharing.length > 0 ? sharing : alike
  if (only !== undefined && more.length === 0) return { sourceUrl: only.sourceUrl }
  return { candidates: alike.map(({ sourceUrl }) => sourceUrl).sort() }
}

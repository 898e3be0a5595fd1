import { stemsOf } from '../narratives/model/text-features.ts'
import { tokenise } from '../narratives/tokens.ts'

/** A title’s words without endings and small words, and whether the source cut it (“…”). */
export interface TitleWords {
  words: readonly string[]
  set: ReadonlySet<string>
  isCut: boolean
}

/** From this share of common words on, two titles say the same. */
export const leastLikeness = 0.8

/** Titles with fewer words are equal too easily (“Ukraine is a failed state”). They repeat only word for word. */
const fewestWords = 5

/** Two titles of which only one has such a word say the opposite, however alike they are. */
const denials = ['not', 'no', 'never', 'without', 'nobody', 'nothing', 'cannot', 'isnt', 'arent', 'wasnt', 'doesnt', 'didnt', 'dont', 'cant', 'wont']

export function titleWords(title: string): TitleWords {
  const words = stemsOf(tokenise(title).tokens).filter((stem) => stem !== null)
  return { words, set: new Set(words), isCut: /(?:…|\.\.\.)\s*$/u.test(title) }
}

/**
 * How far two titles are the same claim: the share of words both have (Jaccard), or, where the source cut one of them, the share
 * of the cut one’s words with which the other begins. 0 where they are too short to tell, or where only one of them denies something.
 */
export function titleLikeness(left: TitleWords, right: TitleWords): number {
  if (left.words.length === 0 || right.words.length === 0) return 0
  if (left.words.length === right.words.length && left.words.every((word, at) => word === right.words[at])) return 1
  const [shorter, longer] = left.words.length <= right.words.length ? [left, right] : [right, left]
  if (shorter.words.length < fewestWords) return 0
  const other = shorter.isCut ? new Set(longer.words.slice(0, shorter.words.length)) : longer.set
  if (denials.some((word) => shorter.set.has(word) !== other.has(word))) return 0
  let common = 0
  for (const word of shorter.set) if (other.has(word)) common += 1
  return common / (shorter.set.size + other.size - common)
}

import { stemsOf } from '../narratives/model/text-features.ts'
import { tokenise } from '../narratives/tokens.ts'
import type { RelatedHit, SharedWord } from './related.ts'

/** A part of the score below this share is not spoken of. */
const leastShare = 0.05

/** At most so many words, keywords and countries are spoken. */
const spoken = 3

/** What a sentence about a related case is made of: the hit, with names for ids and words as they stand in the other text. */
export interface SpokenHit {
  shares: RelatedHit['shares']
  words: readonly { text: string; isRare: boolean }[]
  keywords: readonly string[]
  countries: readonly string[]
  days: number | null
  /** What the sources state of the two, in words. */
  ties: readonly string[]
}

/** Each stem of a text as the text first writes it. */
export function writtenStems(text: string): Map<string, string> {
  const { tokens } = tokenise(text)
  const written = new Map<string, string>()
  for (const [at, stem] of stemsOf(tokens).entries()) {
    const token = tokens[at]
    if (stem !== null && token !== undefined && !written.has(stem)) written.set(stem, text.slice(token.start, token.end))
  }
  return written
}

/** Stems as a text writes them; those that it does not have are left out. */
export function wordsAsWritten(words: readonly SharedWord[], written: ReadonlyMap<string, string>): SpokenHit['words'] {
  return words.flatMap(({ stem, isRare }) => {
    const found = written.get(stem)
    return found === undefined ? [] : [{ text: found, isRare }]
  })
}

/** Why a case is shown as related, from the shares: “rare words Kerch, provocation; keyword Azov sea; 12 days apart”. Never empty for a hit of the index. */
export function relatedSentence({ shares, words, keywords, countries, days, ties }: SpokenHit): string {
  const some = (names: readonly string[]) => names.slice(0, spoken).join(', ')
  const many = (word: string, names: readonly string[]) => (names.length === 0 ? null : `${word}${Math.min(names.length, spoken) > 1 ? 's' : ''} ${some(names)}`)
  const rare = words.filter(({ isRare }) => isRare).map(({ text }) => text)
  const parts: [share: number, words: string | null][] = [
    [shares.ties, ties.length === 0 ? null : ties.join('; ')],
    [shares.text, many('rare word', rare) ?? many('common word', words.map(({ text }) => text))],
    [shares.theme, many('keyword', keywords)],
    [shares.place, countries.length === 0 ? null : `both discuss ${some(countries)}`],
    [shares.time, days === null ? null : days === 0 ? 'published on the same day' : `${String(days)} day${days === 1 ? '' : 's'} apart`],
  ]
  const said = parts.filter((part): part is [number, string] => part[1] !== null)
  const loud = said.filter(([share]) => share >= leastShare)
  return (loud.length > 0 ? loud : said.slice(0, 1)).map(([, text]) => text).join('; ')
}

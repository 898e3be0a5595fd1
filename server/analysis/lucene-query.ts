import { fold } from '#graph-schema/fold.ts'

/** A search as the full-text index takes it, first strictly, then forgiving. */
export interface LuceneSearch {
  /** The folded query. */
  folded: string
  /** Its last word between two spaces, to tell whole words from beginnings. */
  lastWord: string
  /** All words, the last one also as a beginning. */
  strict: string
  /** The same with typing errors allowed in words of four letters and more; null when there is no such word. */
  forgiving: string | null
}

/**
 * Words under which people look for the same name, all folded: the spelling of today, older ones, transliterated Russian and Ukrainian,
 * American English. Whoever looks for one word of a group finds the others too.
 */
const spellings: readonly (readonly string[])[] = [
  ['kyiv', 'kiev', 'kiiv'],
  ['crimea', 'krym', 'krim'],
  ['donbas', 'donbass'],
  ['kharkiv', 'kharkov'],
  ['odesa', 'odessa'],
  ['lviv', 'lvov'],
  ['chernobyl', 'chornobyl', 'chornobil'],
  ['zelensky', 'zelenskyy', 'zelenskiy', 'zelenskii'],
  ['navalny', 'navalnyi', 'navalnii'],
  ['lukashenko', 'lukashenka'],
  ['belarus', 'belorussia', 'belorussiia'],
  ['colour', 'color'],
]

/** Other spellings of a word. */
const otherSpellings: ReadonlyMap<string, readonly string[]> = new Map(
  spellings.flatMap((group) => group.map((word): [string, string[]] => [word, group.filter((other) => other !== word)])),
)

/** More words than these narrow nothing down further. */
const mostWords = 20
/** Shorter words have too many neighbours at one letter's distance. */
const shortestForgiven = 4
/** From here on two wrong letters are forgiven. */
const longWord = 8

/** Lucene's own signs lose their meaning; folded text has none left, so this is the second lock on that door. */
function escape(word: string): string {
  return word.replace(/[^\p{L}\p{N}]/gu, String.raw`\$&`)
}

/** Letters, not code units: some scripts take two units a letter. */
function lettersOf(word: string): number {
  return Array.from(word).length
}

function withErrors(word: string): string {
  const letters = lettersOf(word)
  if (letters < shortestForgiven) return escape(word)
  return `${escape(word)}~${letters < longWord ? '1' : '2'}`
}

/** What may stand for a word: its other spellings, then the ways it is written in the query itself. */
function anyOf(word: string, ...ways: string[]): string {
  const all = [...(otherSpellings.get(word) ?? []).map(escape), ...ways]
  return all.length === 1 ? `+${all.join('')}` : `+(${all.join(' OR ')})`
}

/**
 * The Lucene query for a text as people type it: folded like the stored text, every word required in one of its spellings, the last word also as a
 * beginning (whole words weigh more). Null for a text without letters or digits. Lucene reads AND, OR, NOT in capitals only, and folded text has none.
 */
export function luceneSearch(text: string): LuceneSearch | null {
  const words = fold(text).split(' ').filter((word) => word !== '').slice(0, mostWords)
  const last = words.at(-1)
  if (last === undefined) return null
  const before = words.slice(0, -1)
  const strict = [...before.map((word) => anyOf(word, escape(word))), anyOf(last, `${escape(last)}^2`, `${escape(last)}*`)].join(' ')
  const forgivable = words.some((word) => lettersOf(word) >= shortestForgiven)
  const forgiving = forgivable ? [...before.map((word) => anyOf(word, withErrors(word))), anyOf(last, withErrors(last), `${escape(last)}*`)].join(' ') : null
  return { folded: words.join(' '), lastWord: ` ${last} `, strict, forgiving }
}

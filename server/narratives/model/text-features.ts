import stem from 'wink-porter2-stemmer'
import type { Token } from '../tokens.ts'

/** Words that say nothing of a narrative. Small on purpose: “not”, “against”, “by” and the like are kept. */
const stopWords = new Set(['the', 'a', 'an', 'of', 'to', 'in', 'and', 'is', 'are', 'was', 'were', 'be', 'been', 'has', 'have', 'had', 'it', 'its', 'that', 'this', 'on', 'for', 'with', 'as', 'at', 'will', 'which', 'their', 'his', 'he', 'they', 'there'])

/** One spelling for what the titles write in several ways. */
const sameWord = new Map([
  ['us', 'usa'], ['america', 'usa'], ['american', 'usa'], ['americans', 'usa'], ['kiev', 'kyiv'], ['isis', 'daesh'], ['isil', 'daesh'], ['color', 'colour'], ['colored', 'colour'],
  ['ukrainian', 'ukraine'], ['ukrainians', 'ukraine'], ['russian', 'russia'], ['russians', 'russia'], ['european', 'europe'], ['europeans', 'europe'], ['western', 'west'], ['british', 'uk'], ['britain', 'uk'],
  ['german', 'germany'], ['germans', 'germany'], ['polish', 'poland'], ['poles', 'poland'], ['georgian', 'georgia'], ['georgians', 'georgia'], ['syrian', 'syria'], ['wwii', 'ww2'],
])

const stems = new Map<string, string>()

function stemOf(key: string): string {
  const known = stems.get(key)
  if (known !== undefined) return known
  const word = sameWord.get(key) ?? key
  const stemmed = /^[a-z]+$/.test(word) ? stem(word) : word
  if (stems.size >= 50_000) stems.clear()
  if (key.length <= 40) stems.set(key, stemmed)
  return stemmed
}

/** The stems of a text in order; `null` where a word is left out, so that two words beside it do not become neighbours. */
export function stemsOf(tokens: readonly Token[]): (string | null)[] {
  return tokens.map(({ key, letterCase }) => {
    if (key === 'us') return letterCase === 'upper' ? 'usa' : null
    return stopWords.has(key) ? null : stemOf(key)
  })
}

/**
 * The words and pairs of neighbouring words of a text, each once. Pairs join over left-out words (“rule of law” gives rule_law),
 * and never over the end of a sentence.
 */
export function wordFeatures(tokens: readonly Token[]): string[] {
  const features = new Set<string>()
  let before: { stem: string; sentence: number } | null = null
  for (const [index, stem] of stemsOf(tokens).entries()) {
    if (stem === null) continue
    const sentence = tokens[index]?.sentence ?? 0
    features.add(stem)
    if (before !== null && before.sentence === sentence) features.add(`${before.stem}_${stem}`)
    before = { stem, sentence }
  }
  return [...features]
}

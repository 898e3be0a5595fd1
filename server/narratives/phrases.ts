import { wordKey, type Token } from './tokens.ts'

interface PhraseWord {
  key: string
  /** Written with a trailing *: any ending fits. */
  anyEnding: boolean
}

interface CompiledPhrase<Payload> {
  words: PhraseWord[]
  payload: Payload
}

/** A phrase that was found: its payload, and the first and last token by index. */
export interface PhraseHit<Payload> {
  payload: Payload
  first: number
  last: number
}

/** Finds all of its phrases in a list of tokens in one pass. */
export interface PhraseMatcher<Payload> {
  find(tokens: readonly Token[]): IterableIterator<PhraseHit<Payload>>
}

/** Words that mean something else in small letters: “US” and “us”. They match in capitals only. */
const capitalsOnly = new Set(['us'])

/**
 * Phrases are words separated by blanks; a word that ends in * fits any ending. They are found by their first word, so that
 * the time a text takes grows with its length and not with the number of phrases.
 */
export function compilePhrases<Payload>(entries: Iterable<readonly [phrase: string, payload: Payload]>): PhraseMatcher<Payload> {
  const byFirstWord = new Map<string, CompiledPhrase<Payload>[]>()
  const byFirstLetters = new Map<string, CompiledPhrase<Payload>[]>()
  for (const [phrase, payload] of entries) {
    const words = phraseWords(phrase)
    const first = words[0]
    if (first === undefined) continue
    const index = first.anyEnding ? byFirstLetters : byFirstWord
    const same = index.get(first.key)
    if (same === undefined) index.set(first.key, [{ words, payload }])
    else same.push({ words, payload })
  }
  const stemLengths = [...new Set([...byFirstLetters.keys()].map((key) => key.length))].toSorted((a, b) => a - b)

  function* find(tokens: readonly Token[]): IterableIterator<PhraseHit<Payload>> {
    for (const [first, token] of tokens.entries()) {
      for (const phrase of byFirstWord.get(token.key) ?? []) {
        if (fits(phrase.words, tokens, first)) yield { payload: phrase.payload, first, last: first + phrase.words.length - 1 }
      }
      for (const length of stemLengths) {
        if (length > token.key.length) break
        for (const phrase of byFirstLetters.get(token.key.slice(0, length)) ?? []) {
          if (fits(phrase.words, tokens, first)) yield { payload: phrase.payload, first, last: first + phrase.words.length - 1 }
        }
      }
    }
  }
  return { find }
}

/** The words of a phrase as they are compared; a hyphenated word counts as several, as it does in a text. */
export function phraseWords(phrase: string): PhraseWord[] {
  const words: PhraseWord[] = []
  for (const [word, ending] of phrase.matchAll(/[\p{L}\p{N}\p{M}]+(?:['’ʼ][\p{L}\p{N}\p{M}]+)*(\*)?/gu)) {
    const key = wordKey(ending === undefined ? word : word.slice(0, -1))
    if (key !== '') words.push({ key, anyEnding: ending !== undefined })
  }
  return words
}

/** Whether the words stand at that place, all within one sentence. */
function fits(words: readonly PhraseWord[], tokens: readonly Token[], first: number): boolean {
  const sentence = tokens[first]?.sentence
  return words.every((word, offset) => {
    const token = tokens[first + offset]
    if (token === undefined || token.sentence !== sentence) return false
    if (word.anyEnding) return token.key.startsWith(word.key)
    return token.key === word.key && (token.letterCase === 'upper' || !capitalsOnly.has(word.key))
  })
}

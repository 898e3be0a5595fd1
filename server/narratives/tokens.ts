import { fold } from '#graph-schema/fold.ts'

/** How a word is written: `us` and `US` fold to the same key and mean different things. */
export type LetterCase = 'lower' | 'capital' | 'upper'

/** One word of a text: its folded form, and where it stands. Offsets count UTF-16 code units; a possessive 's is left out. */
export interface Token {
  key: string
  start: number
  end: number
  letterCase: LetterCase
  /** Number of the sentence it stands in, from 0. */
  sentence: number
}

export interface Sentence {
  start: number
  end: number
}

export interface TokenisedText {
  tokens: Token[]
  sentences: Sentence[]
}

const apostrophes = /['’ʼ]/gu
const possessive = /['’ʼ][sS]$/u

/** A word as phrases compare it: possessive off, apostrophes out, folded. Empty for a word that folds away. */
export function wordKey(word: string): string {
  if (/^[a-z0-9]+$/.test(word)) return word
  return fold(word.replace(possessive, '').replace(apostrophes, '')).replaceAll(' ', '')
}

/** Words and sentences of a text, in one pass. */
export function tokenise(text: string): TokenisedText {
  const sentences = sentencesOf(text)
  const keys = new Map<string, string>() // long texts repeat their words; folding each once keeps this fast
  const tokens: Token[] = []
  let sentence = 0
  for (const found of text.matchAll(/[\p{L}\p{N}\p{M}]+(?:['’ʼ][\p{L}\p{N}\p{M}]+)*/gu)) {
    const word = found[0]
    let key = keys.get(word)
    if (key === undefined) {
      key = wordKey(word)
      keys.set(word, key)
    }
    if (key === '') continue
    while (sentence + 1 < sentences.length && found.index >= (sentences[sentence]?.end ?? Infinity)) sentence += 1
    const end = found.index + (possessive.test(word) ? word.length - 2 : word.length)
    tokens.push({ key, start: found.index, end, letterCase: letterCaseOf(word), sentence })
  }
  return { tokens, sentences }
}

function letterCaseOf(word: string): LetterCase {
  const bare = word.replace(possessive, '')
  if (bare.length > 1 && bare === bare.toUpperCase() && bare !== bare.toLowerCase()) return 'upper'
  const first = String.fromCodePoint(bare.codePointAt(0) ?? 0)
  return first === first.toLowerCase() ? 'lower' : 'capital'
}

const closers = new Set(['"', "'", '”', '’', '»', ')', ']'])
const openers = new Set(['"', "'", '“', '‘', '«', '(', '[', '„'])
const abbreviations = new Set(['mr', 'mrs', 'ms', 'dr', 'st', 'prof', 'gen', 'col', 'sen', 'rep', 'vs', 'jr', 'sr', 'e.g', 'i.e'])

/**
 * Sentences by their end marks: a mark counts when a blank and a capital, digit or opening quote follow, unless it closes an
 * initial or a common abbreviation; a blank line always ends one. Scanned by hand: a regular expression over runs of dots is quadratic.
 */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = []
  let start = 0
  let at = 0
  function close(end: number): void {
    while (start < end && isBlank(text[start])) start += 1
    if (start < end) sentences.push({ start, end })
    start = end
  }
  while (at < text.length) {
    const sign = text[at]
    if (sign === '\n' && text[at + 1] === '\n') {
      close(at)
      at += 2
    } else if (isEndMark(sign)) {
      const mark = at
      while (at < text.length && isEndMark(text[at])) at += 1
      while (at < text.length && closers.has(text[at] ?? '')) at += 1
      const next = skipBlanks(text, at)
      const initial = sign === '.' && at === mark + 1 && isAbbreviation(text, mark)
      if (text.slice(at, next).includes('\n\n') || (next > at && startsSentence(text, next) && !initial)) close(at)
      at = next
    } else {
      at += 1
    }
  }
  close(text.length)
  return sentences
}

function isEndMark(sign: string | undefined): boolean {
  return sign === '.' || sign === '!' || sign === '?' || sign === '…'
}

function isBlank(sign: string | undefined): boolean {
  return sign === ' ' || sign === '\n' || sign === '\t' || sign === '\u00A0'
}

function skipBlanks(text: string, from: number): number {
  let at = from
  while (at < text.length && isBlank(text[at])) at += 1
  return at
}

function startsSentence(text: string, at: number): boolean {
  const sign = text[openers.has(text[at] ?? '') ? at + 1 : at] ?? ''
  return openers.has(sign) || /[\p{N}]/u.test(sign) || sign !== sign.toLowerCase()
}

function isAbbreviation(text: string, dot: number): boolean {
  let from = dot
  while (from > 0 && dot - from < 5 && !isBlank(text[from - 1]) && !openers.has(text[from - 1] ?? '')) from -= 1
  const word = text.slice(from, dot).toLowerCase()
  return (word.length === 1 && word !== 'i') || abbreviations.has(word) || /^(?:\p{L}\.)+\p{L}$/u.test(word)
}

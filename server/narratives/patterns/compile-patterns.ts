import type { Token } from '../tokens.ts'
import type { Pattern, PatternClause, PatternWord, WordSequence } from './pattern-syntax.ts'

/** Two places in a list of tokens: the first and the last word of what was found. */
export interface FoundClause {
  first: number
  last: number
}

/** A pattern that a sentence meets, with the place of each clause. */
export interface PatternHit<Payload> {
  payload: Payload
  pattern: Pattern
  sentence: number
  clauses: FoundClause[]
}

/** Finds all of its patterns in one pass over the words. */
export interface PatternIndex<Payload> {
  readonly size: number
  /** Places looked at so far, to show that work grows with the text alone. */
  looks(): number
  /** Hits in the order of the text, each pattern at most once a sentence. */
  find(tokens: readonly Token[]): IterableIterator<PatternHit<Payload>>
}

interface CompiledElement {
  /** Equal elements of different clauses have one number. */
  number: number
  /** Numbers of words: alternatives of one word. */
  single: Set<number>
  /** Alternatives of several words, each a list of numbers. */
  several: number[][]
}

interface CompiledClause {
  number: number
  elements: CompiledElement[]
  gaps: number[]
}

interface CompiledPattern<Payload> {
  payload: Payload
  pattern: Pattern
  clauses: number[]
  without: number[]
}

/** What a word of a text fits: words of patterns, and, a bit each, the elements of clauses that it may be or begin. */
interface Fit {
  words: readonly number[]
  elements: Uint32Array
}

const noFit: Fit = { words: [], elements: new Uint32Array(0) }

const hasBit = (bits: Uint32Array, number: number): boolean => (((bits[number >>> 5] ?? 0) >>> (number & 31)) & 1) === 1

/** The words of all patterns, each once; tells which of them, and which elements of clauses, a word of a text fits. */
class WordTable {
  readonly #exact = new Map<string, number[]>()
  readonly #beginnings = new Map<string, number>()
  readonly #numbers = new Map<string, number>()
  readonly #capitals = new Set<number>()
  readonly #fitting = new Map<string, Fit>()
  /** Word → the elements that it is or begins. */
  readonly #elementsOf: number[][] = []
  readonly #elementNumbers = new Map<string, number>()
  #lengths: number[] = []

  /** How many 32 bits all elements take. */
  get width(): number {
    return (this.#elementNumbers.size + 31) >>> 5
  }

  elementNumberOf(alternatives: readonly (readonly number[])[]): number {
    const name = JSON.stringify(alternatives)
    const before = this.#elementNumbers.get(name)
    if (before !== undefined) return before
    const number = this.#elementNumbers.size
    this.#elementNumbers.set(name, number)
    for (const word of new Set(alternatives.flatMap(([start]) => start ?? []))) (this.#elementsOf[word] ??= []).push(number)
    return number
  }

  numberOf(word: PatternWord): number {
    const name = `${word.key}${word.anyEnding ? '*' : ''}${word.capitals ? '^' : ''}`
    const before = this.#numbers.get(name)
    if (before !== undefined) return before
    const number = this.#numbers.size
    this.#numbers.set(name, number)
    if (word.capitals) this.#capitals.add(number)
    if (word.anyEnding && !word.capitals) {
      this.#beginnings.set(word.key, number)
      this.#lengths = [...new Set([...this.#lengths, word.key.length])].sort((a, b) => a - b)
    } else {
      const same = this.#exact.get(word.key)
      if (same === undefined) this.#exact.set(word.key, [number])
      else same.push(number)
    }
    return number
  }

  /** What a token fits, once all patterns are in. Remembered, since texts repeat their words; the memory is bounded. */
  fitting(token: Token): Fit {
    const upper = token.letterCase === 'upper'
    const name = upper ? `${token.key}^` : token.key
    const before = this.#fitting.get(name)
    if (before !== undefined) return before
    const numbers = (this.#exact.get(token.key) ?? []).filter((number) => upper || !this.#capitals.has(number))
    for (const length of this.#lengths) {
      if (length > token.key.length) break
      const number = this.#beginnings.get(token.key.slice(0, length))
      if (number !== undefined) numbers.push(number)
    }
    const elements = new Uint32Array(numbers.length === 0 ? 0 : this.width)
    for (const word of numbers) for (const element of this.#elementsOf[word] ?? []) elements[element >>> 5] = (elements[element >>> 5] ?? 0) | (1 << (element & 31))
    const fit = numbers.length === 0 ? noFit : { words: numbers, elements }
    if (this.#fitting.size >= 50_000) this.#fitting.clear()
    if (token.key.length <= 64) this.#fitting.set(name, fit)
    return fit
  }
}

/**
 * Compiles patterns into one index. Clauses are found by their first word, and what a word may start is bounded by the patterns
 * and their gaps alone, so that the time a text takes grows with its length and with nothing else.
 */
export function compilePatterns<Payload>(entries: Iterable<readonly [pattern: Pattern, payload: Payload]>): PatternIndex<Payload> {
  const words = new WordTable()
  const startingWith: CompiledClause[][] = []
  const patternsOfFirstClause: CompiledPattern<Payload>[][] = []
  const clauseNumbers = new Map<string, number>()
  let size = 0
  let looks = 0

  function addClause(clause: PatternClause): number {
    const name = JSON.stringify(clause)
    const before = clauseNumbers.get(name)
    if (before !== undefined) return before
    const number = clauseNumbers.size
    clauseNumbers.set(name, number)
    const elements = clause.elements.map(({ alternatives }) => compileElement(alternatives, words))
    const orders = clause.eitherOrder ? [elements, elements.toReversed()] : [elements]
    for (const order of orders) {
      const compiled: CompiledClause = { number, elements: order, gaps: clause.gaps }
      const [first] = order
      if (first === undefined) continue
      for (const word of new Set([...first.single, ...first.several.flatMap(([start]) => start ?? [])])) {
        const same = startingWith[word]
        if (same === undefined) startingWith[word] = [compiled]
        else same.push(compiled)
      }
    }
    return number
  }

  for (const [pattern, payload] of entries) {
    const compiled = { payload, pattern, clauses: pattern.clauses.map(addClause), without: pattern.without.map(addClause) }
    const [first] = compiled.clauses
    if (first === undefined) continue
    size += 1
    const same = patternsOfFirstClause[first]
    if (same === undefined) patternsOfFirstClause[first] = [compiled]
    else same.push(compiled)
  }

  function* find(tokens: readonly Token[]): IterableIterator<PatternHit<Payload>> {
    let from = 0
    while (from < tokens.length) {
      const sentence = tokens[from]?.sentence ?? 0
      let to = from + 1
      while (to < tokens.length && tokens[to]?.sentence === sentence) to += 1
      const found = clausesIn(tokens, from, to, words, startingWith, () => {
        looks += 1
      })
      for (const number of found.keys()) {
        for (const { payload, pattern, clauses, without } of patternsOfFirstClause[number] ?? []) {
          if (without.some((other) => found.has(other))) continue
          const places = clauses.flatMap((other) => found.get(other) ?? [])
          if (places.length === clauses.length) yield { payload, pattern, sentence, clauses: places }
        }
      }
      from = to
    }
  }
  return { size, looks: () => looks, find }
}

function compileElement(alternatives: readonly WordSequence[], words: WordTable): CompiledElement {
  const sequences = alternatives.map((sequence) => sequence.map((word) => words.numberOf(word)))
  const element: CompiledElement = { number: words.elementNumberOf(sequences), single: new Set(), several: [] }
  for (const numbers of sequences) {
    const [only] = numbers
    if (numbers.length === 1 && only !== undefined) element.single.add(only)
    else element.several.push(numbers)
  }
  return element
}

/**
 * The first place of every clause in one sentence, in the order of the text. A clause is looked at only where each of its elements stands
 * somewhere in the sentence: most that a word could start fail there, at the cost of a bit.
 */
function clausesIn(tokens: readonly Token[], from: number, to: number, words: WordTable, startingWith: readonly (readonly CompiledClause[] | undefined)[], onLook: () => void): Map<number, FoundClause> {
  const fits: Fit[] = []
  const present = new Uint32Array(words.width)
  for (let at = from; at < to; at += 1) {
    const token = tokens[at]
    const fit = token === undefined ? noFit : words.fitting(token)
    fits.push(fit)
    for (let part = 0; part < fit.elements.length; part += 1) present[part] = (present[part] ?? 0) | (fit.elements[part] ?? 0)
  }
  const found = new Map<number, FoundClause>()
  for (const [at, fit] of fits.entries()) {
    for (const number of fit.words) {
      for (const clause of startingWith[number] ?? []) {
        if (!allPresent(clause, present) || found.has(clause.number)) continue
        const last = lastOf(clause, fits, at, onLook)
        if (last !== -1) found.set(clause.number, { first: from + at, last: from + last })
      }
    }
  }
  return found
}

function allPresent({ elements }: CompiledClause, present: Uint32Array): boolean {
  for (let index = 1; index < elements.length; index += 1) if (!hasBit(present, elements[index]?.number ?? 0)) return false
  return true
}

/**
 * Where the clause that starts at this word ends at the earliest; -1 if it does not fit. Every possible end of each element is followed, so
 * that no fit is missed. Runs for every word that may start a clause, so it makes as little as it can: sorted lists, no sets.
 */
function lastOf({ elements, gaps }: CompiledClause, fits: readonly Fit[], start: number, onLook: () => void): number {
  let starts = [start]
  for (const [index, element] of elements.entries()) {
    const ends: number[] = []
    for (const at of starts) {
      onLook()
      addEnds(element, fits, at, ends)
    }
    if (ends.length === 0) return -1
    if (element.several.length > 0) ends.sort((a, b) => a - b)
    const gap = gaps[index]
    if (gap === undefined) return ends[0] ?? -1
    starts = []
    let reached = start
    for (const end of ends) {
      const furthest = Math.min(end + 1 + gap, fits.length - 1)
      for (let at = Math.max(end, reached) + 1; at <= furthest; at += 1) starts.push(at)
      reached = Math.max(reached, furthest)
    }
  }
  return -1
}

function addEnds({ number, single, several }: CompiledElement, fits: readonly Fit[], at: number, ends: number[]): void {
  const here = fits[at] ?? noFit
  if (!hasBit(here.elements, number)) return
  if (several.length === 0) {
    ends.push(at)
    return
  }
  if (here.words.some((word) => single.has(word))) ends.push(at)
  for (const sequence of several) {
    if (sequence.every((word, offset) => fits[at + offset]?.words.includes(word) === true)) ends.push(at + sequence.length - 1)
  }
}

/** One element of a JSON file. `text` is null where it grew past what one case may be, or past what can be told apart. */
export type JsonElement = { text: string; isBroken: false } | { text: string; isBroken: true; code: 'json-too-large' | 'json-too-deep' | 'json-not-closed' | 'json-not-read'; reason: string }

/** Where the elements of a file stand: one a line, in the list under these keys, or the file as a whole is one. */
export type JsonShape = { kind: 'lines' } | { kind: 'list'; path: readonly string[] } | { kind: 'whole' }

/** An element longer than this is no case. */
export const longestElement = 16 * 1024 * 1024
/** Nested deeper than this, an element was made to break programs. */
const deepest = 64
/** Past so much text looked through in vain, an element that does not close ends the file. */
const vainBudget = 8 * longestElement

/** The elements of a JSON file, one at a time, each as its own text. A fault stays in its element (`docs/decisions/017-json-elements.md`). */
export async function* jsonElements(pieces: AsyncIterable<string>, shape: JsonShape): AsyncGenerator<JsonElement> {
  if (shape.kind === 'lines') return yield* lines(pieces)
  const scanner = new ElementScanner(shape.kind === 'whole' ? null : shape.path)
  for await (const piece of pieces) {
    yield* scanner.take(piece, false)
    if (scanner.isDone) return
  }
  yield* scanner.take('', true)
}

/** The elements at the beginning of a text, as far as they are whole. */
export function jsonElementsOf(text: string, shape: JsonShape, isWhole: boolean): JsonElement[] {
  if (shape.kind === 'lines') {
    const all = text.split(/\r\n|\n|\r/u)
    return (isWhole ? all : all.slice(0, -1)).filter((line) => line.trim() !== '').map((line) => ({ text: line, isBroken: false }))
  }
  return [...new ElementScanner(shape.kind === 'whole' ? null : shape.path).take(text, isWhole)]
}

async function* lines(pieces: AsyncIterable<string>): AsyncGenerator<JsonElement> {
  let held = ''
  /** The rest of a line that grew too long is passed over. */
  let isSkipping = false
  for await (const piece of pieces) {
    const parts = (held + piece).split(/\r\n|\n|\r(?!$)/u)
    held = parts.pop() ?? ''
    for (const part of parts) {
      if (!isSkipping && part.trim() !== '') yield element(part)
      isSkipping = false
    }
    if (held.length > longestElement) {
      if (!isSkipping) yield tooLarge(held)
      isSkipping = true
      held = ''
    }
  }
  if (!isSkipping && held.trim() !== '') yield element(held)
}

function element(text: string): JsonElement {
  const depth = depthOf(text)
  return depth > deepest ? { text: text.slice(0, 500), isBroken: true, code: 'json-too-deep', reason: `It is nested ${String(depth)} levels deep; ${String(deepest)} is the most.` } : { text, isBroken: false }
}

function tooLarge(text: string): JsonElement {
  return { text: text.slice(0, 500), isBroken: true, code: 'json-too-large', reason: `It is longer than ${String(longestElement)} characters.` }
}

function depthOf(text: string): number {
  let depth = 0
  let most = 0
  let inString = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at)
    if (inString) {
      if (sign === 92) at += 1
      else if (sign === 34) inString = false
    } else if (sign === 34) inString = true
    else if (sign === 123 || sign === 91) most = Math.max(most, (depth += 1))
    else if (sign === 125 || sign === 93) depth -= 1
  }
  return most
}

const openBrace = 123
const closeBrace = 125
const openBracket = 91
const closeBracket = 93
const backslash = 92
const stringQuote = 34
const colon = 58
const newLine = 10
const longestIndent = 64

/**
 * Finds the elements of the list under a path by brackets and strings alone, so that what is wrong inside one of them does not reach
 * the next. With no path each object of the text's own level is an element.
 */
class ElementScanner {
  readonly #path: readonly string[] | null
  isDone = false
  #text = ''
  #at = 0
  /** Containers that are open outside an element, with the key that was read last. */
  #outer: { isList: boolean; key: string | null }[] = []
  /** Brackets that are open in the element, and where it begins. */
  #brackets: number[] = []
  #start = -1
  #indent = ''
  #nextBegins: string | null = null
  /** The beginning of an element that grew too long. */
  #tooLarge: string | null = null
  #depth = 0
  #stringStart = -1
  #lastString: string | null = null
  #looked = 0
  #gaveUp = false
  /** Pieces that are not yet part of the text. */
  #waiting: string[] = []
  #waitingLength = 0

  constructor(path: readonly string[] | null) {
    this.#path = path
  }

  *take(piece: string, isEnd: boolean): Generator<JsonElement> {
    this.#waiting.push(piece)
    this.#waitingLength += piece.length
    // A long element grows by doubling: to put it together anew with every piece would take time in the square of its length.
    if (!isEnd && this.#start !== -1 && this.#waitingLength < this.#text.length - this.#start) return
    const needed = this.#start !== -1 ? this.#start : this.#stringStart !== -1 ? this.#stringStart : this.#at
    const from = Math.max(0, needed - longestIndent)
    this.#text = this.#text.slice(from) + this.#waiting.join('')
    this.#waiting = []
    this.#waitingLength = 0
    this.#at -= from
    if (this.#start !== -1) this.#start -= from
    if (this.#stringStart !== -1) this.#stringStart -= from
    yield* this.#scan(isEnd)
    if (!isEnd) return
    while (this.#start !== -1) {
      yield this.#giveUp()
      yield* this.#scan(isEnd)
    }
    if (!this.isDone && this.#outer.length > 0 && !this.#gaveUp) yield { text: '', isBroken: true, code: 'json-not-closed', reason: 'The list of cases does not close: the file was cut short.' }
    this.isDone = true
  }

  *#scan(isEnd: boolean): Generator<JsonElement> {
    const text = this.#text
    for (; this.#at < text.length && !this.isDone; this.#at += 1) {
      const sign = text.charCodeAt(this.#at)
      if (this.#start !== -1) this.#letGo()
      if (this.#stringStart !== -1) {
        if (sign === backslash) {
          if (this.#at + 1 >= text.length && !isEnd) return
          this.#at += 1
        } else if (sign === stringQuote) {
          this.#lastString = this.#start === -1 ? text.slice(this.#stringStart + 1, this.#at) : null
          this.#stringStart = -1
        } else if (sign === newLine && this.#start !== -1) yield this.#giveUp() // no string of JSON goes on over a line
        continue
      }
      if (sign === stringQuote) this.#stringStart = this.#at
      else if (sign === newLine && this.#start !== -1 && this.#nextBegins !== null) {
        if (this.#at + 1 + this.#nextBegins.length > text.length && !isEnd) return
        if (text.startsWith(this.#nextBegins, this.#at + 1)) yield this.#giveUp()
      } else if (this.#start === -1) this.#outside(sign)
      else if (sign === openBrace || sign === openBracket) this.#depth = Math.max(this.#depth, this.#brackets.push(sign))
      else if (sign === closeBrace || sign === closeBracket) {
        this.#closeTo(sign === closeBrace ? openBrace : openBracket)
        if (this.#brackets.length === 0) {
          const whole = text.slice(this.#start, this.#at + 1)
          const tooLarge = this.#tooLarge
          this.#start = -1
          this.#tooLarge = null
          if (tooLarge !== null) yield { text: tooLarge, isBroken: true, code: 'json-too-large', reason: `It is longer than ${String(longestElement)} characters.` }
          else yield this.#depth > deepest ? { text: whole.slice(0, 500), isBroken: true, code: 'json-too-deep', reason: `It is nested ${String(this.#depth)} levels deep; ${String(deepest)} is the most.` } : { text: whole, isBroken: false }
        }
      }
    }
  }

  /** An element that grew too long is followed to its end without being kept. */
  #letGo(): void {
    const length = this.#at - this.#start
    if (this.#tooLarge === null ? length > longestElement : length > 65_536) {
      this.#tooLarge ??= this.#text.slice(this.#start, this.#start + 500)
      this.#start = this.#at
      if (this.#stringStart !== -1) this.#stringStart = this.#at
    }
  }

  /** A bracket closes what it opens; one that was forgotten inside closes with it. */
  #closeTo(opening: number): void {
    const at = this.#brackets.lastIndexOf(opening)
    if (at !== -1) this.#brackets.length = at
  }

  #outside(sign: number): void {
    if (sign === openBrace || sign === openBracket) {
      if (this.#path === null || (sign === openBrace && this.#isTarget())) this.#begin(sign)
      else this.#outer.push({ isList: sign === openBracket, key: null })
      return
    }
    const top = this.#outer.at(-1)
    if (sign === colon && top?.isList === false) top.key = this.#lastString
    if ((sign === closeBrace && top?.isList === false) || (sign === closeBracket && top?.isList === true)) {
      if (this.#isTarget()) this.isDone = true
      this.#outer.pop()
      if (this.#outer.length === 0) this.isDone = true
    }
  }

  /** Whether the list that holds the elements is the innermost one open. */
  #isTarget(): boolean {
    const path = this.#path ?? []
    return this.#outer.at(-1)?.isList === true && this.#outer.length === path.length + 1 && path.every((key, index) => this.#outer[index]?.isList === false && this.#outer[index].key === key)
  }

  #begin(sign: number): void {
    const line = this.#text.lastIndexOf('\n', this.#at - 1)
    const indent = line === -1 ? '' : this.#text.slice(line + 1, this.#at)
    this.#start = this.#at
    this.#indent = /^[ \t]{0,64}$/u.test(indent) ? indent : ''
    // Where the layout shows it, an object that begins as far to the left is the next element, and this one was never closed.
    this.#nextBegins = line !== -1 && /^[ \t]{0,64}$/u.test(indent) && (indent !== '' || !/^[\r\n]/u.test(this.#text.slice(this.#at + 1, this.#at + 2))) ? `${this.#indent}{` : null
    this.#brackets = [sign]
    this.#depth = 1
  }

  /** An element that does not close costs its own lines: the next line that begins an object as far to the left begins the next element. */
  #giveUp(): JsonElement {
    const start = this.#start
    const length = this.#at - start
    this.#looked += length
    this.#gaveUp = true
    const next = this.#looked > vainBudget ? -1 : this.#text.indexOf(`\n${this.#indent}{`, start + 1)
    const lost = this.#tooLarge ?? this.#text.slice(start, start + 500)
    this.#tooLarge = null
    this.#start = -1
    this.#stringStart = -1
    if (next === -1) this.isDone = true
    else this.#at = next
    return { text: lost, isBroken: true, code: 'json-not-closed', reason: `Its brackets or strings do not close${next === -1 ? '; what stands below it in the file could not be told apart' : ''}.` }
  }
}

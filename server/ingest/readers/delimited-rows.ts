import { parse } from 'csv-parse/sync'

/** One row of a delimited text. `line` counts the physical lines of the file from 1. */
export type DelimitedRow = { cells: string[]; line: number; isBroken: false } | { cells: null; line: number; isBroken: true; code: 'quote-not-closed' | 'row-not-read' | 'row-too-long'; column: number; text: string }

/** A record longer than this has a quote that is never closed: a cell alone may not be a hundredth of it. */
const longestRecord = 32 * 1024 * 1024
/** Past so much text looked through for closing quotes in vain, a record may be this long and no longer. */
const vainBudget = 8 * longestRecord
const longestRecordThen = 64 * 1024
/** Records are parsed together up to this length. */
const batchLength = 64 * 1024

const quote = 34
const lineFeed = 10
const carriageReturn = 13

/**
 * The rows of a delimited text, header included, blank lines left out. csv-parse takes the cells apart; what is ours is where a
 * record ends, so that a fault stays in its row: a quote that is never closed, or that is closed in the middle of a later line, costs
 * the line where it was opened, and reading goes on behind that line (`docs/decisions/016-rows-apart.md`).
 */
export async function* delimitedRows(pieces: AsyncIterable<string>, delimiter: string): AsyncGenerator<DelimitedRow> {
  const splitter = new RowSplitter(delimiter)
  for await (const piece of pieces) yield* splitter.take(piece, false)
  yield* splitter.take('', true)
}

/** The rows of a text at hand, as far as they are whole. */
export function delimitedRowsOf(text: string, delimiter: string, isWhole: boolean): DelimitedRow[] {
  return [...new RowSplitter(delimiter).take(text, isWhole)]
}

interface Waiting {
  start: number
  end: number
  line: number
  hasQuotes: boolean
}

class RowSplitter {
  readonly #delimiter: number
  readonly #options: { delimiter: string; relax_quotes: true; relax_column_count: true; record_delimiter: string[] }
  #text = ''
  /** Where the record that is being looked at begins, and how far the look has come. */
  #start = 0
  #at = 0
  #inQuotes = false
  #atCellStart = true
  #crossedLine = false
  #column = 0
  #line = 1
  #looked = 0
  /** Pieces that are not yet part of the text. */
  #waiting: string[] = []
  #waitingLength = 0
  #isSkipping = false
  /** Whole records wait here until they are worth a call of the parser; the text does not move meanwhile. */
  #batch: Waiting[] = []
  #batchLength = 0
  #hasQuotes = false

  constructor(delimiter: string) {
    this.#delimiter = delimiter.charCodeAt(0)
    this.#options = { delimiter, relax_quotes: true, relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] }
  }

  /** Takes the next piece of the text; gives the rows that are whole by it. */
  *take(piece: string, isEnd: boolean): Generator<DelimitedRow> {
    this.#waiting.push(piece)
    this.#waitingLength += piece.length
    // A long record grows by doubling: to look at it anew with every piece would take time in the square of its length.
    if (!isEnd && this.#waitingLength < this.#text.length - this.#start) return
    this.#text = this.#text.slice(this.#start) + this.#waiting.join('')
    this.#waiting = []
    this.#waitingLength = 0
    this.#at -= this.#start
    this.#start = 0
    if (this.#isSkipping && !this.#skipLine(isEnd)) return
    for (;;) {
      const end = this.#nextEnd(isEnd)
      if (end === 'more') break
      if (end === 'broken') {
        yield* this.#parseBatch()
        yield this.#giveUpLine()
        if (this.#isSkipping) break
        continue
      }
      this.#closeRecord(end)
      if (this.#batchLength >= batchLength) yield* this.#parseBatch()
    }
    yield* this.#parseBatch()
  }

  /** Passes over what is left of a line that grew too long; false while its end has not come. */
  #skipLine(isEnd: boolean): boolean {
    const found = /\r\n?|\n/u.exec(this.#text)
    if (found === null || (found[0] === '\r' && found.index + 1 === this.#text.length && !isEnd)) {
      this.#begin(found === null ? this.#text.length : found.index)
      return false
    }
    this.#isSkipping = false
    this.#line += 1
    this.#begin(found.index + found[0].length)
    return true
  }

  /** Where the current record ends; `more` when the text at hand does not show it, `broken` when its quotes do not close. */
  #nextEnd(isEnd: boolean): number | 'more' | 'broken' {
    const text = this.#text
    const limit = this.#looked > vainBudget ? longestRecordThen : longestRecord
    while (this.#at < text.length) {
      const sign = text.charCodeAt(this.#at)
      if (this.#inQuotes) {
        if (sign !== quote) {
          const next = text.indexOf('"', this.#at)
          const to = next === -1 ? text.length : next
          this.#noteLines(this.#at, to)
          this.#at = to
          if (to - this.#start > limit) return 'broken'
          continue
        }
        if (this.#at + 1 >= text.length && !isEnd) return 'more'
        const after = text.charCodeAt(this.#at + 1)
        if (after === quote) {
          this.#at += 2
          continue
        }
        this.#at += 1
        this.#inQuotes = false
        const closes = Number.isNaN(after) || after === this.#delimiter || after === lineFeed || after === carriageReturn
        if (!closes && this.#crossedLine) return 'broken'
        continue
      }
      if (sign === lineFeed || sign === carriageReturn) {
        if (sign === carriageReturn && this.#at + 1 >= text.length && !isEnd) return 'more'
        const long = sign === carriageReturn && text.charCodeAt(this.#at + 1) === lineFeed ? 2 : 1
        this.#at += long
        return this.#at
      }
      if (sign === quote && this.#atCellStart) {
        this.#inQuotes = true
        this.#hasQuotes = true
        this.#crossedLine = false
        this.#atCellStart = false
      } else {
        this.#atCellStart = sign === this.#delimiter
        if (this.#atCellStart) this.#column += 1
      }
      this.#at += 1
    }
    if (!isEnd) return this.#at - this.#start > limit ? 'broken' : 'more'
    if (this.#inQuotes) return 'broken'
    return this.#at > this.#start ? this.#at : 'more'
  }

  #noteLines(from: number, to: number): void {
    if (this.#crossedLine) return
    const feed = this.#text.indexOf('\n', from)
    this.#crossedLine = (feed !== -1 && feed < to) || this.#text.slice(from, to).includes('\r')
  }

  #closeRecord(end: number): void {
    this.#batch.push({ start: this.#start, end, line: this.#line, hasQuotes: this.#hasQuotes })
    this.#batchLength += end - this.#start
    this.#line += this.#hasQuotes ? linesIn(this.#text, this.#start, end) : 1
    this.#begin(end)
  }

  #begin(start: number): void {
    this.#start = start
    this.#at = start
    this.#inQuotes = false
    this.#atCellStart = true
    this.#hasQuotes = false
    this.#column = 0
  }

  /** The first line of a record whose quotes do not close is lost to reading, not to the report. */
  #giveUpLine(): DelimitedRow {
    this.#looked += this.#at - this.#start
    const found = /\r\n?|\n/u.exec(this.#text.slice(this.#start, this.#at))
    const code = this.#hasQuotes && found !== null ? 'quote-not-closed' : this.#at - this.#start > longestRecordThen && found === null ? 'row-too-long' : 'quote-not-closed'
    const lineEnd = found === null ? this.#at : this.#start + found.index
    const row: DelimitedRow = { cells: null, line: this.#line, isBroken: true, code, column: this.#column, text: this.#text.slice(this.#start, Math.min(lineEnd, this.#start + 2000)) }
    if (found === null) {
      this.#isSkipping = this.#at < this.#text.length || code === 'row-too-long'
      this.#begin(this.#at)
    } else {
      this.#line += 1
      this.#begin(lineEnd + found[0].length)
    }
    return row
  }

  *#parseBatch(): Generator<DelimitedRow> {
    const batch = this.#batch.filter(({ start, end }) => !isBlankLine(this.#text, start, end))
    this.#batch = []
    this.#batchLength = 0
    const quoted = this.#parseQuoted(batch.filter((record) => record.hasQuotes))
    for (const record of batch) {
      const row = record.hasQuotes ? quoted.next().value : undefined
      // Without a quote there is nothing to parse.
      yield row ?? { cells: this.#text.slice(record.start, withoutLineEnd(this.#text, record.end)).split(this.#options.delimiter), line: record.line, isBroken: false }
    }
  }

  *#parseQuoted(records: readonly Waiting[]): Generator<DelimitedRow, undefined> {
    const rows = parsed(records.map(({ start, end }) => this.#text.slice(start, end)).join(''), this.#options)
    for (const [index, { start, end, line }] of records.entries()) {
      // Where the parser sees other ends than we do, each record is for itself, so that only the odd one is lost.
      const [cells, more] = rows?.length === records.length ? [rows[index]] : (parsed(this.#text.slice(start, end), this.#options) ?? [])
      yield cells !== undefined && more === undefined ? { cells, line, isBroken: false } : { cells: null, line, isBroken: true, code: 'row-not-read', column: 0, text: this.#text.slice(start, Math.min(end, start + 2000)) }
    }
    return undefined
  }
}

function parsed(text: string, options: { delimiter: string; relax_quotes: true; relax_column_count: true; record_delimiter: string[] }): string[][] | null {
  try {
    return parse(text, options)
  } catch {
    return null
  }
}

function withoutLineEnd(text: string, end: number): number {
  const last = text.charCodeAt(end - 1)
  if (last === lineFeed) return text.charCodeAt(end - 2) === carriageReturn ? end - 2 : end - 1
  return last === carriageReturn ? end - 1 : end
}

function isBlankLine(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const sign = text.charCodeAt(at)
    if (sign !== lineFeed && sign !== carriageReturn && sign !== 32) return false
  }
  return true
}

function linesIn(text: string, start: number, end: number): number {
  let lines = 0
  for (let at = start; at < end; at += 1) {
    const sign = text.charCodeAt(at)
    if (sign === lineFeed || (sign === carriageReturn && text.charCodeAt(at + 1) !== lineFeed)) lines += 1
  }
  return lines
}

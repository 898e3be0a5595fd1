import { wordKey } from '../tokens.ts'
import { type Aliases, mostClauses, mostElements, type Pattern, type PatternClause, type PatternElement, type PatternFault, type PatternPlace, type PatternWord, widestGap, type WordSequence } from './pattern-syntax.ts'

/** A fault on its way out of the parser of one line. */
class LineFault extends Error {
  readonly column: number

  constructor(column: number, reason: string) {
    super(reason)
    this.column = column
  }
}

const letters = /[\p{L}\p{N}\p{M}]/u
const inWord = /[\p{L}\p{N}\p{M}'’ʼ\-*$]/u

/** Reads one line from left to right. Columns count UTF-16 code units from 1. */
class LineReader {
  readonly #line: string
  readonly #aliases: Aliases
  #at = 0

  constructor(line: string, aliases: Aliases) {
    this.#line = line
    this.#aliases = aliases
  }

  get column(): number {
    return this.#at + 1
  }

  fault(reason: string, column = this.column): LineFault {
    return new LineFault(column, reason)
  }

  skipBlanks(): void {
    while (this.#line[this.#at] === ' ' || this.#line[this.#at] === '\t') this.#at += 1
  }

  /** Whether the line is read to its end or to a comment. */
  get done(): boolean {
    this.skipBlanks()
    return this.#at >= this.#line.length || this.#line[this.#at] === '#'
  }

  take(sign: string): boolean {
    this.skipBlanks()
    if (!this.#line.startsWith(sign, this.#at)) return false
    this.#at += sign.length
    return true
  }

  peek(sign: string): boolean {
    this.skipBlanks()
    return this.#line.startsWith(sign, this.#at)
  }

  number(): number {
    const from = this.#at
    while (/[0-9]/.test(this.#line[this.#at] ?? '') && this.#at - from < 4) this.#at += 1
    if (from === this.#at) throw this.fault('a number of words is missing: ..4 means up to four words between')
    const value = Number(this.#line.slice(from, this.#at))
    if (value < 1 || value > widestGap) throw this.fault(`a gap has 1 to ${String(widestGap)} words, not ${String(value)}; words further apart are joined with &`, from + 1)
    return value
  }

  /** One written word (`anti-russian*`, `$west`) as the sequences it stands for. */
  word(): WordSequence[] {
    this.skipBlanks()
    const from = this.#at
    while (inWord.test(this.#line[this.#at] ?? '')) this.#at += 1
    const written = this.#line.slice(from, this.#at)
    if (written === '') throw this.fault(this.#at >= this.#line.length ? 'the line ends where a word should follow' : `“${this.#line[this.#at] ?? ''}” stands where a word should`)
    if (written.startsWith('$')) {
      const named = this.#aliases.get(written)
      if (named === undefined) throw this.fault(`there is no alias ${written}`, from + 1)
      return [...named]
    }
    const words: PatternWord[] = []
    const parts = written.split('-')
    let column = from + 1
    for (const [index, part] of parts.entries()) {
      const star = part.indexOf('*')
      if (star !== -1 && (star !== part.length - 1 || index !== parts.length - 1)) throw this.fault('a * stands only at the end of a word', column + star)
      const anyEnding = star !== -1
      const bare = anyEnding ? part.slice(0, -1) : part
      if (bare.includes('$')) throw this.fault('a $ stands only before the name of an alias', column + bare.indexOf('$'))
      const key = wordKey(bare)
      if (key === '' || !letters.test(bare)) throw this.fault(anyEnding ? 'a * alone would fit every word' : 'a word is missing here', column)
      if (anyEnding && key.length < 2) throw this.fault('at least two letters stand before a *', column)
      words.push({ key, anyEnding, capitals: isCapitals(bare) })
      column += part.length + 1
    }
    const only = words.length === 1 ? words[0] : undefined
    const same = only === undefined || only.anyEnding || only.capitals ? undefined : this.#aliases.get(only.key)
    return same === undefined ? [words] : [...same]
  }

  /** Words that follow each other, up to a | or a closing bracket. */
  sequence(): WordSequence[] {
    let sequences = this.word()
    while (!this.done && !this.peek('|') && !this.peek(')')) {
      const column = this.column
      const next = this.word()
      sequences = sequences.flatMap((before) => next.map((after) => [...before, ...after]))
      if (sequences.length > 200) throw this.fault('too many aliases in one bracket', column)
    }
    return sequences
  }

  element(): PatternElement {
    if (this.take('(')) {
      const column = this.column - 1
      const alternatives = this.sequence()
      while (this.take('|')) alternatives.push(...this.sequence())
      if (!this.take(')')) throw this.fault('this bracket is not closed', column)
      if (this.peek('|')) throw this.fault('alternatives with several words stand inside one bracket: (deep state|shadow government)')
      return { alternatives }
    }
    const alternatives = this.word()
    while (this.take('|')) {
      if (this.peek('(')) throw this.fault('alternatives with several words stand inside one bracket: (deep state|shadow government)')
      alternatives.push(...this.word())
    }
    return { alternatives }
  }

  clause(): PatternClause {
    const start = this.column
    const clause: PatternClause = { elements: [this.element()], gaps: [], eitherOrder: false }
    while (!this.done && !this.peek('&') && !this.peek('!')) {
      const column = this.column
      if (this.take('..')) clause.gaps.push(this.number())
      else if (this.take('~')) {
        clause.gaps.push(this.number())
        clause.eitherOrder = true
      } else clause.gaps.push(0)
      clause.elements.push(this.element())
      if (clause.eitherOrder && clause.elements.length > 2) throw this.fault('~ joins two places and no more; use & for others', column)
      if (clause.elements.length > mostElements) throw this.fault(`a clause has at most ${String(mostElements)} places`, start)
    }
    return clause
  }

  /** The alternatives after the = of an alias. */
  alternatives(): WordSequence[] {
    const all = this.sequence()
    while (this.take('|')) all.push(...this.sequence())
    if (!this.done) throw this.fault('alternatives are divided by |')
    return all
  }

  name(): string {
    this.skipBlanks()
    const from = this.#at
    while (inWord.test(this.#line[this.#at] ?? '')) this.#at += 1
    return this.#line.slice(from, this.#at)
  }
}

function isCapitals(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase()
}

function parseLine(line: string, number: number, statements: boolean, aliases: Aliases): Pattern {
  const reader = new LineReader(line, aliases)
  const clauses: PatternClause[] = []
  const without: PatternClause[] = []
  let place: PatternPlace = statements ? 'statement' : 'text'
  for (const narrower of ['title', 'claim'] as const) {
    const column = reader.column
    if (!reader.take(`${narrower}:`)) continue
    if (statements) throw reader.fault('statements are looked for in the disproof, so title: and claim: do not go with them', column)
    place = narrower
    break
  }
  do {
    if (reader.take('!')) without.push(reader.clause())
    else {
      if (without.length > 0) throw reader.fault('exclusions stand last')
      clauses.push(reader.clause())
      if (clauses.length > mostClauses) throw reader.fault(`a pattern has at most ${String(mostClauses)} clauses`)
    }
  } while (reader.take('&') || reader.peek('!'))
  if (!reader.done) throw reader.fault('this is not understood')
  if (clauses.length === 0) throw reader.fault('an exclusion alone would fit nearly every text', 1)
  return { text: withoutComment(line), line: number, place, clauses, without }
}

function withoutComment(line: string): string {
  const hash = line.indexOf('#')
  return (hash === -1 ? line : line.slice(0, hash)).trim().replace(/[ \t]+/g, ' ')
}

/** Runs the parser of a line; a fault of the line becomes one of the file. */
function guarded<Result>(file: string, line: number, faults: PatternFault[], parse: () => Result): Result | null {
  try {
    return parse()
  } catch (error) {
    if (!(error instanceof LineFault)) throw error
    faults.push({ file, line, column: error.column, reason: error.message })
    return null
  }
}

/**
 * A pattern file: a pattern a line, `#` begins a comment, and what follows the line `[statements]` is looked for in disproofs.
 * Never throws for a bad file: every fault names line and column, and good lines are kept.
 */
export function parsePatterns(text: string, file: string, aliases: Aliases): { patterns: Pattern[]; faults: PatternFault[] } {
  const patterns: Pattern[] = []
  const faults: PatternFault[] = []
  let statements = false
  const seen = new Map<string, number>()
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const bare = withoutComment(line)
    if (bare === '') continue
    if (bare.startsWith('[')) {
      if (bare === '[statements]' || bare === '[patterns]') statements = bare === '[statements]'
      else faults.push({ file, line: index + 1, column: 1, reason: 'a section is [patterns] or [statements]' })
      continue
    }
    const key = `${String(statements)} ${bare}`
    const twice = seen.get(key)
    if (twice !== undefined) {
      faults.push({ file, line: index + 1, column: 1, reason: `the same pattern stands in line ${String(twice)}` })
      continue
    }
    seen.set(key, index + 1)
    const pattern = guarded(file, index + 1, faults, () => parseLine(line, index + 1, statements, aliases))
    if (pattern !== null) patterns.push(pattern)
  }
  return { patterns, faults }
}

/**
 * The file of aliases: `kyiv = kyiv | kiev` makes the word kyiv (and kiev) in a pattern fit both; `$west = west | washington`
 * names a group that is meant only where it is written with its $. A later line may use the earlier ones.
 */
export function parseAliases(text: string, file: string): { aliases: Aliases; faults: PatternFault[] } {
  const aliases = new Map<string, readonly WordSequence[]>()
  const faults: PatternFault[] = []
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (withoutComment(line) === '') continue
    guarded(file, index + 1, faults, () => {
      const reader = new LineReader(line, aliases)
      const name = reader.name()
      if (name === '' || name.endsWith('*')) throw reader.fault('a name stands before the =', 1)
      if (!reader.take('=')) throw reader.fault('an alias is written name = word | other word')
      const named = name.startsWith('$')
      const all = reader.alternatives()
      const key = named ? name : wordKey(name)
      if (aliases.has(key)) throw reader.fault(`${name} is defined twice`, 1)
      aliases.set(key, all)
      if (named) return
      for (const [only, ...more] of all) {
        if (only !== undefined && more.length === 0 && !only.anyEnding && !only.capitals) aliases.set(only.key, all)
      }
    })
  }
  return { aliases, faults }
}

/** One fault as a line: file, line, column, reason. */
export function faultLine({ file, line, column, reason }: PatternFault): string {
  return `${file}, line ${String(line)}, column ${String(column)}: ${reason}`
}

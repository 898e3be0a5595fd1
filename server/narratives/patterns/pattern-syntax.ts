/** One word of a pattern, as tokens are compared with it. */
export interface PatternWord {
  key: string
  /** Written with a trailing *: any ending fits. */
  anyEnding: boolean
  /** Written in capitals, as US: only a word in capitals fits. */
  capitals: boolean
}

/** Words that follow each other directly. */
export type WordSequence = PatternWord[]

/** One place of a clause: any of its alternatives fits. */
export interface PatternElement {
  alternatives: WordSequence[]
}

/** Elements in order, with at most `gaps[i]` other words between element i and the next. */
export interface PatternClause {
  elements: PatternElement[]
  gaps: number[]
  /** Two elements that may also stand the other way round. */
  eitherOrder: boolean
}

/** Where a pattern looks: title and claim, one of them, or sentences of the disproof that speak of a narrative. */
export type PatternPlace = 'text' | 'title' | 'claim' | 'statement'

/** One line of a pattern file: all clauses in one sentence, none of the exclusions in that sentence. A title counts as one sentence. */
export interface Pattern {
  /** The line as people read it; the name under which a match is kept. */
  text: string
  line: number
  place: PatternPlace
  clauses: PatternClause[]
  without: PatternClause[]
}

/** A fault in a pattern file, with its place counted from 1. */
export interface PatternFault {
  file: string
  line: number
  column: number
  reason: string
}

/** Names that stand for several words: `kyiv` for Kyiv and Kiev, `$west` for the West, Washington, Brussels. */
export type Aliases = ReadonlyMap<string, readonly WordSequence[]>

/** At most this many words may lie in one gap: what stands further apart is joined with & instead. */
export const widestGap = 12

/** At most this many elements in a clause, and clauses in a pattern: longer ones are a mistake, and this bounds the work a token takes. */
export const mostElements = 8
export const mostClauses = 6

import type { CleaningGroup, ColumnAccount } from '#graph-schema/import-plan.ts'
import type { ImportProblem } from '#graph-schema/read-result.ts'
import type { Cleaning, ReadItem } from './readers/reader.ts'

/** The first of them are shown and kept with the import; the file of findings has all. */
const mostProblems = 100
const mostExamples = 5
/** A file with more columns than this is no table of cases; the rest of them goes uncounted, not unkept. */
const mostColumns = 500
const longestExample = 300

/** Takes every problem and every cleaning as it is found. */
export interface FindingsSink {
  problem(problem: ImportProblem): void
  cleaning(cleaning: Cleaning): void
  /** Resolves when there is room for more. */
  drained(): Promise<void>
}

/** What was found in a file so far. */
export interface FindingsReport {
  cleanings: CleaningGroup[]
  columns: ColumnAccount[]
  problems: ImportProblem[]
  problemCount: number
}

const brief = (value: string) => (value.length <= longestExample ? value : `${value.slice(0, longestExample).replace(/\p{Surrogate}/gu, '')}…`)

/** Counts problems, cleanings and values by column while a file is read; holds a bounded number of examples, however long the file. */
export class Findings {
  readonly #sink: FindingsSink | null
  readonly #problems: ImportProblem[] = []
  #problemCount = 0
  readonly #cleanings = new Map<string, CleaningGroup>()
  readonly #columns = new Map<string, ColumnAccount>()

  /** `sink` also gets each finding. */
  constructor(sink: FindingsSink | null = null) {
    this.#sink = sink
  }

  take(item: ReadItem): void {
    if (item.is === 'case') {
      for (const [column, value] of Object.entries(item.record.raw)) if (value.trim() !== '') this.#countIn(column, 'filled')
      for (const problem of item.warnings) this.#problem(problem)
      for (const cleaning of item.cleanings) this.#cleaning(cleaning)
    } else if (item.is === 'rejected') {
      for (const problem of item.problems) this.#problem(problem)
    } else {
      this.#problem(item.problem)
    }
  }

  /** Resolves when the sink has room for more. */
  drained(): Promise<void> {
    return this.#sink?.drained() ?? Promise.resolve()
  }

  report(): FindingsReport {
    return { cleanings: [...this.#cleanings.values()].sort((a, b) => b.count - a.count), columns: [...this.#columns.values()], problems: [...this.#problems], problemCount: this.#problemCount }
  }

  #problem(problem: ImportProblem): void {
    this.#problemCount += 1
    if (this.#problems.length < mostProblems) this.#problems.push({ ...problem, value: problem.value === null ? null : brief(problem.value) })
    if (problem.column !== null) this.#countIn(problem.column, 'problems')
    this.#sink?.problem(problem)
  }

  #cleaning(cleaning: Cleaning): void {
    const group = this.#cleanings.get(cleaning.code) ?? { code: cleaning.code, count: 0, examples: [] }
    this.#cleanings.set(cleaning.code, group)
    group.count += 1
    const { row, column, value, became } = cleaning
    const isNew = group.examples.length < mostExamples && group.examples.every((example) => example.value !== brief(value))
    if (isNew) group.examples.push({ row, column, value: brief(value), became: became === null ? null : brief(became) })
    this.#countIn(column, became === null ? 'junk' : 'tidied')
    this.#sink?.cleaning(cleaning)
  }

  #countIn(column: string, what: 'filled' | 'tidied' | 'junk' | 'problems'): void {
    let account = this.#columns.get(column)
    if (account === undefined) {
      if (this.#columns.size >= mostColumns) return
      account = { column: brief(column), filled: 0, tidied: 0, junk: 0, problems: 0 }
      this.#columns.set(column, account)
    }
    account[what] += 1
  }
}

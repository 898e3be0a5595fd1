import type { ImportProblem } from '#graph-schema/read-result.ts'

/** More problems than these help nobody; the last one says how many are not listed. */
const mostProblems = 500

/** The problems of one file, as they are found. */
export class ProblemList {
  readonly #problems: ImportProblem[] = []
  #more = 0

  add(problem: ImportProblem): void {
    if (this.#problems.length < mostProblems) this.#problems.push(problem)
    else this.#more += 1
  }

  list(): ImportProblem[] {
    if (this.#more === 0) return [...this.#problems]
    return [...this.#problems, { row: null, column: null, value: null, code: 'more-problems', reason: `${String(this.#more)} further problems are not listed.`, severity: 'warning' }]
  }
}

/** Problems of one case. */
export class Report {
  readonly #problems: ProblemList
  readonly #row: number

  constructor(problems: ProblemList, row: number) {
    this.#problems = problems
    this.#row = row
  }

  warn(code: string, reason: string, column: string | null = null, value: string | null = null): void {
    this.#problems.add({ row: this.#row, column, value: value === null ? null : this.brief(value, 500), code, reason, severity: 'warning' })
  }

  reject(code: string, reason: string, column: string | null = null, value: string | null = null): void {
    this.#problems.add({ row: this.#row, column, value: value === null ? null : this.brief(value, 500), code, reason, severity: 'rejected' })
  }

  /** The beginning of a value, for a sentence. */
  brief(value: string, length = 80): string {
    return value.length <= length ? value : `${value.slice(0, length).replace(/\p{Surrogate}/gu, '').trimEnd()}…`
  }
}

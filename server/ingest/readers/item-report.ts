import type { ImportProblem } from '#graph-schema/read-result.ts'
import type { Cleaning, ReadItem } from './reader.ts'

/** A row with more faults than these is not told better by more of them. */
const mostOfOneRow = 100
const longestValue = 300

/** The beginning of a value, for a report: without halves of characters and without controls that a terminal would obey. */
export function clipped(value: string, length = longestValue): string {
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  const shown = value.slice(0, length).replace(/\p{Surrogate}/gu, '\uFFFD').replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFE\uFFFF]/gu, '\uFFFD')
  return value.length <= length ? shown : `${shown.trimEnd()}…`
}

/** What is said about one row while it is read. */
export class ItemReport {
  readonly row: number
  readonly #warnings: ImportProblem[] = []
  readonly #rejections: ImportProblem[] = []
  readonly #cleanings: Cleaning[] = []

  constructor(row: number) {
    this.row = row
  }

  warn(code: string, reason: string, column: string | null, value: string | null): void {
    if (this.#warnings.length < mostOfOneRow) this.#warnings.push(this.#problem(code, reason, column, value, 'warning'))
  }

  /** The row will not come in. */
  reject(code: string, reason: string, column: string | null, value: string | null): void {
    if (this.#rejections.length < mostOfOneRow) this.#rejections.push(this.#problem(code, reason, column, value, 'rejected'))
  }

  clean(code: string, column: string, value: string, became: string | null): void {
    if (this.#cleanings.length < mostOfOneRow) this.#cleanings.push({ row: this.row, column, value: clipped(value), became: became === null ? null : clipped(became), code })
  }

  get isRejected(): boolean {
    return this.#rejections.length > 0
  }

  /** `raw`: the row's values by column, where it could be taken apart; their beginnings are kept, for what was rejected may be of any size. */
  rejected(raw: Readonly<Record<string, string>> = {}): ReadItem {
    return { is: 'rejected', row: this.row, problems: this.#rejections, raw: Object.fromEntries(Object.entries(raw).map(([column, value]) => [column, clipped(value)])) }
  }

  get warnings(): readonly ImportProblem[] {
    return this.#warnings
  }

  get cleanings(): readonly Cleaning[] {
    return this.#cleanings
  }

  #problem(code: string, reason: string, column: string | null, value: string | null, severity: ImportProblem['severity']): ImportProblem {
    return { row: this.row, column, value: value === null ? null : clipped(value), code, reason, severity }
  }
}

/** A fault of the file that no row bears. */
export function note(code: string, reason: string, column: string | null = null, value: string | null = null): ReadItem {
  return { is: 'note', problem: { row: null, column, value: value === null ? null : clipped(value), code, reason, severity: 'warning' } }
}

/** One rejected row with one fault. */
export function rejectedRow(row: number, code: string, reason: string, column: string | null = null, value: string | null = null): ReadItem {
  const report = new ItemReport(row)
  report.reject(code, reason, column, value)
  return report.rejected()
}

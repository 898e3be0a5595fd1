import type { CaseField } from '#graph-schema/case-fields.ts'
import type { EntityRef } from '../case-record.ts'
import type { ResolvedCell } from './cell-resolver.ts'
import { cleanText } from './clean-text.ts'
import type { ItemReport } from './item-report.ts'
import { isSiteStatement } from './page-labels.ts'

/** No value of a case is longer: the longest text of the corpora that we know has 2,252 characters. */
const longestCell = 200_000
/** A row with more values in one list is no case. */
export const mostValues = 500

/** One value as it stands in a file, with the name of its column. `isOne`: it is one value, not a list. */
export interface Cell {
  column: string
  value: string
  isOne?: boolean
}

/** Placeholders that programs and people write for “nothing”. */
export const nothing = /^(?:n\/?a|none|null|nan|nil|undefined|\(?empty\)?|-+|–+|—+|\?+|\.+)$/iu

/** The cells of a row by field, checked for size, with placeholders taken for nothing. */
export class RowValues {
  readonly #cells: ReadonlyMap<CaseField, readonly Cell[]>
  readonly #report: ItemReport

  constructor(cells: ReadonlyMap<CaseField, readonly Cell[]>, report: ItemReport) {
    this.#cells = cells
    this.#report = report
    for (const ofField of cells.values()) {
      for (const { column, value } of ofField) if (value.length > longestCell) report.reject('cell-too-large', `The value has ${String(value.length)} characters; ${String(longestCell)} is the most.`, column, value)
    }
  }

  /** Cells of a field that hold something. */
  filled(field: CaseField): readonly Cell[] {
    const cells = this.#cells.get(field)
    if (cells === undefined) return []
    return cells.filter(({ value, column }) => {
      if (value === '' || value.trim() === '') return false
      if (value.length > 12 || !nothing.test(value.trim())) return true
      this.#report.clean('placeholder', column, value, null)
      return false
    })
  }

  /** The column of a field, whether or not anything stands in it; null where the row has none. */
  columnOf(field: CaseField): string | null {
    return this.#cells.get(field)?.[0]?.column ?? null
  }

  first(field: CaseField): Cell | null {
    return this.filled(field)[0] ?? null
  }

  text(field: CaseField): string | null {
    const cell = this.first(field)
    if (cell === null) return null
    const text = withoutSiteStatement(cleanText(cell.value, cell.column, this.#report), cell, this.#report)
    return text === '' ? null : text
  }

  entities<Ref extends EntityRef>(field: CaseField, resolve: (cell: Cell) => ResolvedCell<Ref>): Ref[] {
    const cells = this.filled(field)
    const only = cells[0]
    if (only === undefined) return []
    const refs = new Map<string, Ref>()
    let count = 0
    for (const cell of cells) {
      const value = cleanText(cell.value, cell.column, this.#report)
      const resolved = resolve(value === cell.value ? cell : { ...cell, value })
      count += resolved.count
      for (const cleaning of resolved.cleanings) this.#report.clean(cleaning.code, cell.column, cleaning.value, cleaning.became)
      for (const unknown of resolved.unknown) this.#report.warn(unknown.code, unknownReason(unknown.code, unknown.value), cell.column, unknown.value)
      for (const ref of resolved.refs) if (!refs.has(ref.id)) refs.set(ref.id, ref)
    }
    if (count > mostValues) this.#report.reject('too-many-values', `${String(count)} values stand in this list; ${String(mostValues)} is the most.`, only.column, only.value)
    return [...refs.values()]
  }
}

function unknownReason(code: string, value: string): string {
  switch (code) {
    case 'unknown-country':
      return `“${value.slice(0, 80)}” is no country or region that the tables know; nothing is linked, the value is kept as it stands.`
    case 'unknown-language':
      return `“${value.slice(0, 80)}” is no language that the tables know; nothing is linked, the value is kept as it stands.`
    default:
      return `“${value.slice(0, 80)}…” is too long for a name; it is kept as it stands and nothing is linked.`
  }
}

/** The site's statement on its method stands below many copied texts; it belongs to none of them. */
function withoutSiteStatement(text: string, cell: Cell, report: ItemReport): string {
  if (!text.includes('EUvsDisinfo database focus')) return text
  const paragraphs = text.split(/\n{1,3}/u)
  const at = paragraphs.findIndex((paragraph) => isSiteStatement(paragraph.trim()))
  if (at === -1) return text
  const kept = text.slice(0, text.indexOf(paragraphs[at] ?? '')).replace(/\n\s*disclaimer\s*$/iu, '').trimEnd()
  report.clean('site-statement', cell.column, paragraphs[at] ?? '', null)
  return kept
}

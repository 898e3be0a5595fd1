import type { CaseField, DateOrder } from '#graph-schema/case-fields.ts'
import { BadInputError } from '../../errors.ts'
import type { IngestContext } from '../inference.ts'
import { type Assembly, assembleCase } from './assemble-case.ts'
import { CellResolver, type Separators } from './cell-resolver.ts'
import { DateOrderWatch } from './dates.ts'
import { type DelimitedRow, delimitedRows } from './delimited-rows.ts'
import { note, rejectedRow } from './item-report.ts'
import { notInFile } from './mapping.ts'
import { openText, type TextPieces } from './open-text.ts'
import type { InputFile, ReadItem, ReadPlan } from './reader.ts'
import { withoutEmptyEnd } from './sniff-table.ts'
import type { Cell } from './row-values.ts'

/** What a delimited format is: which column is which field, and how its values stand. */
export interface TableForm {
  /** Column → field; columns that are not named are kept as they stand. */
  fields: Readonly<Record<string, CaseField>>
  separators: Separators
  /** `file`: the file as a whole shows it, unless the plan says it. */
  dateOrder: DateOrder | 'file'
  /** One cell names one outlet, whatever commas stand in it. */
  oneOutlet?: boolean
  /** Who published the cases, where neither a row, nor the plan, nor an address says so. */
  source: string | null
  isUpdate: boolean
}

/** Names under which a column can be kept without harm to the objects that hold it. */
const harmful = new Set(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'])

interface Column {
  name: string
  field: CaseField | null
}

/** The rows of a delimited file as items, one at a time. */
export async function* readTable(file: InputFile, plan: ReadPlan, form: TableForm, context: IngestContext, signal?: AbortSignal): AsyncGenerator<ReadItem> {
  const order = plan.dateOrder ?? (form.dateOrder === 'file' ? yield* orderOfFile(file, plan, form, signal) : form.dateOrder)
  const how: Assembly = { context, resolver: new CellResolver(context.entities), separators: form.separators, dateOrder: order, oneOutlet: form.oneOutlet === true, source: { chosen: plan.source, usual: form.source }, isUpdate: form.isUpdate }
  const pieces = openText(file, plan, signal)
  const ended = watchEnd(pieces)
  let columns: readonly Column[] | null = null
  let row = 0
  let held: DelimitedRow | null = null
  for await (const next of withoutSeparatorLine(delimitedRows(ended.pieces, plan.delimiter ?? ','))) {
    if (signal?.aborted === true) return
    if (columns === null) {
      if (next.isBroken) throw new BadInputError(`${file.name}: the first row, which names the columns, has a quote that is never closed`)
      const { columns: found, notes } = columnsOf(next.cells, form.fields)
      columns = found
      yield* notes
      if (plan.mapping !== null) yield* notInFile(missingOf(next.cells, plan.mapping))
      continue
    }
    if (held !== null) yield itemOf(held, (row += 1), columns, plan, how)
    held = next
  }
  if (signal?.aborted === true) return
  const trouble = pieces.trouble()
  if (columns === null || (held === null && trouble === null)) throw new BadInputError(columns === null ? `${file.name} holds no rows` : `${file.name} holds the names of ${String(columns.length)} columns and no rows below them`)
  if (held !== null && (trouble === null || ended.endedWithLine())) yield itemOf(held, (row += 1), columns, plan, how)
  if (trouble !== null) yield rejectedRow(row + 1, trouble.code, trouble.reason)
}

/** The first pass over a file whose dates may be read in two ways. */
async function* orderOfFile(file: InputFile, plan: ReadPlan, form: TableForm, signal?: AbortSignal): AsyncGenerator<ReadItem, DateOrder | null> {
  const watch = new DateOrderWatch()
  let at: number[] | null = null
  for await (const next of withoutSeparatorLine(delimitedRows(openText(file, plan, signal), plan.delimiter ?? ','))) {
    if (signal?.aborted === true || next.isBroken) continue
    if (at === null) {
      at = columnsOf(next.cells, form.fields).columns.flatMap(({ field }, index) => (field === 'publishedOn' ? [index] : []))
      if (at.length === 0) return null
      continue
    }
    for (const index of at) watch.see(next.cells[index] ?? '')
  }
  const verdict = watch.verdict()
  if (verdict === 'mixed') yield note('date-orders-mixed', 'Some dates of this file can only be day first and others only month first; those that could be either are left out. Choose an order.')
  if (verdict === 'open') yield note('date-order-open', 'Nothing in this file shows whether its dates are day first or month first; those that could be either are left out. Choose an order.')
  return verdict === 'dmy' || verdict === 'mdy' ? verdict : null
}

function watchEnd(pieces: TextPieces): { pieces: AsyncIterable<string>; endedWithLine: () => boolean } {
  let last = ''
  async function* watched(): AsyncGenerator<string> {
    for await (const piece of pieces) {
      last = piece.at(-1) ?? last
      yield piece
    }
  }
  return { pieces: watched(), endedWithLine: () => last === '\n' || last === '\r' }
}

/** By the name as it stands, else in small letters. */
function fieldOf(name: string, fields: TableForm['fields']): CaseField | null {
  for (const each of [name, name.toLowerCase()]) if (Object.hasOwn(fields, each)) return fields[each] ?? null
  return null
}

/** Names of a mapping that no column of the header bears. */
function missingOf(header: readonly string[], mapping: TableForm['fields']): string[] {
  const present = new Set(header.flatMap((cell) => { const name = cell.trim().replace(/\s+/gu, ' '); return [name, name.toLowerCase()] }))
  return Object.keys(mapping).filter((name) => !present.has(name))
}

/** Excel may write “sep=;” above the header. */
async function* withoutSeparatorLine(rows: AsyncIterable<DelimitedRow>): AsyncGenerator<DelimitedRow> {
  let isFirst = true
  for await (const row of rows) {
    if (isFirst && !row.isBroken && /^sep=/iu.test(row.cells[0] ?? '')) continue
    isFirst = false
    yield row
  }
}

/** The columns by the header: a name that is missing, doubled or harmful gets one by which it can be told apart. */
function columnsOf(header: readonly string[], fields: TableForm['fields']): { columns: Column[]; notes: ReadItem[] } {
  const notes: ReadItem[] = []
  const seen = new Set<string>()
  const columns = withoutEmptyEnd(header).map((cell, index): Column => {
    const given = cell.trim().replace(/\s+/gu, ' ')
    const place = `column ${String(index + 1)}`
    const field = fieldOf(given, fields)
    if (given === '') return { name: place, field: null }
    if (harmful.has(given)) {
      notes.push(note('harmful-header', `The column “${given}” bears a name that programs trip over; it is kept as “${place} (${given})” and not read.`, given))
      return { name: `${place} (${given})`, field: null }
    }
    if (seen.has(given)) {
      notes.push(note('duplicate-header', `The column “${given}” stands more than once; the first counts, this one is kept as “${place} (${given})”.`, given))
      return { name: `${place} (${given})`, field: null }
    }
    seen.add(given)
    return { name: given, field }
  })
  return { columns, notes }
}

function itemOf(found: DelimitedRow, row: number, columns: readonly Column[], plan: ReadPlan, how: Assembly): ReadItem {
  if (found.isBroken) {
    const column = columns[found.column]?.name ?? null
    const reason = {
      'quote-not-closed': `In line ${String(found.line)} a quote is opened that is not closed; the line is left out and reading went on below it.`,
      'row-not-read': `Line ${String(found.line)} could not be taken apart into columns.`,
      'row-too-long': `Line ${String(found.line)} does not end; it is left out.`,
    }[found.code]
    return rejectedRow(row, found.code, reason, column, found.text)
  }
  const cells = found.cells.length > columns.length ? withoutEmptyEnd(found.cells) : found.cells
  if (cells.length < columns.length && found.cells.length !== columns.length) {
    return rejectedRow(row, 'ragged-row', `Line ${String(found.line)} has ${String(found.cells.length)} values where the header names ${String(columns.length)} columns.`, null, found.cells.join(plan.delimiter ?? ',').slice(0, 1000))
  }
  if (cells.length > columns.length) {
    return rejectedRow(row, 'ragged-row', `Line ${String(found.line)} has ${String(cells.length)} values where the header names ${String(columns.length)} columns.`, null, found.cells.join(plan.delimiter ?? ',').slice(0, 1000))
  }
  const raw: Record<string, string> = {}
  const byField = new Map<CaseField, Cell[]>()
  for (const [index, { name, field }] of columns.entries()) {
    const value = cells[index] ?? ''
    if (field === 'reportedBy') {
      if (plan.keepsReporters) raw[name] = value
      continue
    }
    raw[name] = value
    if (field === null || field === 'raw') {
      if (value.length > mostUnread) return rejectedRow(row, 'cell-too-large', `The value has ${String(value.length)} characters; ${String(mostUnread)} is the most.`, name, value)
      continue
    }
    const before = byField.get(field)
    if (before === undefined) byField.set(field, [{ column: name, value }])
    else before.push({ column: name, value })
  }
  return assembleCase({ row, raw, cells: byField }, how)
}

/** A column that is not read is kept with the row, and so must be of a size that can be kept. */
const mostUnread = 200_000

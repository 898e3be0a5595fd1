import { rejectedRow } from './item-report.ts'
import { readTable, type TableForm } from './read-table.ts'
import type { ReadItem, Reader } from './reader.ts'
import { sniffTable } from './sniff-table.ts'
import { planFor } from './table-plan.ts'

const form: TableForm = {
  fields: { url: 'sourceUrl', id: 'sourceUrl', 'case url': 'sourceUrl', address: 'sourceUrl', title: 'title', status: 'status', source: 'source' },
  separators: 'none',
  dateOrder: 'dmy',
  source: 'euvsdisinfo',
  isUpdate: true,
}
const names = ['url', 'id', 'case url', 'address', 'title']
/** A table with more columns is one of cases, which may have a status too. */
const mostColumns = 7

function statusOf(item: ReadItem): ReadItem {
  if (item.is !== 'case' || item.record.status === 'corrected' || item.record.status === 'withdrawn') return item
  const [column = null] = Object.keys(item.record.raw).filter((name) => name.toLowerCase() === 'status')
  return rejectedRow(item.record.row, 'status-not-read', 'The row must say “corrected” or “withdrawn”.', column, column === null ? null : (item.record.raw[column] ?? null))
}

/** What a source has corrected or withdrawn: a case by address or title, its status, and what is kept with the row (date, note). */
export const correctionsCsv: Reader = {
  format: 'corrections-csv',
  name: 'List of corrections and withdrawals',
  recognise(head) {
    const table = sniffTable(head)
    if (table === null || table.header.length > mostColumns) return null
    const header = table.header.map((name) => name.toLowerCase())
    const at = header.indexOf('status')
    if (at === -1 || !names.some((name) => header.includes(name)) || header.some((name) => /^(?:claim|summary|disproof|response|keywords?|outlets?|countr)/u.test(name))) return null
    const said = table.rows.filter((row) => /correct|withdr|retract|remov|amend/iu.test(row[at] ?? '')).length
    if (table.rows.length > 0 && said * 2 < table.rows.length) return null
    return { plan: planFor(head, 'corrections-csv', { delimiter: table.delimiter }), why: 'It names cases by address or title with a status such as corrected or withdrawn.', confidence: table.rows.length > 0 ? 0.9 : 0.6 }
  },
  async *read(file, plan, context, signal) {
    for await (const item of readTable(file, plan, form, context, signal)) yield statusOf(item)
  },
}

import { readTable, type TableForm } from './read-table.ts'
import type { Reader } from './reader.ts'
import { sniffTable } from './sniff-table.ts'
import { planFor } from './table-plan.ts'

/** A format whose columns are fixed. */
export interface FixedTable extends Pick<Reader, 'format' | 'name'> {
  form: TableForm
  /** Columns without which it is not this format, in small letters; of each group one. */
  telling: readonly (readonly string[])[]
  why: string
  confidence: number
}

/** A reader for a table with fixed columns; upper and lower case do not matter in their names. */
export function fixedTableReader({ format, name, form, telling, why, confidence }: FixedTable): Reader {
  return {
    format,
    name,
    recognise(head) {
      const table = sniffTable(head)
      if (table === null) return null
      const names = new Set(table.header.map((each) => each.toLowerCase().replace(/\s+/gu, ' ')))
      if (!telling.every((group) => group.some((each) => names.has(each)))) return null
      return { plan: planFor(head, format, { delimiter: table.delimiter }), why, confidence }
    },
    read: (file, plan, context, signal) => readTable(file, plan, form, context, signal),
  }
}

import { BadInputError } from '../../errors.ts'
import type { IngestContext } from '../inference.ts'
import { guessMapping } from './mapping.ts'
import { readTable } from './read-table.ts'
import type { InputFile, Reader, ReadItem, ReadPlan } from './reader.ts'
import { sniffTable } from './sniff-table.ts'
import { planFor } from './table-plan.ts'

/** Any other table: its columns are mapped by the plan, with a guess from their names and values to start from. */
export const mappedCsv: Reader = {
  format: 'mapped-csv',
  name: 'CSV or TSV with mapped columns',
  recognise(head) {
    const table = sniffTable(head)
    if (table === null) return null
    const mapping = guessMapping(table.header, table.rows)
    const mapped = Object.keys(mapping).length
    const hasTitle = Object.values(mapping).includes('title')
    return {
      plan: planFor(head, 'mapped-csv', { delimiter: table.delimiter, mapping }),
      why: `It is a table of ${String(table.header.length)} columns; ${mapped === 0 ? 'none of their names is known' : `${String(mapped)} of them could be guessed`}${hasTitle ? '' : '. Say which one is the title'}.`,
      confidence: hasTitle ? Math.min(0.49, 0.3 + mapped / 40) : 0.2,
    }
  },
  async *read(file, plan, context, signal) {
    if (!Object.values(plan.mapping ?? {}).includes('title')) throw new BadInputError(`${file.name}: no column is mapped to the title; a case needs one. Map a column, or give a mapping file.`)
    yield* readMapped(file, plan, context, signal)
  },
  preview: readMapped,
}

function readMapped(file: InputFile, plan: ReadPlan, context: IngestContext, signal?: AbortSignal): AsyncIterable<ReadItem> {
  return readTable(file, plan, { fields: plan.mapping ?? {}, separators: 'usual', dateOrder: 'file', source: null, isUpdate: false }, context, signal)
}

import type { CaseField } from '#graph-schema/case-fields.ts'
import { assembleCase } from './assemble-case.ts'
import { CellResolver } from './cell-resolver.ts'
import { flatten, rawOf } from './flatten-json.ts'
import { jsonRows } from './read-json.ts'
import type { Reader } from './reader.ts'
import { sniffJson } from './sniff-json.ts'
import { planFor } from './table-plan.ts'
import type { Cell } from './row-values.ts'

/** The statement is all the text there is: it is the title, and the disproof stands at the address. */
const fields: readonly (readonly [string, CaseField])[] = [['statement', 'title'], ['date', 'publishedOn'], ['channel', 'outlets'], ['location', 'countries'], ['url', 'sourceUrl'], ['languages', 'languages']]

/** Cases of several fact-checkers in one list, `all_results`; each is its checker's by its address. Dates are day.month.year. */
export const multiCheckerJson: Reader = {
  format: 'multi-checker-json',
  name: 'JSON of several fact-checkers',
  recognise(head) {
    const json = sniffJson(head)
    if (json === null || json.shape.kind !== 'list') return null
    const like = json.samples.filter((sample) => 'statement' in sample && 'url' in sample && ('intra_id' in sample || 'channel' in sample)).length
    if (like === 0 || like * 2 < json.samples.length) return null
    return { plan: planFor(head, 'multi-checker-json'), why: 'It lists statements of several fact-checkers under all_results.', confidence: 0.95 }
  },
  async *read(file, plan, context, signal) {
    const how = { context, resolver: new CellResolver(context.entities), separators: 'usual' as const, dateOrder: plan.dateOrder ?? ('dmy' as const), oneOutlet: false, source: { chosen: plan.source, usual: null }, isUpdate: false }
    for await (const { row, object, item } of jsonRows(file, plan, signal)) {
      if (object === null) {
        yield item
        continue
      }
      const flat = flatten(object)
      const cells = new Map<CaseField, Cell[]>()
      for (const [path, field] of fields) {
        // A list may stand as an empty text.
        const isList = Array.isArray(object[path])
        const values = flat.get(path) ?? []
        if (values.length > 0) cells.set(field, values.map((value) => ({ column: path, value, isOne: isList })))
      }
      yield assembleCase({ row, raw: rawOf(flat), cells }, how)
    }
  },
}

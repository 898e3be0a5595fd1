import type { CaseField } from '#graph-schema/case-fields.ts'
import { BadInputError } from '../../errors.ts'
import type { IngestContext } from '../inference.ts'
import { assembleCase } from './assemble-case.ts'
import { CellResolver } from './cell-resolver.ts'
import { DateOrderWatch } from './dates.ts'
import { cellsAt, flatten, rawOf } from './flatten-json.ts'
import { note } from './item-report.ts'
import { guessMapping, notInFile } from './mapping.ts'
import { jsonRows } from './read-json.ts'
import type { InputFile, Reader, ReadItem, ReadPlan } from './reader.ts'
import { type JsonHead, sniffJson } from './sniff-json.ts'
import { planFor } from './table-plan.ts'
import type { Cell } from './row-values.ts'

/** Any JSON or NDJSON: paths into the objects are mapped by the plan, with a guess from their last keys and values. */
export const mappedJson: Reader = {
  format: 'mapped-json',
  name: 'JSON or NDJSON with mapped fields',
  recognise(head) {
    const json = sniffJson(head)
    if (json === null || json.samples.length === 0 || isAboutFiles(json)) return null
    const flat = json.samples.map(flatten)
    const paths = [...new Set(flat.flatMap((one) => [...one.keys()]))].slice(0, 300)
    const mapping = Object.fromEntries(guessPaths(paths, (path) => flat.map((one) => one.get(path)?.[0] ?? '')))
    const hasTitle = Object.values(mapping).includes('title')
    const mapped = Object.keys(mapping).length
    return {
      plan: planFor(head, 'mapped-json', { mapping }),
      why: `It is JSON whose objects hold ${String(paths.length)} fields; ${String(mapped)} of them could be guessed${hasTitle ? '' : '. Say which one is the title'}.`,
      confidence: hasTitle ? Math.min(0.49, 0.3 + mapped / 40) : 0.2,
    }
  },
  async *read(file, plan, context, signal) {
    if (!Object.values(plan.mapping ?? {}).includes('title')) throw new BadInputError(`${file.name}: no field is mapped to the title; a case needs one. Map a field, or give a mapping file.`)
    yield* readMapped(file, plan, context, signal)
  },
  preview: readMapped,
}

async function* readMapped(file: InputFile, plan: ReadPlan, context: IngestContext, signal?: AbortSignal): AsyncGenerator<ReadItem> {
  const mapping = Object.entries(plan.mapping ?? {})
  const watch = new DateOrderWatch()
  const datePaths = mapping.filter(([, field]) => field === 'publishedOn').map(([path]) => path)
  if (plan.dateOrder === null && datePaths.length > 0) {
    for await (const { object } of jsonRows(file, plan, signal)) if (object !== null) for (const path of datePaths) for (const value of flatten(object).get(path) ?? []) watch.see(value)
  }
  const verdict = plan.dateOrder ?? watch.verdict()
  if (verdict === 'mixed' || verdict === 'open') yield note('date-order-open', 'Nothing in this file shows whether its dates are day first or month first; those that could be either are left out. Choose an order.')
  const dateOrder = verdict === 'mixed' || verdict === 'open' || verdict === 'no-matter' ? null : verdict
  const how = { context, resolver: new CellResolver(context.entities), separators: 'usual' as const, dateOrder, oneOutlet: false, source: { chosen: plan.source, usual: null }, isUpdate: false }
  const missing = new Set(mapping.map(([path]) => path))
  for await (const { row, object, item } of jsonRows(file, plan, signal)) {
    if (object === null) {
      yield item
      continue
    }
    const flat = flatten(object)
    const cells = new Map<CaseField, Cell[]>()
    for (const [path, field] of mapping) {
      if (field === 'reportedBy' || field === 'raw') {
        if (missing.size > 0 && cellsAt(flat, path).length > 0) missing.delete(path)
        if (field === 'reportedBy' && !plan.keepsReporters) flat.delete(path)
        continue
      }
      const found = cellsAt(flat, path)
      if (found.length > 0) missing.delete(path)
      if (found.length > 0) cells.set(field, [...(cells.get(field) ?? []), ...found])
    }
    yield assembleCase({ row, raw: rawOf(flat), cells }, how)
  }
  if (signal?.aborted !== true) yield* notInFile([...missing])
}

/** The description of a data package and a mapping file speak of files; there is no case in them. */
function isAboutFiles({ samples }: JsonHead): boolean {
  return samples.some((sample) => 'throughlineMapping' in sample || ('path' in sample && ('schema' in sample || 'profile' in sample)))
}

/** A path is guessed by its last key, the shortest path first: `title` before `review.title`. */
function guessPaths(paths: readonly string[], valuesOf: (path: string) => readonly string[]): [string, CaseField][] {
  const sorted = paths.toSorted((a, b) => a.split('.').length - b.split('.').length)
  const taken = new Set<CaseField>()
  return sorted.flatMap((path): [string, CaseField][] => {
    const key = path.split('.').at(-1) ?? path
    const last = key === 'name' && path.includes('.') ? (path.split('.').at(-2) ?? key) : key
    const [field] = Object.values(guessMapping([last], valuesOf(path).map((value) => [value])))
    if (field === undefined || taken.has(field)) return []
    taken.add(field)
    return [[path, field]]
  })
}

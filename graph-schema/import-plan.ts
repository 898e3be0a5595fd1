import { z } from 'zod'
import { caseFieldSchema, dateOrders } from './case-fields.ts'
import { samplings } from './node-kinds/corpus.ts'

/** How a file is to be read: found by content, shown to people, and changed by them before an import. */
export const readPlanSchema = z.strictObject({
  /** A reader's word for its format, e.g. `case-page`; `GET /api/formats` lists them. */
  format: z.string().min(1).max(60),
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1251', 'windows-1252']),
  isGzip: z.boolean(),
  /** Only in delimited files. */
  delimiter: z.string().length(1).nullable(),
  /** Column, or path in a JSON object → field of a case; null in formats that need none. */
  mapping: z.record(z.string().min(1).max(500), caseFieldSchema).nullable(),
  /** How dates such as 03/04/2019 are meant; null: the file as a whole decides, and if it can't, such dates stay unread. */
  dateOrder: z.enum(dateOrders).nullable(),
  /** Who published the cases, where the rows do not say so. */
  source: z.string().trim().min(1).max(100).nullable(),
  /** Keeps the column “reported by” with the raw values; off unless asked for. */
  keepsReporters: z.boolean(),
})
export type ReadPlanChoice = z.output<typeof readPlanSchema>

const words = (most: number) => z.string().trim().max(most).nullable()

/** What people say of a body of cases before any of it comes in; every count on every screen respects it. */
export const corpusChoiceSchema = z
  .strictObject({
    name: z.string().trim().min(1).max(120),
    /** `selected` unless somebody knows that every case of the period is in it. */
    sampling: z.enum(samplings),
    periodFrom: z.iso.date().nullable(),
    periodTo: z.iso.date().nullable(),
    gaps: z.array(z.string().trim().min(1).max(500)).max(50),
    licence: words(500),
    disclaimer: words(2_000),
    description: z.string().trim().max(2_000),
  })
  .check(({ value: { periodFrom, periodTo }, issues }) => {
    if (periodFrom !== null && periodTo !== null && periodFrom > periodTo) {
      issues.push({ code: 'custom', input: periodTo, path: ['periodTo'], message: `the period ends (${periodTo}) before it begins (${periodFrom})` })
    }
  })
export type CorpusChoice = z.output<typeof corpusChoiceSchema>

/** What is said of a corpus without its id and whatever else is known of it, the fields in one order. */
export function corpusChoiceOf({ name, sampling, periodFrom, periodTo, gaps, licence, disclaimer, description }: CorpusChoice): CorpusChoice {
  return { name, sampling, periodFrom, periodTo, gaps, licence, disclaimer, description }
}

/** What was tidied in a file, a sort of tidying a line: how often, and a few examples. */
export const cleaningGroupSchema = z.strictObject({
  /** A stable word: `junk`, `alias`, `historic-state`, `split-name`, `several-in-one`, `date-format`, `mojibake` … */
  code: z.string(),
  count: z.int(),
  /** `became` is null where the value is junk and was not stored. */
  examples: z.array(z.strictObject({ row: z.int(), column: z.string(), value: z.string(), became: z.string().nullable() })),
})
export type CleaningGroup = z.output<typeof cleaningGroupSchema>

/** What became of the values of one column, over the rows that came in. */
export const columnAccountSchema = z.strictObject({
  column: z.string(),
  /** Rows with a value. */
  filled: z.int(),
  /** Values that were tidied or understood as an entity of another name. */
  tidied: z.int(),
  /** Values that are junk: kept with the row, not stored as a fact. */
  junk: z.int(),
  /** Problems that name this column, those of rejected rows included. */
  problems: z.int(),
})
export type ColumnAccount = z.output<typeof columnAccountSchema>

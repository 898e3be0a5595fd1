import { z } from 'zod'
import { spanPlaceSchema } from './evidence.ts'

/** A fault in a file, with the place and what to do about it. `row` counts from 1; null where the fault is the file's. */
export const problemSchema = z.strictObject({
  row: z.int().nullable(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  /** A stable word for tests and filters, e.g. `no-case-found`. */
  code: z.string(),
  reason: z.string(),
  severity: z.enum(['rejected', 'warning']),
})
export type ImportProblem = z.output<typeof problemSchema>

/** Something read out of a case's text rather than stated in its facts, with the words it rests on. */
export const inferredSchema = z.strictObject({
  field: z.enum(['country', 'narrative', 'source', 'keyword']),
  /** An id for countries (`country:KZ`) and narratives (`narrative:deep-state`); a name for keywords; a title or address for sources. */
  value: z.string(),
  in: spanPlaceSchema,
  text: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
})
export type Inferred = z.output<typeof inferredSchema>

/** One case as a reader makes it of a file: nothing invented, what is missing is null or []. */
export const readCaseSchema = z.strictObject({
  title: z.string(),
  claim: z.string().nullable(),
  disproof: z.string().nullable(),
  issue: z.int().nullable(),
  publishedOn: z.iso.date().nullable(),
  languages: z.array(z.string()),
  countries: z.array(z.string()),
  keywords: z.array(z.string()),
  outlets: z.array(z.string()),
  refersTo: z.array(z.strictObject({ title: z.string(), quote: z.string() })),
  inferred: z.array(inferredSchema),
})
export type ReadCase = z.output<typeof readCaseSchema>

/** What `throughline read FILE --json` prints. */
export const readResultSchema = z.strictObject({
  format: z.string(),
  cases: z.array(readCaseSchema),
  problems: z.array(problemSchema),
  /** How many rows the file has, and what became of them; read = cases + rejected. */
  rows: z.strictObject({ read: z.int(), cases: z.int(), rejected: z.int() }).optional(),
})
export type ReadResult = z.output<typeof readResultSchema>

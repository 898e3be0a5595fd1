import { z } from 'zod'
import { caseFields, caseFieldSchema, dateOrders } from './case-fields.ts'
import type { ReadPlanChoice } from './import-plan.ts'

const delimiters = [',', ';', '\t', '|'] as const

/** A mapping file: how to read tables or JSON of one shape. JSON, saved on the screen or written by hand, given with `--mapping` or chosen on the screen. */
const mappingFileSchema = z.strictObject({
  throughlineMapping: z.literal(1),
  /** Column name, or path such as `review.rating.name`, → field. What is not named is kept with the row and not read. */
  fields: z.record(z.string().min(1).max(500), caseFieldSchema).refine((fields) => Object.values(fields).includes('title'), { error: 'one column must be the title' }),
  dateOrder: z.enum(dateOrders).nullable().default(null),
  source: z.string().trim().min(1).max(100).nullable().default(null),
  delimiter: z.enum(delimiters).nullable().default(null),
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1251', 'windows-1252']).nullable().default(null),
})
export type MappingFile = z.output<typeof mappingFileSchema>

/** What is wrong in a mapping file: at which field of it, or null for the file as a whole. */
export interface MappingFault {
  field: string | null
  reason: string
}

function valueAt(content: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value !== null && typeof value === 'object' ? Object.entries(value).find(([name]) => name === key)?.[1] : undefined), content)
}

const shown = (value: unknown) => (value === undefined ? 'missing' : (JSON.stringify(value) ?? 'unreadable').slice(0, 100))

/** The faults of one finding of the schema, in the words of people who write such files. */
function faultsOf(issue: z.core.$ZodIssue, content: unknown): MappingFault[] {
  const field = issue.path.length === 0 ? null : issue.path.join(' › ')
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ field: [...issue.path, key].join(' › '), reason: 'is nothing that a mapping file knows' }))
  const value = valueAt(content, issue.path)
  if (issue.path[0] === 'fields' && issue.path.length === 2 && issue.code === 'invalid_value') return [{ field, reason: `is ${shown(value)}, which is no field of a case; it can be ${caseFields.join(', ')}` }]
  if (issue.code === 'invalid_value') return [{ field, reason: `is ${shown(value)}; it can be ${issue.values.map((one) => JSON.stringify(one)).join(', ')}` }]
  if (issue.code === 'invalid_type') return [{ field, reason: value === undefined && field !== null ? 'is missing' : `is ${shown(value)}; it must be ${issue.expected === 'record' || issue.expected === 'object' ? 'an object' : `a ${issue.expected}`}` }]
  if (issue.code === 'invalid_key') return [{ field, reason: 'is no name that a column can have: 1 to 500 characters' }]
  return [{ field, reason: issue.message }]
}

/** The text of a mapping file, checked: the mapping, or all that is wrong with it. */
export function readMappingText(text: string): { mapping: MappingFile } | { faults: MappingFault[] } {
  let content: unknown
  try {
    // Editors on some systems put a byte order mark in front.
    content = JSON.parse(text.replace(/^\uFEFF/u, ''))
  } catch {
    return { faults: [{ field: null, reason: 'it is no JSON; a mapping file is a JSON object, see docs/formats.md' }] }
  }
  if (content === null || typeof content !== 'object' || !Object.hasOwn(content, 'throughlineMapping')) {
    return { faults: [{ field: null, reason: 'it does not say "throughlineMapping": 1, by which mapping files are known; see docs/formats.md' }] }
  }
  const parsed = mappingFileSchema.safeParse(content)
  return parsed.success ? { mapping: parsed.data } : { faults: parsed.error.issues.flatMap((issue) => faultsOf(issue, content)) }
}

/** A plan with what a mapping file says; on what it is silent, the file that is read decides as before. */
export function planWithMapping<Plan extends ReadPlanChoice>(plan: Plan, { fields, dateOrder, source, delimiter, encoding }: MappingFile): Plan {
  return { ...plan, mapping: fields, dateOrder, source, delimiter: plan.format.endsWith('-csv') ? (delimiter ?? plan.delimiter) : plan.delimiter, encoding: encoding ?? plan.encoding }
}

/** The text of the mapping file that reads files in the way of this plan. */
export function mappingTextOf({ mapping, dateOrder, source, delimiter, encoding }: ReadPlanChoice): string {
  const file: MappingFile = { throughlineMapping: 1, fields: { ...mapping }, dateOrder, source, delimiter: delimiters.find((one) => one === delimiter) ?? null, encoding }
  return `${JSON.stringify(file, null, 2)}\n`
}

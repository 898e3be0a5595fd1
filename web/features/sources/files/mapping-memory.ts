import { z } from 'zod'
import { caseFieldSchema, dateOrders } from '#graph-schema/case-fields.ts'
import type { ReadPlanChoice } from '#graph-schema/import-plan.ts'
import type { QueuedFile } from './queue.ts'

const storageKey = 'throughline.mappings'
/** The oldest is forgotten past so many. */
const mostKept = 40

const keptSchema = z.array(
  z.strictObject({ shape: z.string(), fields: z.record(z.string(), caseFieldSchema), dateOrder: z.enum(dateOrders).nullable(), source: z.string().nullable(), keepsReporters: z.boolean() }),
)
type Kept = z.output<typeof keptSchema>

/** What tells files of one shape: the format and the names of the columns, in any order. */
export function shapeOf(format: string, columns: readonly string[]): string {
  return JSON.stringify([format, ...columns.toSorted()])
}

function readKept(): Kept {
  try {
    const parsed = keptSchema.safeParse(JSON.parse(window.localStorage.getItem(storageKey) ?? '[]'))
    return parsed.success ? parsed.data : []
  } catch {
    return []
  }
}

/** The plan with the mapping that this browser used last for a file of this shape; null where there is none, or it is the same. */
export function recallMapping(plan: ReadPlanChoice, columns: readonly string[]): ReadPlanChoice | null {
  if (plan.mapping === null) return null
  const kept = readKept().find(({ shape }) => shape === shapeOf(plan.format, columns))
  if (kept === undefined) return null
  const recalled = { ...plan, mapping: kept.fields, dateOrder: kept.dateOrder, source: kept.source, keepsReporters: kept.keepsReporters }
  const sorted = ({ mapping, ...rest }: ReadPlanChoice) => JSON.stringify([rest, Object.entries(mapping ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1))])
  return sorted(recalled) === sorted(plan) ? null : recalled
}

/** Keeps the mapping of a file for the next one of its shape, in this browser. */
export function rememberMapping({ plan, columns }: Pick<QueuedFile, 'plan' | 'columns'>): void {
  if (plan === null || plan.mapping === null || columns.length === 0) return
  const shape = shapeOf(plan.format, columns)
  const { mapping, dateOrder, source, keepsReporters } = plan
  try {
    window.localStorage.setItem(storageKey, JSON.stringify([{ shape, fields: mapping, dateOrder, source, keepsReporters }, ...readKept().filter((one) => one.shape !== shape)].slice(0, mostKept) satisfies Kept))
  } catch {
    // Storage can be switched off; the guess is then made anew.
  }
}

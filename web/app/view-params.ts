import { z } from 'zod'

/**
 * What the screens share, in the address: one selection, one filter, one time window.
 * An unreadable value counts as not given, so that no link ever fails for its parameters.
 */
const optionalId = z.string().min(3).max(400).optional().catch(undefined)
const optionalDay = z.iso.date().optional().catch(undefined)

export const viewParamsSchema = z.object({
  from: optionalDay,
  to: optionalDay,
  narrative: optionalId,
  country: optionalId,
  outlet: optionalId,
  keyword: optionalId,
  language: optionalId,
  issue: optionalId,
  topic: optionalId,
  q: z.string().max(200).optional().catch(undefined),
  /** For the list of cases: the import that states them. */
  import: z.string().startsWith('batch:').max(400).optional().catch(undefined),
  /** How the landscape is drawn. */
  by: z.enum(['month', 'issue']).optional().catch(undefined),
  measure: z.enum(['share', 'count']).optional().catch(undefined),
  count: z.enum(['cases', 'claims']).optional().catch(undefined),
  scale: z.enum(['own', 'same']).optional().catch(undefined),
  sort: z.enum(['theme', 'latest', 'waves', 'cases']).optional().catch(undefined),
  as: z.enum(['picture', 'table']).optional().catch(undefined),
  /** For a case’s page: what counts how much for related cases, and within how many days a narrative is looked for elsewhere. */
  weigh: z.string().max(40).optional().catch(undefined),
  within: z.enum(['7', '30', '90', '365', '3650']).optional().catch(undefined),
  /** For lists: the page, from 1. */
  page: z.string().regex(/^[1-9]\d{0,3}$/u).optional().catch(undefined),
  /** For Explore only: ids of nodes to bring onto the canvas, comma-separated, 200 at most; taken out of the address once they are there. */
  add: z.string().min(3).max(80_000).optional().catch(undefined),
})

export type ViewParams = z.output<typeof viewParamsSchema>

/** The parameters that go along from screen to screen. */
export const sharedParams = ['from', 'to', 'narrative', 'country', 'outlet', 'keyword', 'language', 'issue', 'topic', 'by', 'measure', 'count', 'scale', 'sort', 'as'] as const satisfies readonly (keyof ViewParams)[]

/** Reads the parameters of an address; what is not ours is dropped. */
export function readViewParams(search: Record<string, unknown>): ViewParams {
  const read = viewParamsSchema.parse(search)
  return read.from !== undefined && read.to !== undefined && read.from > read.to ? { ...read, from: read.to, to: read.from } : read
}

/** A query string as plain pairs of text. */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text))
}

/** Pairs of text as a query string, `?` included; empty without any. Colons stay readable. */
export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    if (typeof value === 'string' && value !== '') params.set(name, value)
  }
  const text = params.toString().replaceAll('%3A', ':').replaceAll('%2F', '/')
  return text === '' ? '' : `?${text}`
}

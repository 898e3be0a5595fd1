import { z } from 'zod'

/** A calendar day as it stands in a query string. */
export const dateParam = z.iso.date()

/** A span of inclusive days must not end before it begins; the fault names both fields. */
export const refuseEmptySpan = ({ value: { from, to }, issues }: z.core.ParsePayload<{ from?: string | undefined; to?: string | undefined }>): void => {
  if (from === undefined || to === undefined || from <= to) return
  for (const field of ['from', 'to'] as const) issues.push({ code: 'custom', input: field === 'from' ? from : to, path: [field], message: `from (${from}) is later than to (${to})` })
}

/** Numbers arrive as text in a query string. */
export const limitParam = (fallback: number, max: number) => z.coerce.number().int().min(1).max(max).default(fallback)
export const offsetParam = z.coerce.number().int().min(0).max(100_000).default(0)

/** A list in a query string: comma-separated, at most 50 entries. */
export const listParam = <Item extends z.ZodType<string, string>>(item: Item) =>
  z
    .string()
    .max(8000)
    .transform((text) => text.split(',').filter((part) => part !== ''))
    .pipe(z.array(item).max(50))

/** An endpoint: what the server parses, what it answers, and what OpenAPI says of it. */
export interface Endpoint<Query extends z.ZodType, Body extends z.ZodType, Response extends z.ZodType> {
  method: 'get' | 'post' | 'delete'
  /** The body where it is no JSON: the bytes of a file, which `body` then says nothing of. */
  consumes?: 'application/octet-stream'
  /** The answer where it is no JSON; `response` then is a text. */
  produces?: 'text/csv'
  /** A POST that changes nothing (its question is too large for an address): it needs no write token. */
  onlyReads?: true
  /** Express form; parameters as `:id`, URI-encoded by the caller. */
  path: string
  summary: string
  query: Query
  body: Body
  response: Response
}

export function defineEndpoint<Query extends z.ZodType, Body extends z.ZodType, Response extends z.ZodType>(
  endpoint: Endpoint<Query, Body, Response>,
): Endpoint<Query, Body, Response> {
  return endpoint
}

/** An endpoint without query parameters refuses any. */
export const noQuery = z.strictObject({})
/** A GET has no body. */
export const noBody = z.undefined()

import { z } from 'zod'
import type { Endpoint } from '#graph-schema/api/common.ts'
import { type ProblemDetails, problemDetailsSchema } from '#graph-schema/api/problem.ts'

/** What went wrong with a request, in the program's terms; `web/to-display-error.ts` turns it into words. */
export type ApiFailure = 'unreachable' | 'refused' | 'unreadable'

/** Every failure of the API arrives as one of these. An aborted request keeps its `AbortError`. */
export class ApiError extends Error {
  readonly failure: ApiFailure
  /** HTTP status; null when no answer came. */
  readonly status: number | null
  readonly problem: ProblemDetails | null

  constructor(failure: ApiFailure, message: string, status: number | null, problem: ProblemDetails | null, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ApiError'
    this.failure = failure
    this.status = status
    this.problem = problem
  }
}

/** What a call may bring besides the endpoint. */
export interface Call<Query, Body> {
  /** Values for `:name` parts of the path, not yet encoded. */
  params?: Record<string, string>
  query?: Query
  body?: Body
  signal?: AbortSignal
}

let writeToken: string | null = null

/** Keeps the token that writes carry on a server that asks for one. In memory only: a reload forgets it. */
export function setWriteToken(token: string | null): void {
  writeToken = token === null || token.trim() === '' ? null : token.trim()
}

/** The header that a write carries on a server that asks for a token; none where no token was given. */
export function writeHeaders(): Record<string, string> {
  return writeToken === null ? {} : { authorization: `Bearer ${writeToken}` }
}

function headersOf(method: 'get' | 'post' | 'delete', hasBody: boolean): Record<string, string> {
  return {
    accept: 'application/json',
    ...(hasBody ? { 'content-type': 'application/json' } : {}),
    ...(method === 'get' ? {} : writeHeaders()),
  }
}

/** The address of an endpoint with its path parameters and query encoded. */
export function addressOf(path: string, params: Record<string, string> = {}, query: object = {}): string {
  const filled = path.replace(/:([a-z]+)/giu, (_whole, name: string) => {
    const value = params[name]
    if (value === undefined) throw new Error(`No value for :${name} in ${path}`)
    return encodeURIComponent(value)
  })
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') search.set(name, `${value}`)
  }
  const text = search.toString()
  return text === '' ? filled : `${filled}?${text}`
}

/** The failure that a refusing answer tells. */
export function refusal(address: string, status: number, text: string): ApiError {
  let problem: ProblemDetails | null = null
  try {
    const parsed = problemDetailsSchema.safeParse(JSON.parse(text))
    if (parsed.success) problem = parsed.data
  } catch {
    // A proxy between us and the server answers in HTML; its status says enough.
  }
  return new ApiError('refused', problem?.detail ?? `${address} answered ${status}`, status, problem)
}

/** Calls an endpoint and parses its answer with the contract: a value, or an ApiError. */
export async function callApi<Query extends z.ZodType, Body extends z.ZodType, Answer extends z.ZodType>(
  endpoint: Endpoint<Query, Body, Answer>,
  call: Call<z.input<Query>, z.input<Body>> = {},
): Promise<z.output<Answer>> {
  const query: unknown = call.query
  const address = addressOf(endpoint.path, call.params, typeof query === 'object' && query !== null ? query : {})
  const hasBody = call.body !== undefined
  let response: Response
  try {
    response = await fetch(address, {
      method: endpoint.method.toUpperCase(),
      headers: headersOf(endpoint.method, hasBody),
      body: hasBody ? JSON.stringify(call.body) : null,
      signal: call.signal ?? null,
    })
  } catch (cause) {
    if (call.signal?.aborted === true) throw cause
    throw new ApiError('unreachable', `${address} could not be reached`, null, null, { cause })
  }
  if (!response.ok) throw refusal(address, response.status, await response.text().catch(() => ''))
  try {
    return endpoint.response.parse(await response.json())
  } catch (cause) {
    if (call.signal?.aborted === true) throw cause
    throw new ApiError('unreadable', `${address} answered in an unexpected form`, response.status, null, { cause })
  }
}

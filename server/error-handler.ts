import { randomUUID } from 'node:crypto'
import type { ErrorRequestHandler } from 'express'
import type { Logger } from 'pino'
import { z } from 'zod'
import type { ProblemDetails } from '#graph-schema/api/problem.ts'
import {
  BadInputError,
  ConflictError,
  DatabaseUnavailableError,
  ForbiddenError,
  MethodNotAllowedError,
  NotFoundError,
  QueryTimeoutError,
  StorageFullError,
  TooLargeError,
  UnusableTaxonomyError,
} from './errors.ts'

interface Described {
  type: string
  title: string
  status: number
  detail: string
  retryAfter?: number
  allow?: readonly string[]
  errors?: ProblemDetails['errors']
}

/** Express and body-parser failures carry a status; only these few are the caller's. */
const httpFailure = z.object({ status: z.number().int().min(400).max(499), type: z.string().optional() })

const httpWords: Record<number, string> = {
  400: 'The request could not be read: is the body valid JSON, not nested too deeply, and the address well encoded?',
  413: 'The request is larger than this endpoint takes.',
  429: 'Too many requests in a short time. Wait for the seconds that Retry-After names.',
  415: 'Send JSON with the header Content-Type: application/json.',
}

function describe(error: unknown): Described {
  if (error instanceof BadInputError) {
    return { type: 'bad-input', title: 'The request does not fit', status: 400, detail: error.message, errors: [...error.faults] }
  }
  if (error instanceof NotFoundError) return { type: 'not-found', title: 'Not found', status: 404, detail: error.message }
  if (error instanceof MethodNotAllowedError) return { type: 'method-not-allowed', title: 'That cannot be done here', status: 405, detail: error.message, allow: error.allowed }
  if (error instanceof ForbiddenError) return { type: 'forbidden', title: 'Not allowed', status: 403, detail: error.message }
  if (error instanceof TooLargeError) return { type: 'too-large', title: 'Too large', status: 413, detail: error.message }
  if (error instanceof StorageFullError) return { type: 'storage-full', title: 'No room on the disk', status: 507, detail: error.message }
  if (error instanceof ConflictError) return { type: 'conflict', title: 'Already under way', status: 409, detail: error.message, retryAfter: 2 }
  if (error instanceof UnusableTaxonomyError) return { type: 'unusable-taxonomy', title: error.message, status: 409, detail: `${error.why} What to do: ${error.remedy}` }
  if (error instanceof QueryTimeoutError) {
    return { type: 'timeout', title: 'Too much to compute in time', status: 503, detail: 'The question took longer than allowed. Narrow it and ask again.', retryAfter: 5 }
  }
  if (error instanceof DatabaseUnavailableError) {
    return { type: 'database-unavailable', title: 'The database does not answer', status: 503, detail: 'Nothing is lost. Throughline tries again by itself; ask again in a few seconds.', retryAfter: 5 }
  }
  const http = httpFailure.safeParse(error)
  if (http.success) {
    if (http.data.status === 404) return { type: 'not-found', title: 'Not found', status: 404, detail: 'Nothing at this address.' }
    return { type: 'bad-request', title: 'The request could not be read', status: http.data.status, detail: httpWords[http.data.status] ?? 'The request could not be served.' }
  }
  return { type: 'internal', title: 'Something broke on our side', status: 500, detail: 'The fault was logged under the id given as instance.' }
}

/** The one place where a failure becomes an answer: problem+json with an id, never a stack, a query or a path. */
export function errorHandler(logger: Logger): ErrorRequestHandler {
  return (error, _request, response, next) => {
    if (response.headersSent) {
      next(error)
      return
    }
    // Whoever asked went away, and what was done for them stopped: there is nobody to tell, and nothing broke.
    if (response.destroyed) {
      logger.debug({ err: error }, 'The client went away')
      return
    }
    const { retryAfter, allow, ...described } = describe(error)
    const instance = `urn:uuid:${randomUUID()}`
    if (described.status >= 500) logger.error({ err: error, instance }, described.title)
    else logger.debug({ instance, detail: described.detail }, described.title)
    if (retryAfter !== undefined) response.set('Retry-After', String(retryAfter))
    if (allow !== undefined) response.set('Allow', allow.join(', '))
    const body: ProblemDetails = { ...described, type: `urn:throughline:${described.type}`, instance }
    response.status(described.status).type('application/problem+json').send(JSON.stringify(body))
  }
}

import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Request, RequestHandler, Response, Router } from 'express'
import type { z } from 'zod'
import type { Endpoint } from '#graph-schema/api/common.ts'
import { BadInputError, NotFoundError } from '../errors.ts'

/** What a handler gets: everything already parsed with the endpoint's contract. */
export interface HandlerInput<Query, Body> {
  query: Query
  body: Body
  /** A path parameter, decoded. */
  param: (name: string) => string
  /** Aborts when the client goes away. */
  signal: AbortSignal
  /** The body as it arrives, where the contract says that it is no JSON, and the length that was announced for it. */
  stream: Readable
  announcedBytes: number | null
}

/** As in graph-schema's nodeIdSchema: no id of ours is longer, so the database need not be asked. */
const longestId = 400

function parse<Schema extends z.ZodType>(schema: Schema, value: unknown, where: string): z.output<Schema> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new BadInputError(
    `The ${where} of the request does not fit`,
    parsed.error.issues.map((issue) => ({ path: [where, ...issue.path].map(String).join('.'), message: issue.message })),
  )
}

/** A query string repeats a field as a list; none of ours may be repeated, and the contract refuses a list where text is due. */
function queryOf(request: Request): unknown {
  return { ...request.query }
}

/** A signal that aborts when the client goes away before it has its answer. Made when a handler asks for it: most never do, and an abort costs more than all the rest here. */
function goneSignal(response: Response): () => AbortSignal {
  let gone: AbortController | null = null
  return () => {
    if (gone === null) {
      const made = new AbortController()
      if (response.destroyed) made.abort()
      response.on('close', () => {
        if (!response.writableFinished) made.abort()
      })
      gone = made
    }
    return gone.signal
  }
}

/** Everything that a handler gets, from a request. */
function inputOf<Query extends z.ZodType, Body extends z.ZodType>(endpoint: Endpoint<Query, Body, z.ZodType>, request: Request, gone: () => AbortSignal): HandlerInput<z.output<Query>, z.output<Body>> {
  const length = Number(request.headers['content-length'])
  return {
    query: parse(endpoint.query, queryOf(request), 'query'),
    body: parse(endpoint.body, endpoint.method === 'post' && endpoint.consumes === undefined ? request.body : undefined, 'body'),
    param: (name) => {
      const value = request.params[name]
      if (typeof value !== 'string') throw new Error(`Route ${endpoint.path} has no parameter ${name}`)
      if (value.length > longestId) throw new NotFoundError('There is nothing under an id that long.')
      return value
    },
    get signal() {
      return gone()
    },
    stream: request,
    announcedBytes: Number.isSafeInteger(length) ? length : null,
  }
}

/**
 * Serves an endpoint: parses query and body with its contract, calls the handler, sends the answer.
 * A rejected promise goes to the one error handler. Answers are parsed with the contract as well, so that no undeclared field leaves.
 */
export function serve<Query extends z.ZodType, Body extends z.ZodType, Response extends z.ZodType>(
  router: Router,
  endpoint: Endpoint<Query, Body, Response>,
  handler: (input: HandlerInput<z.output<Query>, z.output<Body>>) => Promise<z.input<Response>>,
): void {
  const respond: RequestHandler = async (request, response) => {
    response.json(endpoint.response.parse(await handler(inputOf(endpoint, request, goneSignal(response)))))
  }
  router[endpoint.method](endpoint.path, respond)
}

/** Serves an endpoint that answers with a file of ours, to be saved under `name`. */
export function serveFile<Query extends z.ZodType, Body extends z.ZodType>(
  router: Router,
  endpoint: Endpoint<Query, Body, z.ZodType>,
  handler: (input: HandlerInput<z.output<Query>, z.output<Body>>) => Promise<{ path: string; name: string }>,
): void {
  const respond: RequestHandler = async (request, response) => {
    const gone = goneSignal(response)
    const signal = gone()
    const { path, name } = await handler(inputOf(endpoint, request, gone))
    response.type(endpoint.produces ?? 'text/plain').attachment(name).set('Cache-Control', 'no-store')
    await pipeline(createReadStream(path), response).catch((error: unknown) => {
      // The client went away; there is nobody to tell.
      if (!signal.aborted) throw error
    })
  }
  router[endpoint.method](endpoint.path, respond)
}

import { createHash, timingSafeEqual } from 'node:crypto'
import express, { type RequestHandler } from 'express'
import sjson from 'secure-json-parse'
import { BadInputError, ForbiddenError } from './errors.ts'

/** Deeper JSON than any of our contracts is refused before it is built up. */
const maxDepth = 32

/** Depth of brackets in a JSON text, strings left out; stops counting once past the limit. */
export function isTooDeep(text: string, limit: number = maxDepth): boolean {
  let depth = 0
  let inString = false
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index]
    if (inString) {
      if (char === '\\') index += 1
      else if (char === '"') inString = false
    } else if (char === '"') inString = true
    else if (char === '[' || char === '{') {
      depth += 1
      if (depth > limit) return true
    } else if (char === ']' || char === '}') depth -= 1
  }
  return false
}

/** JSON that takes longer to arrive is dribbled to hold a connection. */
const longestBodyMs = 60_000

/** Reads a JSON body up to `limit`; refuses other content types, deep nesting and keys such as `__proto__`. */
export function jsonBody(limit: string): RequestHandler[] {
  return [
    (request, _response, next) => {
      const timer = setTimeout(() => request.destroy(), longestBodyMs)
      request.once('end', () => clearTimeout(timer)).once('close', () => clearTimeout(timer))
      if (request.is('application/json') === 'application/json') next()
      else next(Object.assign(new Error('content type'), { status: 415 }))
    },
    express.text({ type: 'application/json', limit, defaultCharset: 'utf-8' }),
    (request, _response, next) => {
      const text: unknown = request.body
      if (typeof text !== 'string' || text === '') throw new BadInputError('The body is empty; send a JSON object')
      if (isTooDeep(text)) throw new BadInputError(`The body is nested more than ${String(maxDepth)} levels deep`)
      try {
        request.body = sjson.parse(text, { protoAction: 'error', constructorAction: 'error' })
      } catch {
        throw new BadInputError('The body is not JSON, or holds a key that is not allowed')
      }
      next()
    },
  ]
}

/** Only names we answer to: a page elsewhere that resolves its own name to this machine gets nothing. */
export function hostAllowlist(hosts: readonly string[]): RequestHandler {
  const allowed = new Set(hosts.map((host) => host.toLowerCase()))
  return (request, _response, next) => {
    const name = (request.headers.host ?? '').toLowerCase().replace(/:\d+$/u, '')
    if (!allowed.has(name)) throw new ForbiddenError('This server does not answer to that host name. Add it to THROUGHLINE_ALLOWED_HOSTS if it should.')
    next()
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest()

/**
 * Writes come from our own pages or from a program, never from a page elsewhere; with a token set, they must carry it
 * (`Authorization: Bearer …`). `readingPosts` are the paths whose POST changes nothing.
 */
export function guardWrites(token: string | null, readingPosts: ReadonlySet<string>): RequestHandler {
  const expected = token === null ? null : digest(`Bearer ${token}`)
  return (request, _response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') {
      next()
      return
    }
    const site = request.headers['sec-fetch-site']
    if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new ForbiddenError('Writes from other sites are not taken')
    if (expected !== null && !readingPosts.has(request.path) && !timingSafeEqual(digest(request.headers.authorization ?? ''), expected)) {
      throw new ForbiddenError('This server takes writes only with its write token')
    }
    next()
  }
}

import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import type { ProblemDetails } from '#graph-schema/api/problem.ts'

interface Fault {
  status: number
  type: string
  title: string
  detail: string
}

const unreadable: Fault = { status: 400, type: 'bad-request', title: 'The request could not be read', detail: 'What arrived is not HTTP/1.1 as servers read it.' }

const faultOfCode: Record<string, Fault> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    type: 'too-long',
    title: 'Address or headers are too long',
    detail: 'The address and the headers of a request may have 16 kB together. Long lists belong into the body of a POST, as with /api/subgraph; cookies of other programs on this host count too.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, type: 'request-timeout', title: 'The request took too long to arrive', detail: 'It was not complete in time. Send it again.' },
}

/**
 * Answers what Node refuses before the app sees it (an address that is too long, a request that is no HTTP or never ends), in the form of
 * every other error; without this there would be a bare status line.
 */
export function answerBrokenRequest(error: Error & { code?: string }, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const { type, ...fault } = faultOfCode[error.code ?? ''] ?? unreadable
  const problem: ProblemDetails = { type: `urn:throughline:${type}`, ...fault, instance: `urn:uuid:${randomUUID()}` }
  const body = JSON.stringify(problem)
  const head = [
    `HTTP/1.1 ${String(fault.status)} ${STATUS_CODES[fault.status] ?? ''}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${String(Buffer.byteLength(body))}`,
    'X-Content-Type-Options: nosniff',
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

import { once } from 'node:events'
import net from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { problemDetailsSchema } from '#graph-schema/api/problem.ts'
import { findFreePort } from '../neo4j/local-neo4j/free-port.ts'
import { closeServer, listen } from './listen.ts'

let served: Awaited<ReturnType<typeof listen>>

beforeAll(async () => {
  served = await listen((_request, response) => void response.end('fine'), { host: '127.0.0.1', port: await findFreePort(), isPortGiven: true })
})
afterAll(() => closeServer(served.server))

/** Sends bytes as they are; resolves with all that comes back. */
async function send(text: string): Promise<{ head: string; body: string }> {
  const socket = net.connect(Number(new URL(served.address).port), '127.0.0.1')
  socket.write(text)
  let answer = ''
  socket.on('data', (bytes) => (answer += bytes.toString('utf8')))
  await once(socket, 'close')
  const [head = '', body = ''] = answer.split('\r\n\r\n')
  return { head, body }
}

describe('a request that the app never sees', () => {
  it.each([
    ['an address that is too long', `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`, 431],
    ['headers that are too long', `GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    ['no HTTP at all', 'HELLO\r\n\r\n', 400],
  ])('%s is answered as a problem', async (_what, text, status) => {
    const { head, body } = await send(text)
    expect(head).toContain(`HTTP/1.1 ${String(status)} `)
    expect(head).toContain('application/problem+json')
    expect(problemDetailsSchema.parse(JSON.parse(body))).toMatchObject({ status, instance: expect.stringMatching(/^urn:uuid:/u) })
  })

  it('does not keep the next one from being served', async () => {
    await send('HELLO\r\n\r\n')
    expect(await (await fetch(served.address)).text()).toBe('fine')
  })
})

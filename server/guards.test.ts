import express from 'express'
import request from 'supertest'
import { describe, expect, it } from 'vitest'
import { errorHandler } from './error-handler.ts'
import { guardWrites, hostAllowlist, isTooDeep, jsonBody } from './guards.ts'
import { createLogger } from './logging.ts'

function guarded(token: string | null) {
  const app = express()
  app.use(hostAllowlist(['localhost', '127.0.0.1']))
  app.use(guardWrites(token, new Set(['/read'])))
  app.get('/x', (_request, response) => void response.json({}))
  app.post('/x', ...jsonBody('1kb'), (incoming, response) => void response.json(incoming.body))
  app.post('/read', (_request, response) => void response.json({}))
  app.use(errorHandler(createLogger('silent')))
  return app
}

describe('writes', () => {
  it('need the token where one is set; reads and reading posts do not', async () => {
    const app = guarded('0123456789abcdef')
    await request(app).get('/x').expect(200)
    await request(app).post('/read').expect(200)
    await request(app).post('/x').send({ a: 1 }).expect(403)
    await request(app).post('/x').set('Authorization', 'Bearer 0123456789abcdeX').send({ a: 1 }).expect(403)
    await request(app).post('/x').set('Authorization', 'Bearer 0123456789abcdef').send({ a: 1 }).expect(200)
  })

  it('are not taken from pages elsewhere', async () => {
    for (const site of ['cross-site', 'same-site']) await request(guarded(null)).post('/x').set('Sec-Fetch-Site', site).send({}).expect(403)
    await request(guarded(null)).post('/x').set('Sec-Fetch-Site', 'same-origin').send({}).expect(200)
  })
})

describe('hosts', () => {
  it('that are not ours get nothing', async () => {
    await request(guarded(null)).get('/x').set('Host', 'evil.example').expect(403)
    await request(guarded(null)).get('/x').set('Host', 'LOCALHOST:4100').expect(200)
  })
})

describe('bodies', () => {
  it.each([
    ['deep nesting', `{"a":${'['.repeat(40)}${']'.repeat(40)}}`, 400],
    ['__proto__', '{"__proto__":{"polluted":true}}', 400],
    ['constructor.prototype', '{"constructor":{"prototype":{"polluted":true}}}', 400],
    ['half a body', '{"a":', 400],
    ['an empty body', '', 400],
    ['too large a body', JSON.stringify({ a: 'x'.repeat(2000) }), 413],
  ])('%s is refused as problem+json', async (_name, body, status) => {
    const answer = await request(guarded(null)).post('/x').set('Content-Type', 'application/json').send(body)
    expect(answer.status).toBe(status)
    expect(answer.type).toBe('application/problem+json')
    expect(answer.text).not.toMatch(/node_modules|at .*\.ts/u)
    expect(answer.text).not.toContain(process.cwd())
    expect(Object.prototype).not.toHaveProperty('polluted')
  })

  it('of another type are refused', async () => {
    await request(guarded(null)).post('/x').type('form').send('a=1').expect(415)
  })

  it('brackets in strings are no depth', () => {
    expect(isTooDeep(JSON.stringify({ a: '['.repeat(100), b: '\\"[[[' }))).toBe(false)
  })
})

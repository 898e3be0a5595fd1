import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { problemDetailsSchema } from '#graph-schema/api/problem.ts'
import { createGraphDriver, type GraphDriver } from '#server/neo4j/driver.ts'
import { syntheticGraph } from '#tests/cypher/synthetic-graph.ts'
import { writeGraph } from '#tests/cypher/write-graph.ts'
import { at, testApp } from './test-app.ts'

let driver: GraphDriver
let app: ReturnType<typeof testApp>

beforeAll(async () => {
  driver = await writeGraph(syntheticGraph(60))
  app = testApp(driver)
})
afterAll(() => driver.close())

function problemOf(answer: { body: unknown; type: string; status: number }) {
  expect(answer.type).toBe('application/problem+json')
  const problem = problemDetailsSchema.parse(answer.body)
  expect(problem.status).toBe(answer.status)
  expect(problem.instance).toMatch(/^urn:uuid:/u)
  // Nothing of the inside: no stack, no query, no path, no address.
  expect(JSON.stringify(answer.body)).not.toMatch(/MATCH|\.ts\b|node_modules|bolt:|at [A-Za-z]+ \(/u)
  return problem
}

const reads = [
  '/api/overview', '/api/search?q=synthetic', `/api/nodes/${at('country:AX')}`, `/api/nodes/${at('country:AX')}/neighbors`,
  `/api/edge?from=${at('case:synthetic/0001')}&to=${at('country:AX')}&type=DISCUSSES`, '/api/paths?from=country:AX&to=language:x0',
  '/api/cases', `/api/cases/${at('case:synthetic/0001')}`, `/api/cases/${at('case:synthetic/0001')}/related`, `/api/cases/${at('case:synthetic/0001')}/told-elsewhere`, '/api/narratives', '/api/landscape', `/api/narratives/${at('narrative:synthetic-0')}`,
  '/api/imports', `/api/views/${at('view:0123456789abcdef')}`,
]

describe('what does not fit', () => {
  it.each(reads)('%s refuses a field that it does not know', async (path) => {
    const answer = await request(app).get(`${path}${path.includes('?') ? '&' : '?'}surprise=1`)
    expect(answer.status).toBe(400)
    expect(problemOf(answer).type).toBe('urn:throughline:bad-input')
    expect(answer.text).toContain('surprise')
  })

  it.each([
    ['/api/search', 'query.q'],
    ['/api/search?q=', 'query.q'],
    [`/api/search?q=${'x'.repeat(201)}`, 'query.q'],
    ['/api/search?q=a&q=b', 'query.q'],
    ['/api/search?q=a&limit=0', 'query.limit'],
    ['/api/search?q=a&limit=101', 'query.limit'],
    ['/api/search?q=a&offset=-1', 'query.offset'],
    ['/api/search?q=a&kinds=Case,Corpus', 'query.kinds.1'],
    [`/api/nodes/${at('country:AX')}/neighbors?types=IMPORTED_BY`, 'query.types.0'],
    ['/api/landscape?by=week', 'query.by'],
    ['/api/landscape?from=2019-02-30', 'query.from'],
    ['/api/landscape?from=2019-03-02&to=2019-03-01', 'query.from'],
    ['/api/landscape?from=2019-03-02&to=2019-03-01', 'query.to'],
    ['/api/cases?from=2019-03-02&to=2019-03-01', 'query.from'],
    ['/api/cases?from=2019-03-02&to=2019-03-01', 'query.to'],
    ['/api/cases?country=nonsense', 'query.country'],
    ['/api/cases?import=corpus:synthetic-complete', 'query.import'],
    ['/api/cases?country=keyword:synthetic-1', 'query.country'],
    ['/api/paths?from=country:AX', 'query.to'],
    ['/api/paths?from=country:AX&to=language:x0&maxLength=7', 'query.maxLength'],
    ['/api/edge?from=country:AX&to=language:x0&type=KNOWS', 'query.type'],
  ])('%s says what is wrong with %s', async (path, place) => {
    const answer = await request(app).get(path)
    expect(answer.status).toBe(400)
    expect(problemOf(answer).errors?.map((fault) => fault.path)).toContain(place)
  })

  it.each([
    ['/api/subgraph', {}],
    ['/api/subgraph', { ids: [] }],
    ['/api/subgraph', { ids: ['country:AX'], surprise: 1 }],
    ['/api/subgraph', { ids: ['corpus:x'] }],
    ['/api/subgraph', { ids: Array.from({ length: 2_001 }, (_, index) => `keyword:${String(index)}`) }],
    ['/api/views', { content: '' }],
    ['/api/views', { content: 'x', id: 'view:mine' }],
  ])('POST %s refuses a body that breaks the contract', async (path, body) => {
    const answer = await request(app).post(path).send(body)
    expect(answer.status).toBe(400)
    problemOf(answer)
  })
})

describe('what is not there', () => {
  it.each([
    [`/api/nodes/${at('country:ZZ')}`, 'country:ZZ'],
    [`/api/nodes/${at('case:synthetic/never')}`, 'case:synthetic/never'],
    [`/api/nodes/${at('nonsense')}`, 'nonsense'],
    [`/api/nodes/${at('corpus:synthetic-complete')}`, 'corpus:synthetic-complete'],
    [`/api/nodes/${at('keyword:never')}/neighbors`, 'keyword:never'],
    [`/api/cases/${at('case:synthetic/never')}`, 'case:synthetic/never'],
    [`/api/cases/${at('country:AX')}`, 'country:AX'],
    [`/api/narratives/${at('narrative:never')}`, 'narrative:never'],
    [`/api/views/${at('view:ffffffffffffffff')}`, 'view:ffffffffffffffff'],
    [`/api/edge?from=${at('country:AX')}&to=${at('language:x0')}&type=DISCUSSES`, 'not joined'],
    [`/api/paths?from=${at('country:AX')}&to=${at('keyword:never')}`, 'keyword:never'],
  ])('%s is a 404 that names it', async (path, named) => {
    const answer = await request(app).get(path)
    expect(answer.status).toBe(404)
    expect(problemOf(answer).detail).toContain(named)
  })
})

describe('a method that is not taken', () => {
  it.each([
    ['put', '/api/cases', 'GET, HEAD'],
    ['delete', `/api/cases/${at('case:synthetic/0001')}`, 'GET, HEAD'],
    ['patch', '/api/imports', 'GET, HEAD, POST'],
    ['get', '/api/subgraph', 'POST'],
    ['delete', '/healthz', 'GET, HEAD'],
    ['post', '/api/docs', 'GET, HEAD'],
  ] as const)('%s %s is a 405 that says what is', async (method, path, allowed) => {
    const answer = await request(app)[method](path)
    expect(answer.status).toBe(405)
    expect(answer.headers['allow']).toBe(allowed)
    problemOf(answer)
  })

  it('an address that is not there stays a 404', async () => {
    expect((await request(app).put('/api/never')).status).toBe(404)
  })

  it('HEAD is answered where GET is, and OPTIONS says what is taken', async () => {
    await request(app).head('/api/overview').expect(200)
    const options = await request(app).options('/api/imports').expect(204)
    expect(options.headers['allow']).toBe('GET, HEAD, POST')
  })
})

describe('without the database', () => {
  it('every read is a 503 within three seconds, and the process is alive', async () => {
    // Port 9 (discard) takes no connection.
    const away = createGraphDriver({ uri: 'bolt://127.0.0.1:9', user: 'neo4j', password: 'none', database: 'neo4j' }, { retryMs: 500 })
    try {
      const lonely = testApp(away)
      await request(lonely).get('/healthz').expect(200)
      for (const path of reads) {
        const begun = Date.now()
        const answer = await request(lonely).get(path)
        expect(answer.status).toBe(503)
        expect(problemOf(answer).type).toBe('urn:throughline:database-unavailable')
        expect(answer.headers['retry-after']).toBeDefined()
        expect(Date.now() - begun).toBeLessThan(3_000)
      }
    } finally {
      await away.close()
    }
  })
})

import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { defineQuery } from '#server/neo4j/define-query.ts'
import { createGraphDriver, type GraphDriver } from '#server/neo4j/driver.ts'
import { createSchema } from '#server/neo4j/ensure-schema.ts'
import { type LocalNeo4j, startLocalNeo4j } from '#server/neo4j/local-neo4j/start-local-neo4j.ts'
import { defaultCacheFolder } from '#server/user-folders.ts'
import { testApp } from '#tests/api/test-app.ts'
import { Way } from '#tests/setup/way.ts'

let home: string
let database: LocalNeo4j
let way: Way
let driver: GraphDriver
let app: ReturnType<typeof testApp>

async function start(): Promise<number> {
  database = await startLocalNeo4j({ home, cache: process.env['THROUGHLINE_CACHE'] ?? defaultCacheFolder(), onProgress: () => undefined })
  return Number(new URL(database.uri).port)
}

beforeAll(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'throughline-away-'))
  way = new Way(await start())
  await way.open()
  driver = createGraphDriver({ ...database, uri: `bolt://127.0.0.1:${String(way.port)}` })
  await createSchema(driver)
  app = testApp(driver)
})

afterAll(async () => {
  await driver.close()
  await way.cut()
  await database.stop()
  await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 500 })
})

const questions = ['/api/overview', '/api/narratives', '/api/cases', '/api/imports', '/readyz']

/** Asks each question three times, one after another and at once. */
async function askAll(): Promise<number[]> {
  const answers = await Promise.all([0, 1, 2].map(async () => {
    const statuses: number[] = []
    for (const question of questions) {
      const answer = await request(app).get(question)
      if (answer.status !== 200) expect(answer.type, question).toBe('application/problem+json')
      statuses.push(answer.status)
    }
    return statuses
  }))
  return answers.flat()
}

describe('a database that is killed', () => {
  it('is told at once as away, by reads and by /readyz, and is found again by itself', async () => {
    expect(new Set(await askAll())).toEqual(new Set([200]))
    process.kill(database.pid, 'SIGKILL')
    await database.exited
    await way.cut()
    const begun = Date.now()
    expect(new Set(await askAll())).toEqual(new Set([503]))
    // With a wait of three seconds for each, as it was, five after another took fifteen and more.
    expect(Date.now() - begun).toBeLessThan(8_000)
    await database.stop().catch(() => undefined)
    way.leadTo(await start())
    await way.open()
    expect((await request(app).get('/readyz')).status).toBe(200)
    expect(new Set(await askAll())).toEqual(new Set([200]))
  })

  it('may break every pooled connection without failing the next read', async () => {
    await askAll()
    await way.cut()
    await way.open()
    expect(new Set(await askAll())).toEqual(new Set([200]))
  })
})

const nothing = z.strictObject({})

describe('a database that hangs', () => {
  it('is away after a while, and then at once', async () => {
    const quick = defineQuery({ name: 'quick', cypher: 'RETURN 1 AS one', params: nothing, row: z.strictObject({ one: z.int() }), timeoutMs: 100 })
    way.isSilent = true
    try {
      await expect(driver.run(quick, {})).rejects.toThrow(/said nothing/u)
      const begun = Date.now()
      for (const question of questions) expect((await request(app).get(question)).status).toBe(503)
      expect(Date.now() - begun).toBeLessThan(8_000)
    } finally {
      way.isSilent = false
      await way.cut()
      await way.open()
    }
    expect((await request(app).get('/readyz')).status).toBe(200)
  })
})

describe('a query that runs into its limit', () => {
  it('is answered when all it needs is the time to be planned', async () => {
    // Long enough for the server to look, which it does every two seconds.
    const counting = defineQuery({ name: 'counting', cypher: 'UNWIND range(1, 70000000) AS n WITH n WHERE n % 7 = 3 RETURN count(n) AS counted', params: nothing, row: z.strictObject({ counted: z.int() }), timeoutMs: 1 })
    expect(await driver.run(counting, {})).toEqual([{ counted: 10_000_000 }])
  })
})

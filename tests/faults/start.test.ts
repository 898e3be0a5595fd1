import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import http from 'node:http'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import neo4j from 'neo4j-driver'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { findFreePort } from '#server/neo4j/local-neo4j/free-port.ts'
import { isSameProcess } from '#server/neo4j/local-neo4j/process-identity.ts'
import { startLocalNeo4j } from '#server/neo4j/local-neo4j/start-local-neo4j.ts'
import { defaultCacheFolder } from '#server/user-folders.ts'
import { emptyGraph } from '#tests/setup/graph.ts'
import { startOldNeo4j } from './old-neo4j.ts'
import { buildServer, killApps, type RunningApp, runApp } from './run-app.ts'

const cache = process.env['THROUGHLINE_CACHE'] ?? defaultCacheFolder()
const given = inject('neo4j')
const givenNeo4j = { NEO4J_URI: given.uri, NEO4J_USER: given.user, NEO4J_PASSWORD: given.password }

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'throughline-faults-'))
  await buildServer()
})

afterEach(killApps)

afterAll(async () => {
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 500 })
})

/** The three lines of a refusal; fails unless the app ended with code 1 and without a stack. */
async function refusal(app: RunningApp): Promise<string> {
  const { code, output } = await app.ended
  expect(code, output).toBe(1)
  expect(output).toContain('Why: ')
  expect(output).toContain('What to do: ')
  expect(output).not.toMatch(/^\s+at /mu)
  return output
}

async function listenOn(port: number): Promise<net.Server | null> {
  const server = net.createServer()
  return new Promise((resolve) => {
    server.once('error', () => {
      resolve(null)
    })
    server.listen(port, '127.0.0.1', () => {
      resolve(server)
    })
  })
}

async function javaOf(home: string): Promise<{ pid: number; identity: string }> {
  return JSON.parse(await readFile(path.join(home, 'java.json'), 'utf8'))
}

async function waitUntil(check: () => Promise<boolean>, timeoutMs: number): Promise<void> {
  const deadline = Date.now() + timeoutMs
  while (!(await check())) {
    if (Date.now() > deadline) throw new Error('waited in vain')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

describe('our own database', () => {
  it('survives every kind of kill, tells a second start where it runs, and stops cleanly', { timeout: 400_000 }, async () => {
    const home = path.join(folder, 'home with blank')
    const port = String(await findFreePort())
    const env = { THROUGHLINE_HOME: home, THROUGHLINE_CACHE: cache, PORT: port }

    const first = runApp(env)
    const address = await first.opened
    expect(address).toBe(`http://127.0.0.1:${port}`)
    expect(first.output().trimEnd().split('\n').at(-1)).toContain(address)
    expect((await fetch(`${address}/readyz`)).status).toBe(200)
    const hash = runApp(env, 'throughline', ['hash'])
    const { output: hashBefore } = await hash.ended

    // A second start, while the first runs: told at once, with the address.
    expect(await refusal(runApp(env))).toContain(`Throughline already runs at ${address}`)
    // Another home, the same port.
    expect(await refusal(runApp({ ...env, THROUGHLINE_HOME: path.join(folder, 'other') }))).toContain(`Port ${port} is taken`)

    // The app is killed: its database closes by itself, the next start takes over.
    const java = await javaOf(home)
    first.kill('SIGKILL')
    await first.ended
    const second = runApp(env)
    expect(await second.opened).toBe(address)
    expect(await isSameProcess(java)).toBe(false)

    // The database is killed: the app says so and ends.
    process.kill((await javaOf(home)).pid, 'SIGKILL')
    expect(await refusal(second)).toContain('The database ended unexpectedly')

    // Both are killed at once: the database recovers and nothing is lost.
    const third = runApp(env)
    await third.opened
    process.kill((await javaOf(home)).pid, 'SIGKILL')
    third.kill('SIGKILL')
    await third.ended
    const fourth = runApp(env)
    await fourth.opened
    const { output: hashAfter } = await runApp(env, 'throughline', ['hash']).ended
    expect(hashAfter).toBe(hashBefore)

    // Ctrl-C: all gone within ten seconds, nothing left behind.
    const lastJava = await javaOf(home)
    const startedAt = Date.now()
    fourth.kill('SIGINT')
    expect((await fourth.ended).code).toBe(0)
    expect(Date.now() - startedAt).toBeLessThan(10_000)
    expect(await isSameProcess(lastJava)).toBe(false)
    expect((await readdir(home)).toSorted((a, b) => a.localeCompare(b))).toEqual(['data', 'logs', 'neo4j-password', 'neo4j.conf'])
    expect(await readFile(path.join(home, 'logs', 'neo4j-java.log'), 'utf8')).toMatch(/database closed\n$/u)
  })

  it('can be given up while it starts', { timeout: 120_000 }, async () => {
    const home = path.join(folder, 'given-up')
    const app = runApp({ THROUGHLINE_HOME: home, THROUGHLINE_CACHE: cache, PORT: String(await findFreePort()) })
    await waitUntil(() => javaOf(home).then(() => true, () => false), 60_000)
    const java = await javaOf(home)
    app.kill('SIGINT')
    expect((await app.ended).code).toBe(0)
    await waitUntil(async () => !(await isSameProcess(java)), 15_000)
    expect(await readdir(home)).not.toContain('owner.json')
  })

  it('refuses a home that cannot be written to', async () => {
    await writeFile(path.join(folder, 'file'), '')
    const output = await refusal(runApp({ THROUGHLINE_HOME: path.join(folder, 'file', 'home'), THROUGHLINE_CACHE: cache }))
    expect(output).toContain('cannot be written to')
    expect(output).toContain('THROUGHLINE_HOME')
  })

  it('refuses a full disk', async (context) => {
    const disk = path.join(folder, 'small')
    await mkdir(disk)
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'none', disk], { stdio: 'ignore' })
    } catch {
      context.skip('a small disk can only be made by root on Linux')
    }
    try {
      expect(await refusal(runApp({ THROUGHLINE_HOME: path.join(disk, 'home'), THROUGHLINE_CACHE: cache }))).toContain('The disk is full')
    } finally {
      execFileSync('umount', [disk])
    }
  })

  it('refuses spoiled downloads, after trying again, and keeps none of them', async () => {
    const asked = new Map<string, number>()
    const server = http.createServer((request, response) => {
      asked.set(request.url ?? '', (asked.get(request.url ?? '') ?? 0) + 1)
      response.end('not a jar')
    })
    const port = await findFreePort()
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
    const emptyCache = path.join(folder, 'cache')
    try {
      const output = await refusal(
        runApp({ THROUGHLINE_HOME: path.join(folder, 'cut'), THROUGHLINE_CACHE: emptyCache, THROUGHLINE_MAVEN_BASE: `http://127.0.0.1:${String(port)}/maven/` }),
      )
      expect(output).toContain('could not be downloaded')
      expect(output).toContain('Nothing half-written was kept')
    } finally {
      server.close()
    }
    expect(Math.max(...asked.values())).toBe(3)
    const kept = await readdir(emptyCache, { recursive: true, withFileTypes: true })
    expect(kept.filter((entry) => entry.isFile())).toEqual([])
  })

  it('refuses a Java that does not run', async () => {
    const output = await refusal(runApp({ THROUGHLINE_HOME: path.join(folder, 'no-java'), THROUGHLINE_CACHE: cache, THROUGHLINE_JAVA: path.join(folder, 'no-such-java') }))
    expect(output).toContain('THROUGHLINE_JAVA does not name a Java')
  })
})

describe('a database of the user', () => {
  // Other files leave in it what they were about, even what no app starts with.
  beforeAll(async () => {
    await (await emptyGraph()).close()
  })

  it('takes the next free port when the default one is taken', { timeout: 60_000 }, async () => {
    // Null when something else has it already, which serves as well.
    const blocker = await listenOn(4100)
    try {
      await runApp(givenNeo4j, 'throughline', ['migrate']).ended
      const app = runApp(givenNeo4j)
      const address = new URL(await app.opened)
      expect(Number(address.port)).toBeGreaterThan(4100)
      app.kill('SIGTERM')
      expect((await app.ended).code).toBe(0)
    } finally {
      blocker?.close()
    }
  })

  it('is refused when it is away', async () => {
    const port = await findFreePort()
    expect(await refusal(runApp({ ...givenNeo4j, NEO4J_URI: `bolt://127.0.0.1:${String(port)}` }))).toContain('Neo4j does not answer')
  })

  it('is refused with a wrong password, which is not repeated', async () => {
    const output = await refusal(runApp({ ...givenNeo4j, NEO4J_PASSWORD: 'wrong-password' }))
    expect(output).toContain('Neo4j does not accept the user or the password')
    expect(output).not.toContain('wrong-password')
  })

  it('is refused when the named database does not exist', async () => {
    expect(await refusal(runApp({ ...givenNeo4j, NEO4J_DATABASE: 'absent' }))).toContain('no database named absent')
  })

  it('is refused when it is too old', async () => {
    const old = await startOldNeo4j('Neo4j/4.4.30')
    try {
      const output = await refusal(runApp({ ...givenNeo4j, NEO4J_URI: `bolt://127.0.0.1:${String(old.port)}` }))
      expect(output).toContain('too old')
      expect(output).toContain('5.13')
    } finally {
      old.close()
    }
  })

  it('is refused while a constraint is missing, and taken after `migrate`', { timeout: 60_000 }, async () => {
    await runApp(givenNeo4j, 'throughline', ['migrate']).ended
    const driver = neo4j.driver(given.uri, neo4j.auth.basic(given.user, given.password))
    await driver.executeQuery('DROP CONSTRAINT entity_id')
    await driver.close()
    const port = String(await findFreePort())
    const output = await refusal(runApp({ ...givenNeo4j, PORT: port }))
    expect(output).toContain('entity_id')
    expect(output).toContain('npm run throughline -- migrate')
    expect((await runApp(givenNeo4j, 'throughline', ['migrate']).ended).code).toBe(0)
    await runApp({ ...givenNeo4j, PORT: port }).opened
  })

  it('is refused when it is read-only', { timeout: 240_000 }, async () => {
    const home = path.join(folder, 'read-only')
    // A database that is read-only from its first day cannot even be made.
    await (await startLocalNeo4j({ home, cache })).stop()
    const database = await startLocalNeo4j({ home, cache, settings: { 'server.databases.read_only': 'neo4j' } })
    try {
      const output = await refusal(runApp({ NEO4J_URI: database.uri, NEO4J_USER: database.user, NEO4J_PASSWORD: database.password }))
      expect(output).toContain('The database is read-only')
    } finally {
      await database.stop()
    }
  })
})

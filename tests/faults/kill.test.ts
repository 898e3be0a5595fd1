import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { graphHash } from '#server/analysis/graph-hash.ts'
import { importRecords } from '#server/ingest/import-records.ts'
import { storeTaxonomy } from '#server/narratives/store-taxonomy.ts'
import { loadTaxonomy } from '#server/narratives/taxonomy.ts'
import { createGraphDriver, type GraphDriver } from '#server/neo4j/driver.ts'
import { createSchema } from '#server/neo4j/ensure-schema.ts'
import { type LocalNeo4j, startLocalNeo4j } from '#server/neo4j/local-neo4j/start-local-neo4j.ts'
import { wipeGraph } from '#server/neo4j/wipe.ts'
import { findProjectRoot } from '#server/project-root.ts'
import { defaultCacheFolder } from '#server/user-folders.ts'
import { randomFrom } from '#tests/builders/synthetic-records.ts'
import { syntheticImport } from '#tests/builders/synthetic-import.ts'
import { syntheticRecords } from '#tests/builders/synthetic-records.ts'

const root = findProjectRoot()
const taxonomy = loadTaxonomy(root)
const count = 150
const seed = Date.now() % 100_000
const random = randomFrom(seed)

let folder: string
let database: LocalNeo4j
let driver: GraphDriver
let straight: string
let msPerImport: number

async function start(): Promise<void> {
  database = await startLocalNeo4j({ home: path.join(folder, 'home'), cache: process.env['THROUGHLINE_CACHE'] ?? defaultCacheFolder(), onProgress: () => undefined })
  driver = createGraphDriver(database, { retryMs: 30_000 })
}

async function fresh(): Promise<void> {
  await wipeGraph(driver)
  await storeTaxonomy(driver, taxonomy)
}

function child(): ChildProcess {
  return spawn(process.execPath, [path.join(folder, 'import-child.js'), database.uri, database.user, database.password, root, String(count)], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
}

const ended = (running: ChildProcess) => new Promise<void>((resolve) => running.once('exit', () => resolve()))

/** Resolves once the child says that its first chunk is in: before that there is nothing to lose. */
function firstCommit(running: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    running.stdout?.on('data', (text: Buffer) => {
      said += text.toString()
      if (said.includes('committed')) resolve()
    })
    running.stderr?.on('data', (text: Buffer) => {
      said += text.toString()
    })
    running.once('exit', () => {
      if (!said.includes('committed')) reject(new Error(`The importer ended before its first chunk: ${said}`))
    })
  })
}

beforeAll(async () => {
  console.log(`random seed of the kill times: ${String(seed)}`)
  // Inside the project, so that the built child finds node_modules.
  folder = await mkdtemp(path.join(os.tmpdir(), 'throughline-kill-'))
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true },
    build: { ssr: path.join(root, 'tests/faults/import-child.ts'), outDir: folder, emptyOutDir: false, minify: false, target: 'node20', rollupOptions: { output: { entryFileNames: 'import-child.js' } } },
  })
  await start()
  await createSchema(driver)
  await fresh()
  const began = Date.now()
  await importRecords(driver, syntheticImport(syntheticRecords(count)), taxonomy, { rowsPerChunk: 10 })
  msPerImport = Date.now() - began
  straight = await graphHash(driver)
})

afterAll(async () => {
  await driver?.close()
  await database?.stop()
  await rm(folder, { recursive: true, force: true })
})

async function finish(): Promise<void> {
  await importRecords(driver, syntheticImport(syntheticRecords(count)), taxonomy, { rowsPerChunk: 10 })
}

describe('an import killed with kill -9 and run again gives the graph of one that ran through', () => {
  it.each(Array.from({ length: 11 }, (_, index) => index + 1))('importer killed at a random time, %i', async () => {
    await fresh()
    const running = child()
    const gone = ended(running)
    await firstCommit(running)
    await new Promise((resolve) => setTimeout(resolve, random() * msPerImport))
    running.kill('SIGKILL')
    await gone
    await finish()
    expect(await graphHash(driver)).toBe(straight)
  })

  it.each(Array.from({ length: 4 }, (_, index) => index + 1))('database killed at a random time, %i', async () => {
    await fresh()
    const running = child()
    const gone = ended(running)
    await firstCommit(running)
    await new Promise((resolve) => setTimeout(resolve, random() * msPerImport * 0.8))
    process.kill(database.pid, 'SIGKILL')
    await gone
    await driver.close()
    await database.stop().catch(() => undefined)
    await start()
    await finish()
    expect(await graphHash(driver)).toBe(straight)
  })
})

import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import { graphHash } from '#server/analysis/graph-hash.ts'
import { CancelledError, QueryTimeoutError } from '#server/errors.ts'
import { importRecords } from '#server/ingest/import-records.ts'
import { loadTaxonomy } from '#server/narratives/taxonomy.ts'
import { defineQuery } from '#server/neo4j/define-query.ts'
import type { GraphDriver, QueryRunner } from '#server/neo4j/driver.ts'
import { findProjectRoot } from '#server/project-root.ts'
import { syntheticImport } from '#tests/builders/synthetic-import.ts'
import { syntheticRecords } from '#tests/builders/synthetic-records.ts'
import { emptyGraph, nothingButTaxonomy } from '#tests/setup/graph.ts'

const taxonomy = loadTaxonomy(findProjectRoot())
const rowsPerChunk = 40
// No two alike, so that no chunk rests on the one before.
const records = syntheticRecords(400, 11).filter((one, at, all) => all.findIndex((other) => other.title === one.title) === at && one.refersTo.length === 0)
const input = () => syntheticImport(records)

const statements = defineQuery({
  name: 'statementsInTest',
  cypher: 'RETURN COUNT { (:ImportChunk) } AS chunks, COUNT { ()-[:IMPORTED_BY]->() } AS rows',
  params: z.strictObject({}),
  row: z.strictObject({ chunks: z.int(), rows: z.int() }),
})

let driver: GraphDriver
let straight: string

interface Passing<Result> {
  /** Which transaction it is, counted from 0, and how many are open with it. */
  at: number
  open: number
  run: () => Promise<Result>
  /** Does all of it and takes it back. */
  runInVain: () => Promise<void>
}

/** The real driver, with each write transaction passing through here. */
function through(pass: <Result>(passing: Passing<Result>) => Promise<Result>): GraphDriver {
  let [begun, open] = [0, 0]
  return {
    ...driver,
    async write<Result>(work: (tx: QueryRunner) => Promise<Result>) {
      const at = begun
      begun += 1
      open += 1
      try {
        return await pass({
          at,
          open,
          run: () => driver.write(work),
          runInVain: () => driver.write(async (tx): Promise<void> => {
            await work(tx)
            throw new Error('taken back')
          }).catch(() => undefined),
        })
      } finally {
        open -= 1
      }
    },
  }
}

beforeAll(async () => {
  driver = await emptyGraph()
})
beforeEach(async () => {
  await nothingButTaxonomy(driver, taxonomy)
  await importRecords(driver, input(), taxonomy, { rowsPerChunk })
  straight = await graphHash(driver)
  await nothingButTaxonomy(driver, taxonomy)
})
afterAll(async () => {
  await driver.close()
})

it('a chunk is sent while the one before is being written, and never two ahead', async () => {
  let most = 0
  await importRecords(through(({ open, run }) => {
    most = Math.max(most, open)
    return run()
  }), input(), taxonomy, { rowsPerChunk })
  expect(most).toBe(2)
  expect(await graphHash(driver)).toBe(straight)
})

it('nothing of a chunk is in the graph that nobody asked for: a cancelled import has what it told of', async () => {
  const stop = new AbortController()
  const told: number[] = []
  const stopped = importRecords(driver, input(), taxonomy, {
    rowsPerChunk,
    signal: stop.signal,
    onProgress: ({ accepted, merged }) => {
      told.push(accepted + merged)
      if (told.length === 3) stop.abort(new CancelledError('enough'))
    },
  })
  await expect(stopped).rejects.toThrow('enough')
  expect(await driver.run(statements, {})).toEqual([{ chunks: 3, rows: told[2] }])
  await importRecords(driver, input(), taxonomy, { rowsPerChunk })
  expect(await graphHash(driver)).toBe(straight)
})

it.each([0, 1, 4])('a commit whose answer was lost is found again, and what waits behind it goes (transaction %i)', async (lost) => {
  const outcome = await importRecords(through(async ({ at, run }) => {
    const first = await run()
    return at === lost ? run() : first
  }), input(), taxonomy, { rowsPerChunk })
  expect(outcome.read).toBe(records.length)
  expect(await graphHash(driver)).toBe(straight)
})

it.each([0, 1, 4])('a transaction that is taken back and tried again writes the same (transaction %i)', async (failing) => {
  await importRecords(through(async ({ at, run, runInVain }) => {
    if (at === failing) await runInVain()
    return run()
  }), input(), taxonomy, { rowsPerChunk })
  expect(await graphHash(driver)).toBe(straight)
})

it('a failure of what was sent early is none of the import: the chunk is written in its own turn', async () => {
  let failed = 0
  const outcome = await importRecords(through(({ open, run }) => {
    if (open < 2) return run()
    failed += 1
    return Promise.reject(new QueryTimeoutError('too long'))
  }), input(), taxonomy, { rowsPerChunk })
  expect(failed).toBeGreaterThan(0)
  expect(outcome.accepted + outcome.merged).toBe(records.length)
  expect(await graphHash(driver)).toBe(straight)
})

it('another writer in between sends the early chunk back, and both end as if alone', async () => {
  const other = syntheticImport([...records].reverse(), 'other.json')
  await importRecords(driver, input(), taxonomy, { rowsPerChunk })
  await importRecords(driver, other, taxonomy, { rowsPerChunk })
  const apart = await graphHash(driver, 'domain')
  await nothingButTaxonomy(driver, taxonomy)
  const outcomes = await Promise.all([importRecords(driver, input(), taxonomy, { rowsPerChunk }), importRecords(driver, other, taxonomy, { rowsPerChunk })])
  for (const outcome of outcomes) expect(outcome.accepted + outcome.merged).toBe(records.length)
  expect(await graphHash(driver, 'domain')).toBe(apart)
})

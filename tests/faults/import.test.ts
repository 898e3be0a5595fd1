import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { graphHash } from '#server/analysis/graph-hash.ts'
import { CancelledError } from '#server/errors.ts'
import { importRecords } from '#server/ingest/import-records.ts'
import { loadTaxonomy } from '#server/narratives/taxonomy.ts'
import type { GraphDriver } from '#server/neo4j/driver.ts'
import { imports } from '#server/neo4j/queries/imports.ts'
import { findProjectRoot } from '#server/project-root.ts'
import { syntheticImport } from '#tests/builders/synthetic-import.ts'
import { syntheticRecords } from '#tests/builders/synthetic-records.ts'
import { emptyGraph, nothingButTaxonomy } from '#tests/setup/graph.ts'

const taxonomy = loadTaxonomy(findProjectRoot())
let driver: GraphDriver

beforeAll(async () => {
  driver = await emptyGraph()
})
beforeEach(() => nothingButTaxonomy(driver, taxonomy))
afterAll(async () => {
  await driver.close()
})

describe('an import', () => {
  it('accounts for every record', async () => {
    const records = syntheticRecords(300)
    const outcome = await importRecords(driver, syntheticImport(records), taxonomy, { rowsPerChunk: 50 })
    expect(outcome.read).toBe(300)
    expect(outcome.accepted + outcome.merged + outcome.rejected).toBe(outcome.read)
    expect(outcome.merged).toBeGreaterThan(0)
  })

  it('gives the same graph when run twice', async () => {
    const input = syntheticImport(syntheticRecords(300))
    const first = await importRecords(driver, input, taxonomy, { rowsPerChunk: 50 })
    const once = await graphHash(driver)
    const second = await importRecords(driver, input, taxonomy, { rowsPerChunk: 50 })
    expect(second).toEqual(first)
    expect(await graphHash(driver)).toBe(once)
  })

  it('gives the same graph under another file name, but for the import itself', async () => {
    const records = syntheticRecords(200)
    await importRecords(driver, syntheticImport(records, 'one.json'), taxonomy)
    const once = await graphHash(driver, 'domain')
    const again = await importRecords(driver, syntheticImport(records, 'two.json'), taxonomy)
    expect(again.merged).toBe(200)
    expect(await graphHash(driver, 'domain')).toBe(once)
  })

  it('gives the same graph in any order and any cut', async () => {
    const records = syntheticRecords(120, 7)
    await importRecords(driver, syntheticImport(records), taxonomy, { rowsPerChunk: 120 })
    const straight = await graphHash(driver)
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(records, { minLength: records.length }), fc.integer({ min: 7, max: 60 }), async (shuffled, rowsPerChunk) => {
        await nothingButTaxonomy(driver, taxonomy)
        await importRecords(driver, syntheticImport(shuffled), taxonomy, { rowsPerChunk })
        expect(await graphHash(driver)).toBe(straight)
      }),
      { numRuns: 8 },
    )
  })

  it.each([0, 1, 2])('that is stopped while it settles, after %i transactions of that, begins no other one, and going on gives the same graph', async (transactions) => {
    const input = () => syntheticImport(syntheticRecords(600, 5))
    await importRecords(driver, input(), taxonomy)
    const straight = await graphHash(driver)
    await nothingButTaxonomy(driver, taxonomy)

    const stopping = new AbortController()
    let settling = 0
    let isSettling = false
    const watched: GraphDriver = {
      ...driver,
      async write(work) {
        const result = await driver.write(work)
        if (isSettling) settling += 1
        if (isSettling && settling === transactions) stopping.abort(new CancelledError('stop'))
        return result
      },
    }
    const onProgress = ({ read }: { read: number }) => {
      if (read < 600) return
      isSettling = true
      if (transactions === 0) stopping.abort(new CancelledError('stop'))
    }
    await expect(importRecords(watched, input(), taxonomy, { signal: stopping.signal, onProgress })).rejects.toThrow('stop')
    expect(settling).toBe(transactions)
    const told = async () => (await driver.run(imports, { limit: 10, offset: 0 }))[0]?.imports.map(({ status, rows }) => ({ status, read: rows.read }))
    expect(await told()).toEqual([{ status: 'cancelled', read: 600 }])
    expect(await graphHash(driver)).not.toBe(straight)

    await importRecords(driver, input(), taxonomy)
    expect(await told()).toEqual([{ status: 'done', read: 600 }])
    expect(await graphHash(driver)).toBe(straight)
  })

  it('is safe with two importers at once', async () => {
    const records = syntheticRecords(200, 3)
    await importRecords(driver, syntheticImport(records), taxonomy)
    const alone = await graphHash(driver, 'domain')
    await nothingButTaxonomy(driver, taxonomy)
    await Promise.all([
      importRecords(driver, syntheticImport(records, 'a.json'), taxonomy, { rowsPerChunk: 30 }),
      importRecords(driver, syntheticImport([...records].reverse(), 'b.json'), taxonomy, { rowsPerChunk: 40 }),
    ])
    expect(await graphHash(driver, 'domain')).toBe(alone)
  })
})

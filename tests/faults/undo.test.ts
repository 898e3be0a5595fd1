import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { graphHash } from '#server/analysis/graph-hash.ts'
import { batchId } from '#server/ingest/batch-id.ts'
import type { CaseRecord } from '#server/ingest/case-record.ts'
import { importRecords } from '#server/ingest/import-records.ts'
import { undoImport } from '#server/ingest/undo-import.ts'
import { storeTaxonomy } from '#server/narratives/store-taxonomy.ts'
import { loadTaxonomy } from '#server/narratives/taxonomy.ts'
import type { GraphDriver } from '#server/neo4j/driver.ts'
import { nodesById } from '#server/neo4j/queries/nodes-by-id.ts'
import { imports } from '#server/neo4j/queries/imports.ts'
import { wipeGraph } from '#server/neo4j/wipe.ts'
import { findProjectRoot } from '#server/project-root.ts'
import { syntheticImport } from '#tests/builders/synthetic-import.ts'
import { syntheticRecords } from '#tests/builders/synthetic-records.ts'
import { emptyGraph } from '#tests/setup/graph.ts'

const taxonomy = loadTaxonomy(findProjectRoot())
let driver: GraphDriver

async function fresh(): Promise<void> {
  await wipeGraph(driver)
  await storeTaxonomy(driver, taxonomy)
}

beforeAll(async () => {
  driver = await emptyGraph()
})
beforeEach(fresh)
afterAll(() => driver.close())

const bring = (records: readonly CaseRecord[], name: string, rowsPerChunk = 40) => importRecords(driver, syntheticImport(records, name), taxonomy, { rowsPerChunk })
const takeOut = (name: string) => undoImport(driver, batchId(syntheticImport([], name)), taxonomy)

/** The same cases as another file has them: fewer addresses and dates, other spellings, references to each other by title. */
function otherView(records: readonly CaseRecord[]): CaseRecord[] {
  return records.map((record, index) => ({
    ...record,
    row: index + 1,
    sourceUrl: index % 2 === 0 ? null : record.sourceUrl,
    publishedOn: index % 5 === 0 ? null : record.publishedOn,
    claim: index % 3 === 0 ? null : `${record.claim ?? ''} Told at more length.`,
    disproof: index % 4 === 0 ? null : record.disproof,
    outlets: record.outlets.map((outlet) => ({ ...outlet, name: outlet.name.toUpperCase(), rawValue: outlet.rawValue.toUpperCase() })),
    keywords: index % 2 === 0 ? [] : record.keywords,
    refersTo: [{ title: records[(index * 7 + 1) % records.length]?.title ?? '', quote: null, note: null }],
  }))
}

/** One record a case, as its number in the title tells: titles that several cases share are left to a person, and that depends on what is known. */
const distinct = (records: readonly CaseRecord[]) => [...new Map(records.map((record) => [/\d+/u.exec(record.title)?.[0] ?? record.title, record])).values()].map((record, index) => ({ ...record, row: index + 1 }))

describe('undoing an import', () => {
  it('leaves the graph as it was, with nothing of the import', async () => {
    const empty = await graphHash(driver)
    await bring(syntheticRecords(90), 'one.json')
    const undone = await takeOut('one.json')
    expect(undone.casesDeleted).toBeGreaterThan(50)
    expect(await graphHash(driver)).toBe(empty)
  })

  it('keeps what others state too, whichever came first', async () => {
    const records = distinct(syntheticRecords(80, 5))
    await bring(records, 'base.json')
    const base = await graphHash(driver)
    const baseDomain = await graphHash(driver, 'domain')
    await bring(otherView(records), 'other.json')
    expect(await graphHash(driver, 'domain')).not.toBe(baseDomain)
    const undone = await takeOut('other.json')
    expect(undone).toMatchObject({ casesDeleted: 0, casesKept: records.length })
    expect(await graphHash(driver)).toBe(base)

    await fresh()
    await bring(otherView(records), 'other.json')
    const other = await graphHash(driver, 'domain')
    await bring(records, 'base.json')
    await takeOut('base.json')
    expect(await graphHash(driver, 'domain')).toBe(other)
    await bring(records, 'base.json')
    await takeOut('other.json')
    expect(await graphHash(driver, 'domain')).toBe(baseDomain)
  })

  it('lets a case fall back to its title where another still refers to it', async () => {
    const [first, second] = distinct(syntheticRecords(2))
    if (first === undefined || second === undefined) throw new Error('no records')
    const referring = { ...first, refersTo: [{ title: second.title.toUpperCase(), quote: null, note: null }] }
    await bring([referring], 'referring.json')
    const before = await graphHash(driver)
    await bring([second], 'referred.json')
    const undone = await takeOut('referred.json')
    expect(undone.casesDeleted).toBe(1)
    expect(await graphHash(driver)).toBe(before)
  })

  it('takes back the spelling that it brought', async () => {
    const [record] = syntheticRecords(1)
    if (record === undefined) throw new Error('no record')
    const spelt = (name: string, number: number) => ({
      ...record, title: `Synthetic title ${String(number)}`, sourceUrl: `https://example.org/report/spelling-${String(number)}/`, refersTo: [],
      outlets: [{ id: 'outlet:made-up-post', name, rawValue: name, domain: null, family: null, url: null, archiveUrl: null, aliases: [] }],
    })
    await bring([spelt('made up post', 1)], 'small.json')
    const before = await graphHash(driver)
    await bring([spelt('MADE UP POST', 2)], 'large.json')
    const [named] = await driver.run(nodesById, { ids: ['outlet:made-up-post'] })
    expect(named?.name).toEqual(['MADE UP POST'])
    await takeOut('large.json')
    expect(await graphHash(driver)).toBe(before)
  })

  it('goes on after it was stopped, and takes out an import that was stopped', async () => {
    const empty = await graphHash(driver)
    const records = syntheticRecords(300)
    const stopping = new AbortController()
    await expect(importRecords(driver, syntheticImport(records), taxonomy, { rowsPerChunk: 60, signal: stopping.signal, onProgress: ({ read }) => { if (read >= 240) stopping.abort(new Error('stop')) } })).rejects.toThrow('stop')
    const pause = new AbortController()
    const id = batchId(syntheticImport([]))
    await expect(undoImport(driver, id, taxonomy, { signal: pause.signal, onProgress: () => pause.abort(new Error('pause')) })).rejects.toThrow('pause')
    expect((await driver.run(imports, { limit: 10, offset: 0 }))[0]?.imports.map(({ status }) => status)).toEqual(['undoing'])
    await undoImport(driver, id, taxonomy)
    expect(await graphHash(driver)).toBe(empty)
  })

  it('leaves what the other imports alone would have made, for any cut of the same cases into files', async () => {
    const records = distinct(syntheticRecords(40, 11))
    const views = [records, otherView(records), records.map((record) => ({ ...record, sourceUrl: null, keywords: [], refersTo: [] }))]
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 })), { minLength: 40, maxLength: 40 }), fc.integer({ min: 0, max: 2 }), async (choices, leaving) => {
        // Each case goes into two of the three files, each time in one of three views.
        const files = [0, 1, 2].map((file) => records.flatMap((_record, index) => {
          const [skipped, view] = choices[index] ?? [0, 0]
          const record = views[(view + file) % 3]?.[index]
          return skipped === file || record === undefined ? [] : [record]
        }))
        const run = async (skip: number | null) => {
          await fresh()
          for (const [index, file] of files.entries()) if (index !== skip) await bring(file, `${String(index)}.json`, 25)
        }
        await run(leaving)
        const without = await graphHash(driver, 'domain')
        await run(null)
        await takeOut(`${String(leaving)}.json`)
        expect(await graphHash(driver, 'domain')).toBe(without)
      }),
      { numRuns: 5 },
    )
  })
})

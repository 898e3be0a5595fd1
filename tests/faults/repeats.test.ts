import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import type { CaseRecord } from '#server/ingest/case-record.ts'
import { importRecords } from '#server/ingest/import-records.ts'
import { loadTaxonomy } from '#server/narratives/taxonomy.ts'
import { defineQuery } from '#server/neo4j/define-query.ts'
import type { GraphDriver } from '#server/neo4j/driver.ts'
import { casesOfDays } from '#server/neo4j/queries/write/settle.ts'
import { findProjectRoot } from '#server/project-root.ts'
import { syntheticImport } from '#tests/builders/synthetic-import.ts'
import { syntheticRecords } from '#tests/builders/synthetic-records.ts'
import { emptyGraph, nothingButTaxonomy } from '#tests/setup/graph.ts'

const taxonomy = loadTaxonomy(findProjectRoot())
const dayMs = 86_400_000
const dayOf = (number: number) => new Date(Date.UTC(2018, 0, 1) + number * dayMs).toISOString().slice(0, 10)

/** Cases of 90 days, five a day, with one of 25 titles each: every title comes back within a week, and after more than one. */
const records = syntheticRecords(450, 5).map((one, at): CaseRecord => ({ ...one, title: `Synthetic claim ${String((at * 7) % 25)} told once more`, claim: null, claimOrigin: null, publishedOn: dayOf(Math.floor(at / 5)), sourceUrl: `https://example.org/synthetic/${String(at)}`, refersTo: [] }))

const graphCases = defineQuery({
  name: 'casesInTest',
  cypher: 'MATCH (c:Case) RETURN c.id AS id, c.name AS title, toString(c.publishedOn) AS day, COLLECT { MATCH (c)-[:REPEATS]->(d) RETURN d.id } AS repeats',
  params: z.strictObject({}),
  row: z.strictObject({ id: z.string(), title: z.string(), day: z.string(), repeats: z.array(z.string()) }),
})

let driver: GraphDriver

/** By the rule, in plain words: the last case before it with the same title, if that is at most seven days older. These titles are equal or too far apart to be alike. */
async function expectRepeatsAsTheyShould(count: number, more = count / 3): Promise<void> {
  const cases = (await driver.run(graphCases, {})).sort((a, b) => (a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? -1 : 1))
  expect(cases).toHaveLength(count)
  let found = 0
  for (const [at, one] of cases.entries()) {
    const before = cases.slice(0, at).findLast((other) => other.title === one.title && Date.parse(one.day) - Date.parse(other.day) <= 7 * dayMs)
    expect([one.id, one.repeats]).toEqual([one.id, before === undefined ? [] : [before.id]])
    found += one.repeats.length
  }
  expect(found).toBeGreaterThan(more)
}

beforeAll(async () => {
  driver = await emptyGraph()
})
beforeEach(() => nothingButTaxonomy(driver, taxonomy))
afterAll(() => driver.close())

it('of an import into a graph that has none of its cases', async () => {
  await importRecords(driver, syntheticImport(records), taxonomy, { rowsPerChunk: 60 })
  await expectRepeatsAsTheyShould(450)
})

it('of an import that comes in between the days of another, and of one that goes over both', async () => {
  await importRecords(driver, syntheticImport(records.filter((_, at) => at % 3 !== 0), 'most.json'), taxonomy, { rowsPerChunk: 60 })
  await expectRepeatsAsTheyShould(300)
  await importRecords(driver, syntheticImport(records.filter((_, at) => at % 3 === 0), 'rest.json'), taxonomy, { rowsPerChunk: 60 })
  await expectRepeatsAsTheyShould(450)
  await importRecords(driver, syntheticImport(records.map((one) => ({ ...one, disproof: 'A made-up disproof.', disproofOrigin: 'source' })), 'all.json'), taxonomy)
  await expectRepeatsAsTheyShould(450)
})

it('of two imports at once', async () => {
  await Promise.all([0, 1].map((half) => importRecords(driver, syntheticImport(records.filter((_, at) => at % 2 === half), `half-${String(half)}.json`), taxonomy, { rowsPerChunk: 30 })))
  await expectRepeatsAsTheyShould(450)
})

it('of an import whose cases were read ahead before another one wrote', async () => {
  const of = (day: number, at: number) => records.filter((one) => one.publishedOn === dayOf(day)).slice(0, 1).map((one): CaseRecord => ({ ...one, title: 'Synthetic claim that three cases tell', sourceUrl: `https://example.org/synthetic/between-${String(at)}` }))
  let hasRead = false
  // As soon as settling has read its days ahead, and before it has the lock, another import brings a case between the two.
  const disturbed: GraphDriver = {
    ...driver,
    async run(query, params) {
      const rows = await driver.run(query, params)
      if (query.name === casesOfDays.name && !hasRead) {
        hasRead = true
        await importRecords(driver, syntheticImport(of(3, 2), 'between.json'), taxonomy)
      }
      return rows
    },
  }
  await importRecords(disturbed, syntheticImport([...of(1, 1), ...of(5, 3)], 'around.json'), taxonomy)
  expect(hasRead).toBe(true)
  await expectRepeatsAsTheyShould(3, 1)
})

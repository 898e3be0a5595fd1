import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { defaultWeights, relatedEndpoint, toldElsewhereEndpoint } from '#graph-schema/api/related.ts'
import type { RelatableCase } from '#server/analysis/related.ts'
import { loadTaxonomy } from '#server/narratives/taxonomy.ts'
import { importRecords } from '#server/ingest/import-records.ts'
import { undoImport } from '#server/ingest/undo-import.ts'
import { batchId } from '#server/ingest/batch-id.ts'
import { beginChunk } from '#server/neo4j/queries/write/import-batch.ts'
import { mergeCases } from '#server/neo4j/queries/write/merge-nodes.ts'
import { storeTaxonomy } from '#server/narratives/store-taxonomy.ts'
import type { GraphDriver } from '#server/neo4j/driver.ts'
import { findProjectRoot } from '#server/project-root.ts'
import { relatedOracle } from '#tests/builders/related-oracle.ts'
import { syntheticImport } from '#tests/builders/synthetic-import.ts'
import { syntheticRecords } from '#tests/builders/synthetic-records.ts'
import { dateOf, oracleOf, statusOf } from '#tests/cypher/oracle.ts'
import { syntheticGraph } from '#tests/cypher/synthetic-graph.ts'
import { writeGraph } from '#tests/cypher/write-graph.ts'
import { at, testApp } from './test-app.ts'

const synthetic = syntheticGraph()
const oracle = oracleOf(synthetic)
let driver: GraphDriver
let app: ReturnType<typeof testApp>

beforeAll(async () => {
  driver = await writeGraph(synthetic)
  app = testApp(driver)
})
afterAll(() => driver.close())

async function get<Response extends z.ZodType>(path: string, endpoint: { response: Response }): Promise<z.output<Response>> {
  const answer = await request(app).get(path).expect(200).expect('Content-Type', /application\/json/u)
  return endpoint.response.parse(answer.body)
}

const caseId = 'case:synthetic/0012'
const related = (query = '', id = caseId) => get(`/api/cases/${at(id)}/related${query}`, relatedEndpoint)

function relatables(): RelatableCase[] {
  return synthetic.nodes.filter(({ kind }) => kind === 'Case').map((node) => {
    const targets = (...types: string[]) => oracle.edgesOf(node.id).filter((edge) => edge.from === node.id && types.includes(edge.type)).map((edge) => edge.to)
    return {
      id: node.id, title: node.name, claim: typeof node.properties['claim'] === 'string' ? node.properties['claim'] : null, publishedOn: dateOf(node),
      keywords: targets('TAGGED_WITH'), countries: targets('DISCUSSES'), sources: targets('CITES'), refersTo: targets('REFERS_TO'), repeats: targets('REPEATS'), isShown: ['active', 'corrected'].includes(String(statusOf(node))),
    }
  })
}

describe('related cases', () => {
  it('come in the order of comparing every case with every other, under the usual weights and under others', async () => {
    const plain = relatedOracle(relatables())
    for (const [query, weights] of [['', defaultWeights], ['&text=0&theme=2&place=0&time=1', { text: 0, theme: 2, place: 0, time: 1 }]] as const) {
      const answer = await related(`?limit=20${query}`)
      const expected = plain(caseId, weights)
      expect(answer.cases.map(({ score }) => score)).toEqual(expected.slice(0, 20).map(({ score }) => expect.closeTo(score, 9)))
      const scoreOf = new Map(expected.map(({ id, score }) => [id, score]))
      for (const one of answer.cases) expect(one.score).toBeCloseTo(scoreOf.get(one.id) ?? -1, 9)
      expect(answer).toMatchObject({ id: caseId, weights, isCurrent: true, compared: synthetic.nodes.filter(({ kind }) => kind === 'Case').length })
    }
  })

  it('say why in words made of what both have, and stand with their disproof or its state; none is withdrawn', async () => {
    const { cases } = await related()
    expect(cases).toHaveLength(10)
    for (const one of cases) {
      expect(one.shares.text + one.shares.theme + one.shares.place + one.shares.time + one.shares.ties).toBeCloseTo(1, 9)
      const [keyword] = one.keywords
      if (keyword !== undefined && one.shares.theme >= 0.05) expect(one.reason).toContain(`keyword${one.keywords.length > 1 ? 's' : ''} ${keyword.name}`)
      expect(one.reason).toMatch(/rare words?|keywords?|both discuss|apart|same day|common words?/u)
      expect(one.disproof === null).toBe(one.disproofState === 'missing')
      expect(['active', 'corrected']).toContain(one.status)
    }
  })

  it('tell a reference both ways', async () => {
    const reference = oracle.edgesOf(caseId).find((edge) => edge.type === 'REFERS_TO' && edge.from === caseId)?.to ?? ''
    const to = await related('?limit=50&text=0&theme=0&place=0&time=0')
    expect(to.cases.find(({ id }) => id === reference)?.reason).toMatch(/^this case refers to it/u)
    const back = await related('?limit=50&text=0&theme=0&place=0&time=0', reference)
    expect(back.cases.find(({ id }) => id === caseId)?.reason).toMatch(/^it refers to this case/u)
  })

  it('are found under a former id, and not for a case that there is not', async () => {
    expect((await related('', 'case:synthetic/alias-12')).id).toBe(caseId)
    await request(app).get(`/api/cases/${at('case:synthetic/none')}/related`).expect(404)
  })

  it.each(['?text=2.1', '?time=-1', '?place=x', '?limit=51', '?weight=1'])('%s is refused', async (query) => {
    await request(app).get(`/api/cases/${at(caseId)}/related${query}`).expect(400)
  })
})

describe('told elsewhere', () => {
  it('names the narrative, the other country and the days; lacks say what cannot be compared', async () => {
    const answer = await get(`/api/cases/${at('case:synthetic/0101')}/told-elsewhere?days=200&limit=50`, toldElsewhereEndpoint)
    const own = oracle.edgesOf('case:synthetic/0101').filter((edge) => edge.from === 'case:synthetic/0101').map((edge) => edge.to)
    for (const one of answer.cases) {
      expect(one.narratives.length).toBeGreaterThan(0)
      for (const { id, tier } of one.narratives) {
        expect(own).toContain(id)
        expect(['suggested', 'rejected']).not.toContain(tier)
      }
      for (const { id } of one.countries) expect(own).not.toContain(id)
      expect(Math.abs(one.daysAfter)).toBeLessThanOrEqual(200)
    }
    const undated = await get(`/api/cases/${at('case:synthetic/0030')}/told-elsewhere`, toldElsewhereEndpoint)
    expect(undated).toMatchObject({ total: 0, days: 90, cases: [] })
    expect(undated.lacks).toContain('date')
  })

  it.each(['?days=0', '?days=3651', '?days=x', '?surprise=1'])('%s is refused', async (query) => {
    await request(app).get(`/api/cases/${at(caseId)}/told-elsewhere${query}`).expect(400)
  })
})

it('follow an import and its undoing', async () => {
  const taxonomy = loadTaxonomy(findProjectRoot())
  await storeTaxonomy(driver, taxonomy)
  const before = (await related()).compared
  const input = syntheticImport(syntheticRecords(5), 'related')
  await importRecords(driver, input, taxonomy)
  await expect.poll(() => related()).toMatchObject({ compared: before + 5, isCurrent: true })
  await undoImport(driver, batchId(input), taxonomy)
  await expect.poll(() => related()).toMatchObject({ compared: before, isCurrent: true })
})

it('show the texts of a case as they are, a moment after a chunk of an import has changed them', async () => {
  const [shown] = (await related()).cases
  const node = synthetic.nodes.find(({ id }) => id === shown?.id)
  if (shown === undefined || node === undefined) throw new Error('no related case')
  const write = (name: string) =>
    driver.write(async (tx) => {
      await tx.run(beginChunk, { id: `chunk:${name}`, taxonomy: 'any' })
      await tx.run(mergeCases, { rows: [{ id: shown.id, publishedOn: dateOf(node), properties: { name } }] })
    })
  await write('A made-up title that has just been corrected')
  await expect.poll(async () => (await related()).cases.find(({ id }) => id === shown.id)?.title).toBe('A made-up title that has just been corrected')
  await write(node.name)
  await expect.poll(async () => (await related()).cases.find(({ id }) => id === shown.id)?.title).toBe(node.name)
})

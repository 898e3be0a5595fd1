import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agreementEndpoint, decideEndpoint, reviewEndpoint } from '#graph-schema/api/review.ts'
import { graphHash } from '#server/analysis/graph-hash.ts'
import type { CaseRecord } from '#server/ingest/case-record.ts'
import { importRecords } from '#server/ingest/import-records.ts'
import { storeTaxonomy } from '#server/narratives/store-taxonomy.ts'
import { loadTaxonomy } from '#server/narratives/taxonomy.ts'
import type { GraphDriver } from '#server/neo4j/driver.ts'
import { findProjectRoot } from '#server/project-root.ts'
import { syntheticImport } from '#tests/builders/synthetic-import.ts'
import { syntheticRecords } from '#tests/builders/synthetic-records.ts'
import { emptyGraph } from '#tests/setup/graph.ts'
import { testApp } from './test-app.ts'

const taxonomy = loadTaxonomy(findProjectRoot())
const deepState = 'narrative:deep-state'
let driver: GraphDriver
let app: ReturnType<typeof testApp>

/** Two cases of one title, which a rule and the model link; and one that nothing does. */
function records(): CaseRecord[] {
  const [record] = syntheticRecords(1)
  if (record === undefined) throw new Error('no record')
  return ['Synthetic: the Deep State rules', 'Synthetic: the Deep State rules', 'Synthetic: a museum'].map((title, index) => ({
    ...record, row: index + 1, title, claim: null, sourceUrl: `https://example.org/report/review-${String(index)}/`, publishedOn: `2019-0${String(index + 1)}-01`, refersTo: [],
  }))
}

beforeAll(async () => {
  driver = await emptyGraph()
  app = testApp(driver)
  await storeTaxonomy(driver, taxonomy)
  await importRecords(driver, syntheticImport(records()), taxonomy)
})
afterAll(() => driver.close())

/** The tier in which the linker puts these titles, whatever model ships. */
async function queueOf(coder: string, more: Record<string, string> = {}) {
  for (const tier of ['suggested', 'source-tag', 'pattern', 'corroborated']) {
    const { body } = await request(app).get('/api/review').query({ coder, tier, narrative: deepState, ...more }).expect(200)
    const answer = reviewEndpoint.response.parse(body)
    if (answer.left > 0) return answer
  }
  throw new Error('nothing to review')
}

const decide = async (coder: string, decisions: object[], role = 'coding') => decideEndpoint.response.parse((await request(app).post('/api/review/decisions').send({ coder, role, decisions }).expect(200)).body)

describe('review', () => {
  it('asks once for equal titles, decides them together, and takes it back', async () => {
    const before = await graphHash(driver)
    const { items, left } = await queueOf('Ada')
    expect(left).toBe(2)
    const [item] = items
    if (item === undefined) throw new Error('no item')
    expect(item).toMatchObject({ narrative: { id: deepState }, case: { title: 'Synthetic: the Deep State rules' } })
    expect(item.equalTitles).toHaveLength(1)
    // Of its own title there is one case more, which may be sure by rule and model: itself is never counted.
    expect(item.sure).toBe(item.tier === 'corroborated' ? 1 : 0)
    expect(item.reasonsFor[0]).toContain('in the title')
    const ids = [item.case.id, ...item.equalTitles.map(({ id }) => id)]
    const { changes, takeBack } = await decide('Ada', ids.map((caseId) => ({ caseId, narrativeId: deepState, verdict: 'accepted' })))
    expect(changes.map(({ after }) => after)).toEqual(['accepted', 'accepted'])
    await expect(queueOf('Ada')).rejects.toThrow('nothing to review')

    const second = await queueOf('Bo', { queue: 'second' })
    expect(second.left).toBe(2)
    expect(JSON.stringify(second.items)).not.toContain('Ada')
    await request(app).post('/api/review/decisions/undo').send({ takeBack }).expect(200)
    expect(await graphHash(driver)).toBe(before)
  })

  it('tells how far coders agree, and ends a disagreement', async () => {
    const { items } = await queueOf('Ada')
    const caseId = items[0]?.case.id ?? ''
    await decide('Ada', [{ caseId, narrativeId: deepState, verdict: 'accepted' }])
    await decide('Bo', [{ caseId, narrativeId: deepState, verdict: 'rejected', note: 'about something else' }])
    const agreement = async () => agreementEndpoint.response.parse((await request(app).get('/api/review/agreement').expect(200)).body)
    const open = await agreement()
    expect(open.pairs).toEqual([{ a: 'Ada', b: 'Bo', links: 1, agreed: 0, kappa: 0 }])
    expect(open.disagreements).toMatchObject([{ case: { id: caseId }, sayings: [{ verdict: expect.any(String) }, { verdict: expect.any(String) }] }])
    const { changes } = await decide('Ada', [{ caseId, narrativeId: deepState, verdict: 'rejected' }], 'settlement')
    expect(changes).toMatchObject([{ after: 'rejected' }])
    expect(await agreement()).toMatchObject({ disagreements: [], settled: 1 })
  })

  it('refuses what is no decision, and a case that is not there', async () => {
    await request(app).post('/api/review/decisions').send({ coder: ' ', decisions: [{ caseId: 'case:synthetic/none', narrativeId: deepState, verdict: 'accepted' }] }).expect(400)
    await request(app).post('/api/review/decisions').send({ coder: 'Ada', decisions: [{ caseId: 'case:synthetic/none', narrativeId: deepState, verdict: 'accepted' }] }).expect(404)
    await request(app).get('/api/review').query({ tier: 'accepted' }).expect(400)
  })
})

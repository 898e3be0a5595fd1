import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import request from 'supertest'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { describeCorpusEndpoint } from '#graph-schema/api/corpora.ts'
import { importPageEndpoint, importsEndpoint } from '#graph-schema/api/imports.ts'
import { landscapeEndpoint } from '#graph-schema/api/narratives.ts'
import { overviewEndpoint } from '#graph-schema/api/overview.ts'
import { problemDetailsSchema } from '#graph-schema/api/problem.ts'
import type { CorpusChoice } from '#graph-schema/import-plan.ts'
import { graphHash } from '#server/analysis/graph-hash.ts'
import { createApp } from '#server/app.ts'
import { importRecords } from '#server/ingest/import-records.ts'
import { curatedCorpus } from '#server/ingest/seed-graph.ts'
import { corpusOf, joinCorpus } from '#server/ingest/corpus-choice.ts'
import { storeTaxonomy } from '#server/narratives/store-taxonomy.ts'
import { loadTaxonomy } from '#server/narratives/taxonomy.ts'
import type { GraphDriver } from '#server/neo4j/driver.ts'
import { wipeGraph } from '#server/neo4j/wipe.ts'
import { findProjectRoot } from '#server/project-root.ts'
import { RelatedService } from '#server/related/related-service.ts'
import { syntheticImport } from '#tests/builders/synthetic-import.ts'
import { syntheticRecords } from '#tests/builders/synthetic-records.ts'
import { emptyGraph } from '#tests/setup/graph.ts'
import { at, testApp, testImports } from './test-app.ts'

const taxonomy = loadTaxonomy(findProjectRoot())
const said: CorpusChoice = { name: 'Synthetic package', sampling: 'selected', periodFrom: null, periodTo: null, gaps: [], licence: 'CC0', disclaimer: null, description: 'Made up.' }
const edited: CorpusChoice = { ...said, name: 'Synthetic cases of 2019', sampling: 'complete', periodFrom: '2019-01-01', periodTo: '2019-12-31', gaps: ['none of August'], disclaimer: 'Every one is made up.' }
const id = corpusOf(said).id
let driver: GraphDriver
let home: string
let app: ReturnType<typeof testApp>

/** Brings records in as the upload screen and the command line do: into the corpus that they join. */
async function bring(choice: CorpusChoice, name: string, rows = 40) {
  return importRecords(driver, { ...syntheticImport(syntheticRecords(rows), name), corpus: await joinCorpus(driver, corpusOf(choice)) }, taxonomy)
}

beforeAll(async () => {
  driver = await emptyGraph()
  home = await mkdtemp(path.join(os.tmpdir(), 'throughline-corpora-'))
  app = testApp(driver)
})
beforeEach(async () => {
  await wipeGraph(driver)
  await storeTaxonomy(driver, taxonomy)
  await bring(said, 'first')
})
afterAll(async () => {
  await driver.close()
  await rm(home, { recursive: true, force: true })
})

const describe = (which: string, choice: object) => request(app).post(`/api/corpora/${at(which)}`).send(choice)
const described = async (choice: CorpusChoice) => describeCorpusEndpoint.response.parse((await describe(id, choice).expect(200)).body)
const corpora = async () => overviewEndpoint.response.parse((await request(app).get('/api/overview').expect(200)).body).corpora
const landscape = async () => landscapeEndpoint.response.parse((await request(app).get('/api/landscape').expect(200)).body)

it('is edited, and whatever counts by it follows', async () => {
  expect((await landscape()).effortComplete.every((count) => count === 0)).toBe(true)
  expect(await described(edited)).toEqual({ id, ...edited, asImported: said })
  expect(await corpora()).toEqual([{ id, ...edited, asImported: said, cases: 40 }])
  const drawn = await landscape()
  expect(drawn.effortComplete.some((count) => count > 0)).toBe(true)
  expect(drawn.effortSelected.every((count) => count === 0)).toBe(true)
  const { imports } = importsEndpoint.response.parse((await request(app).get('/api/imports').expect(200)).body)
  expect(imports.map(({ corpus }) => corpus)).toEqual([{ id, name: edited.name, sampling: 'complete' }])
  const page = importPageEndpoint.response.parse((await request(app).get(`/api/imports/${at(imports[0]?.id ?? '')}`).expect(200)).body)
  expect(page.corpus).toEqual({ id, ...edited, asImported: said })
})

it('stays as a person said, whatever is imported after it, and what is imported joins it', async () => {
  await described(edited)
  const before = await graphHash(driver)
  await bring(said, 'first')
  expect(await graphHash(driver)).toBe(before)
  await bring(said, 'of the same package', 45)
  await bring(edited, 'with what was said last', 50)
  expect(await corpora()).toEqual([{ id, ...edited, asImported: said, cases: 50 }])
  await expect(bring({ ...said, licence: 'CC BY' }, 'with something else')).rejects.toThrow(/brought in under this name and is called “Synthetic cases of 2019” now.*\(licence\)/u)
  await expect(bring({ ...edited, gaps: [] }, 'with something else')).rejects.toThrow(/named “Synthetic cases of 2019” already.*\(gaps\)/u)
})

it('goes back to what the imports said, once that is said again', async () => {
  const before = await graphHash(driver)
  await described(edited)
  await described({ ...edited, gaps: [] })
  expect(await described(said)).toEqual({ id, ...said, asImported: null })
  expect(await graphHash(driver)).toBe(before)
  await bring({ ...said, name: 'Synthetic cases of 2019' }, 'under the name that is free again', 50)
  expect((await corpora()).map((one) => one.id).sort()).toEqual(['corpus:synthetic-cases-of-2019', id])
})

it('refuses what cannot be said, by field, and changes nothing then', async () => {
  await bring({ ...said, name: 'Another one' }, 'another', 45)
  await importRecords(driver, { ...syntheticImport(syntheticRecords(50), 'ours'), corpus: curatedCorpus }, taxonomy)
  const before = await graphHash(driver)
  const { id: sample, ...ours } = curatedCorpus
  const refused: [string, object, string][] = [
    [id, { ...said, name: 'ANOTHER one' }, 'body.name'],
    [id, { ...said, name: ' ' }, 'body.name'],
    [id, { ...said, name: '–' }, 'body.name'],
    [id, { ...said, sampling: 'complete', periodFrom: '2019-01-01' }, 'body.periodTo'],
    [id, { ...edited, periodTo: '2018-12-31' }, 'body.periodTo'],
    [id, { ...said, periodFrom: '2019-02-30' }, 'body.periodFrom'],
    [id, { ...said, colour: 'red' }, 'body'],
    [sample, { ...ours, sampling: 'complete' }, 'body.sampling'],
    [sample, { ...ours, name: 'All of EUvsDisinfo' }, 'body.name'],
  ]
  for (const [which, choice, field] of refused) {
    const answer = await describe(which, choice)
    expect(answer.status, JSON.stringify(choice)).toBe(400)
    expect(problemDetailsSchema.parse(answer.body).errors?.map((one) => one.path), JSON.stringify(choice)).toContain(field)
  }
  expect((await describe('corpus:never', said)).status).toBe(404)
  expect(await graphHash(driver)).toBe(before)
  // What ships is brought in without asking whose corpus it is, and leaves a person's words alone all the same.
  expect((await describe(sample, { ...ours, description: 'A sample, to begin with.' })).status).toBe(200)
  await importRecords(driver, { ...syntheticImport(syntheticRecords(50), 'ours'), corpus: curatedCorpus }, taxonomy)
  expect((await corpora()).find((one) => one.id === sample)?.description).toBe('A sample, to begin with.')
})

it('is written by nobody without the token that the server asks for', async () => {
  const guarded = createApp({
    driver, related: new RelatedService(driver), importer: { dryRun: () => Promise.reject(new Error('none')), importPage: () => Promise.reject(new Error('none')) }, imports: testImports(driver, home),
    logger: pino({ level: 'silent' }), webRoot: null, allowedHosts: ['127.0.0.1'], writeToken: 'made-up token', requestsPerMinute: 1_000, version: '0.0.0-test',
  })
  await request(guarded).post(`/api/corpora/${at(id)}`).send(edited).expect(403)
  expect((await corpora())[0]?.name).toBe(said.name)
  await request(guarded).post(`/api/corpora/${at(id)}`).set('Authorization', 'Bearer made-up token').send(edited).expect(200)
  await request(guarded).post(`/api/corpora/${at(id)}`).set('Authorization', 'Bearer made-up token').type('text/plain').send('x').expect(415)
})

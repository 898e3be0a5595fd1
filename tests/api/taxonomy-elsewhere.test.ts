import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import request from 'supertest'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { jobSchema } from '#graph-schema/api/jobs.ts'
import type { TaxonomyChange } from '#graph-schema/api/taxonomy.ts'
import { uploadSchema } from '#graph-schema/api/uploads.ts'
import { graphHash } from '#server/analysis/graph-hash.ts'
import { batchId } from '#server/ingest/batch-id.ts'
import { createImportService } from '#server/ingest/import-service.ts'
import { importRecords } from '#server/ingest/import-records.ts'
import { linkingInForce } from '#server/ingest/link-in-force.ts'
import { undoImport } from '#server/ingest/undo-import.ts'
import { CancelledError, UnusableTaxonomyError } from '#server/errors.ts'
import { editableNarratives } from '#server/narratives/change-taxonomy.ts'
import { readModel, writeModel } from '#server/narratives/model/model-file.ts'
import { shippedModel, type Taxonomy } from '#server/narratives/taxonomy.ts'
import { storeTaxonomy } from '#server/narratives/store-taxonomy.ts'
import { loadTaxonomyInForce } from '#server/narratives/taxonomy-in-force.ts'
import { keepTrainedModel, takeTrainedModelAway } from '#server/narratives/trained-model.ts'
import type { GraphDriver } from '#server/neo4j/driver.ts'
import { casePage } from '#server/neo4j/queries/case-page.ts'
import { writeEdition } from '#server/neo4j/queries/write/taxonomy-edition.ts'
import { writeTrainedModel } from '#server/neo4j/queries/write/trained-model.ts'
import { everything, wipeGraph } from '#server/neo4j/wipe.ts'
import { findProjectRoot } from '#server/project-root.ts'
import { keepRejected, readRejected, takeRejectedBack } from '#server/review/rejected-candidates.ts'
import { syntheticImport } from '#tests/builders/synthetic-import.ts'
import { syntheticRecords } from '#tests/builders/synthetic-records.ts'
import { emptyGraph } from '#tests/setup/graph.ts'
import { testApp, testImports } from './test-app.ts'

const root = findProjectRoot()
const driver: GraphDriver = await emptyGraph()
const home = await mkdtemp(path.join(os.tmpdir(), 'throughline-elsewhere-'))

/** Two processes on one database: each has loaded the taxonomy that ships, and neither is told what the other does. */
let here: ReturnType<typeof testImports>
let elsewhere: ReturnType<typeof testImports>

beforeEach(async () => {
  await wipeGraph(driver, everything)
  ;[here, elsewhere] = [testImports(driver, path.join(home, 'here')), testImports(driver, path.join(home, 'elsewhere'))]
  await Promise.all([here.inForce.current(driver), elsewhere.inForce.current(driver)])
})
afterAll(async () => {
  await driver.close()
  await rm(home, { recursive: true, force: true })
})

const line = (name: string, patterns: string): TaxonomyChange => ({ kind: 'add', narrative: { name, definition: 'Only in this test.', techniques: [], polyNarrative: [], aliases: [], keywords: [], patterns, head: null } })
const linksOf = async (id: string) => (await driver.run(casePage, { id }))[0]?.links ?? []

async function importByJob(title: string): Promise<string> {
  const app = testApp(driver, here)
  const upload = uploadSchema.parse((await request(app).post('/api/uploads?name=posts.csv').set('Content-Type', 'application/octet-stream').send(Buffer.from(`date,id,title,countries,keywords,languages,outlets\n2019-01-11,https://euvsdisinfo.eu/report/elsewhere,${title},Ukraine,,Russian,Synthetic outlet\n`))).body)
  let job = jobSchema.parse((await request(app).post(`/api/uploads/${upload.id}/import`).send({ plan: upload.recognised[0]?.plan, corpus: upload.corpus })).body)
  while (job.state === 'queued' || job.state === 'running') {
    await new Promise((resolve) => setTimeout(resolve, 20))
    job = here.jobs.get(job.id)
  }
  expect(job.state, job.failure ?? '').toBe('done')
  return 'case:euvsdisinfo/elsewhere'
}

async function importPage(title: string): Promise<string> {
  const { caseIds } = await createImportService(driver, here).importPage({ fileName: 'page.txt', text: `Disinfo: ${title}` })
  return caseIds[0] ?? ''
}

describe('what another process does to the taxonomy', () => {
  it.each([
    ['an import job', importByJob],
    ['a page', importPage],
  ])('holds for %s that begins afterwards', async (_what, bring) => {
    await elsewhere.editor.apply(line('Made-up line of elsewhere', 'zebras'), 'Ada')
    expect((await linksOf(await bring('Synthetic zebras in the museum'))).map(({ id }) => id)).toContain('narrative:made-up-line-of-elsewhere')
  })

  it('holds for the cases of an import under which it was changed', async () => {
    const [one, other] = syntheticRecords(2).map((record) => ({ ...record, title: `Synthetic zebras ${String(record.row)}`, claim: null, refersTo: [], sourceUrl: `https://example.org/report/zebras-${String(record.row)}/` }))
    if (one === undefined || other === undefined) throw new Error('no records')
    await linkingInForce(driver, here.inForce, async (taxonomy) => {
      await importRecords(driver, syntheticImport([one], 'one.json'), taxonomy)
      await elsewhere.editor.apply(line('Made-up line of elsewhere', 'zebras'), 'Ada')
      await importRecords(driver, syntheticImport([other], 'other.json'), taxonomy)
    })
    for (const row of [1, 2]) expect((await linksOf(`case:synthetic/report-zebras-${String(row)}`)).map(({ id }) => id)).toContain('narrative:made-up-line-of-elsewhere')
  })

  describe('while an import is stopped', () => {
    const zebras = syntheticRecords(4).map((record) => ({ ...record, title: `Synthetic zebras ${String(record.row)}`, claim: null, refersTo: [], sourceUrl: `https://example.org/report/zebras-${String(record.row)}/` }))
    const input = () => syntheticImport(zebras, 'zebras.json')
    const made = 'narrative:made-up-line-of-elsewhere'

    /** Imports row by row. Before the third one the taxonomy is changed elsewhere, which links anew what is there; the third is written with the former one, and then it stops. */
    function bringUntilStopped(taxonomy: Taxonomy, reason: Error) {
      const stopping = new AbortController()
      let changed: Promise<unknown> = Promise.resolve()
      async function* items() {
        for await (const item of input().items) {
          if (item.is === 'case' && item.record.row === 3) changed = elsewhere.editor.apply(line('Made-up line of elsewhere', 'zebras'), 'Ada')
          await changed
          yield item
        }
      }
      return importRecords(driver, { ...input(), items: items() }, taxonomy, {
        rowsPerChunk: 1, signal: stopping.signal,
        onProgress: ({ read }) => {
          if (read === 3) stopping.abort(reason)
        },
      })
    }

    const linked = async () => Promise.all(zebras.map(async ({ row }) => (await linksOf(`case:synthetic/report-zebras-${String(row)}`)).some(({ id }) => id === made)))

    it('is caught up at once where a person stopped it', async () => {
      await expect(linkingInForce(driver, here.inForce, (taxonomy) => bringUntilStopped(taxonomy, new CancelledError('Stopped by a person.')))).rejects.toThrow('Stopped by a person.')
      expect(await linked()).toEqual([true, true, true, false])
    })

    it('is caught up when it goes on after a shutdown, and gives the graph of an import that began with it', async () => {
      await expect(linkingInForce(driver, here.inForce, (taxonomy) => bringUntilStopped(taxonomy, new Error('shutdown')))).rejects.toThrow('shutdown')
      // Else this would prove nothing.
      expect(await linked()).toContain(false)
      await linkingInForce(driver, here.inForce, (taxonomy) => importRecords(driver, input(), taxonomy, { rowsPerChunk: 1 }))
      expect(await linked()).toEqual([true, true, true, true])
      const gone = await graphHash(driver)
      await wipeGraph(driver)
      await storeTaxonomy(driver, await here.inForce.current(driver))
      await linkingInForce(driver, here.inForce, (taxonomy) => importRecords(driver, input(), taxonomy, { rowsPerChunk: 1 }))
      expect(await graphHash(driver)).toBe(gone)
    })

    it('is caught up when taking an import out goes on after a shutdown, in what others state too', async () => {
      const former = await here.inForce.current(driver)
      for (const of of [syntheticImport(zebras.slice(0, 3), 'others.json'), input()]) await importRecords(driver, of, former)
      await elsewhere.editor.apply(line('Made-up line of elsewhere', 'zebras'), 'Ada')
      const stopping = new AbortController()
      await expect(undoImport(driver, batchId(input()), former, { signal: stopping.signal, onProgress: () => stopping.abort(new Error('shutdown')) })).rejects.toThrow('shutdown')
      expect(await linked()).toContain(false)
      await linkingInForce(driver, here.inForce, (taxonomy) => undoImport(driver, batchId(input()), taxonomy))
      expect(await linked()).toEqual([true, true, true, false])
    })
  })

  it('is what a preview goes by, and what a change is made of', async () => {
    await elsewhere.editor.apply(line('Made-up line of elsewhere', 'zebras'), 'Ada')
    const retire: TaxonomyChange = { kind: 'retire', id: 'narrative:made-up-line-of-elsewhere' }
    expect((await here.editor.preview(retire, new AbortController().signal)).before.nameOf.get('narrative:made-up-line-of-elsewhere')).toBe('Made-up line of elsewhere')
    await here.editor.apply(retire, 'Bea')
    expect((await elsewhere.editor.current(driver)).taxonomy.nameOf.has('narrative:made-up-line-of-elsewhere')).toBe(false)
  })

  it('is not lost when both change it at the same moment, nor is what we do', async () => {
    await importPage('Synthetic zebras and giraffes')
    await Promise.all([...['zebras', 'lions', 'bears'].map((word) => elsewhere.editor.apply(line(`Line of ${word}`, word), 'Ada')), here.editor.apply(line('Line of giraffes', 'giraffes'), 'Bea')])
    const { taxonomy } = await here.editor.current(driver)
    for (const word of ['zebras', 'lions', 'bears', 'giraffes']) expect([...taxonomy.nameOf.keys()]).toContain(`narrative:line-of-${word}`)
    expect(await here.editor.history(driver)).toHaveLength(4)
    const id = await importPage('Synthetic zebras and giraffes')
    expect((await linksOf(id)).map((link) => link.id)).toEqual(expect.arrayContaining(['narrative:line-of-zebras', 'narrative:line-of-giraffes']))
  })

  it('keeps the first of two edits of the same narrative that began with the same text, and refuses the second', async () => {
    const was = editableNarratives((await here.editor.current(driver)).source).find(({ id }) => id === 'narrative:deep-state')
    if (was === undefined) throw new Error('no narrative')
    const edits = ['first', 'second'].map((definition, at) => (at === 0 ? here : elsewhere).editor.apply({ kind: 'edit', narrative: { ...was, definition }, was }, 'Ada'))
    const ends = await Promise.allSettled(edits)
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await here.editor.history(driver)).toHaveLength(1)
    const kept = editableNarratives((await here.editor.current(driver)).source).find(({ id }) => id === was.id)?.definition
    expect(kept).toBe(ends[0]?.status === 'fulfilled' ? 'first' : 'second')
  })

  it('can be undone here, one change at a time, back to the taxonomy that ships', async () => {
    const shipped = (await here.inForce.current(driver)).version
    const { id: first } = await elsewhere.editor.apply(line('First line', 'zebras'), 'Ada')
    const { id: second, taxonomy } = await elsewhere.editor.apply(line('Second line', 'lions'), 'Ada')
    const undone = await here.editor.goBack(second, 'Bea')
    expect([...undone.taxonomy.nameOf.keys()]).toContain('narrative:first-line')
    expect(undone.taxonomy.nameOf.has('narrative:second-line')).toBe(false)
    expect((await here.editor.goBack(undone.id, 'Bea')).taxonomy.version).toBe(taxonomy.version)
    expect((await here.editor.goBack(first, 'Bea')).taxonomy.version).toBe(shipped)
    expect(await elsewhere.editor.current(driver)).toMatchObject({ isOwn: false })
  })
})

/** The model that ships, without any label: it neither agrees nor suggests. */
function silentModel() {
  const shipped = shippedModel(root)
  if (shipped === null) throw new Error('no model ships')
  const text = writeModel({ ...shipped, labels: [], judgesOf: new Map() })
  return { text, model: readModel(text) }
}

describe('a model that another process trained', () => {
  it.each([
    ['an import job', importByJob],
    ['a page', importPage],
  ])('links the cases of %s that begins afterwards, until it is taken away', async (_what, bring) => {
    const { text, model } = silentModel()
    await keepTrainedModel(driver, model, text)
    const links = await linksOf(await bring('Synthetic: the Deep State rules'))
    expect(links.find(({ id }) => id === 'narrative:deep-state')?.tier).toBe('pattern')
    expect((await here.inForce.current(driver)).model?.version).toBe(model.version)
    expect(await takeTrainedModelAway(driver)).toBe(true)
    expect((await here.inForce.current(driver)).model?.version).toBe(shippedModel(root)?.version)
    expect(await takeTrainedModelAway(driver)).toBe(false)
  })
})

describe('what this version cannot use', () => {
  it('is said in one error with a way out, and a taxonomy that no longer compiles stops nothing but what needs it', async () => {
    await driver.run(writeEdition, { row: { id: 'edition:2020-01-01-000001', number: 1, at: '2020-01-01T00:00:00.000Z', by: 'Ada', what: 'made by another version', source: '{"format":"throughline-taxonomy-0"}' } })
    await expect(loadTaxonomyInForce(driver, root)).rejects.toThrow(UnusableTaxonomyError)
    const { body } = await request(testApp(driver, here)).get('/api/taxonomy').expect(409)
    expect(body).toMatchObject({ type: 'urn:throughline:unusable-taxonomy' })
    expect(JSON.stringify(body)).toContain('throughline taxonomy restore')
    await request(testApp(driver, here)).get('/api/overview').expect(200)
  })

  it('names the model where it is the model', async () => {
    await driver.run(writeTrainedModel, { row: { id: 'model:trained-here', version: 'other', content: '{}', trainedAt: '2020-01-01T00:00:00.000Z' } })
    await expect(loadTaxonomyInForce(driver, root)).rejects.toMatchObject({ remedy: expect.stringContaining('train --restore') })
    expect((await loadTaxonomyInForce(driver, root, { model: 'none' })).model).toBeNull()
  })
})

describe('wiping', () => {
  it('leaves the edited taxonomy, the trained model and rejected proposals, unless they are asked for', async () => {
    const { text, model } = silentModel()
    const cases = ['case:synthetic/a', 'case:synthetic/b', 'case:synthetic/c']
    await elsewhere.editor.apply(line('Made-up line', 'zebras'), 'Ada')
    await keepTrainedModel(driver, model, text)
    expect(await keepRejected(driver, 'Ada', cases)).toBe(1)
    expect(await keepRejected(driver, 'Bea', [...cases].reverse())).toBe(1)
    await wipeGraph(driver)
    expect((await here.inForce.state(driver)).isOwn).toBe(true)
    expect((await here.inForce.current(driver)).model?.version).toBe(model.version)
    expect((await readRejected(driver))(cases.slice(1))).toBe(true)
    expect(await takeRejectedBack(driver, cases)).toBe(0)
    expect((await readRejected(driver))(cases)).toBe(false)
    await wipeGraph(driver, { model: true })
    expect((await here.inForce.current(driver)).model?.version).not.toBe(model.version)
    expect((await here.inForce.state(driver)).isOwn).toBe(true)
    await wipeGraph(driver, everything)
    expect(await here.inForce.state(driver)).toMatchObject({ isOwn: false, edition: null })
  })
})

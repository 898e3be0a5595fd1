import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dossierEndpoint } from '#graph-schema/api/narratives.ts'
import { changeTaxonomyEndpoint, previewTaxonomyEndpoint, taxonomyEndpoint, taxonomyFileEndpoint, taxonomyProgressEndpoint } from '#graph-schema/api/taxonomy.ts'
import { graphHash } from '#server/analysis/graph-hash.ts'
import { decide } from '#server/ingest/decide.ts'
import { importRecords } from '#server/ingest/import-records.ts'
import { storeTaxonomy } from '#server/narratives/store-taxonomy.ts'
import type { TaxonomyEditor } from '#server/narratives/taxonomy-editor.ts'
import { loadTaxonomyInForce } from '#server/narratives/taxonomy-in-force.ts'
import type { GraphDriver } from '#server/neo4j/driver.ts'
import { casePage } from '#server/neo4j/queries/case-page.ts'
import { narrativeRules } from '#server/neo4j/queries/narrative-rules.ts'
import { node } from '#server/neo4j/queries/node.ts'
import { findProjectRoot } from '#server/project-root.ts'
import { syntheticImport } from '#tests/builders/synthetic-import.ts'
import { syntheticRecords } from '#tests/builders/synthetic-records.ts'
import { emptyGraph } from '#tests/setup/graph.ts'
import { testApp, testImports } from './test-app.ts'

const deepState = 'narrative:deep-state'
let driver: GraphDriver
let home: string
let app: ReturnType<typeof testApp>
let editor: TaxonomyEditor

beforeAll(async () => {
  driver = await emptyGraph()
  home = await mkdtemp(path.join(os.tmpdir(), 'throughline-taxonomy-'))
  const imports = testImports(driver, home)
  editor = imports.editor
  app = testApp(driver, { ...imports })
  const taxonomy = await imports.inForce.current(driver)
  await storeTaxonomy(driver, taxonomy)
  await importRecords(driver, syntheticImport(syntheticRecords(80)), taxonomy)
})
afterAll(async () => {
  await driver.close()
  await rm(home, { recursive: true, force: true })
})

const read = async () => taxonomyEndpoint.response.parse((await request(app).get('/api/taxonomy').expect(200)).body)
const apply = async (change: object) => changeTaxonomyEndpoint.response.parse((await request(app).post('/api/taxonomy/changes').send({ by: 'Ada', change }).expect(200)).body)
const goBack = async (id: string) => changeTaxonomyEndpoint.response.parse((await request(app).post('/api/taxonomy/undo').send({ by: 'Ada', id }).expect(200)).body)

async function own(id: string) {
  const found = (await read()).narratives.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no ${id}`)
  return found
}

describe('editing the taxonomy', () => {
  it('says what would move, moves it, and goes back to the very same graph', async () => {
    const before = await graphHash(driver, 'domain')
    const change = { kind: 'edit', narrative: { ...(await own(deepState)), name: 'Zzz a hidden state', keywords: [], patterns: 'museum' } }
    const preview = previewTaxonomyEndpoint.response.parse((await request(app).post('/api/taxonomy/preview').send({ change }).expect(200)).body)
    expect(await graphHash(driver, 'domain')).toBe(before)
    expect(preview.dropped).toBeGreaterThan(0)
    expect(preview.added).toBeGreaterThan(0)

    const { undo, ...moved } = await apply(change)
    expect(moved).toEqual(preview)
    expect((await driver.run(node, { id: deepState }))[0]).toMatchObject({ name: 'Zzz a hidden state' })
    expect(await read()).toMatchObject({ isOwn: true, history: [{ by: 'Ada', what: 'edited “Deep State”, now “Zzz a hidden state”' }] })
    expect((await loadTaxonomyInForce(driver, findProjectRoot())).version).toBe((await read()).version)
    await goBack(undo)
    expect(await graphHash(driver, 'domain')).toBe(before)
    expect(await read()).toMatchObject({ isOwn: false })
  })

  it('tells how far a preview has come, and stops one for which nobody waits', async () => {
    const progress = async () => taxonomyProgressEndpoint.response.parse((await request(app).get('/api/taxonomy/progress').expect(200)).body).running
    expect(await progress()).toBeNull()
    const told: unknown[] = []
    const leaving = new AbortController()
    const change = { kind: 'edit' as const, narrative: { ...(await own(deepState)), patterns: 'museum' } }
    const watched = editor.preview(change, leaving.signal).finally(() => told.push(editor.progress))
    while (told.length === 0) {
      if (editor.progress !== null) told.push(editor.progress)
      await new Promise((resolve) => setImmediate(resolve))
    }
    const { cases } = (await watched).outcome
    expect(cases).toBeGreaterThan(0)
    expect(told[0]).toEqual({ done: cases, all: cases })
    expect(await progress()).toBeNull()
    leaving.abort(new Error('left'))
    await expect(editor.preview(change, leaving.signal)).rejects.toThrow('left')
    expect(await progress()).toBeNull()
  })

  it('refuses a pattern that cannot be read, naming line and column, and changes nothing', async () => {
    const before = await read()
    const change = { kind: 'edit', narrative: { ...(await own(deepState)), patterns: 'deep state\nshadow ..40 x' } }
    for (const address of ['/api/taxonomy/preview', '/api/taxonomy/changes']) {
      const { body } = await request(app).post(address).send(address.endsWith('preview') ? { change } : { change, by: 'Ada' }).expect(400)
      expect(JSON.stringify(body)).toContain('line 2, column 10')
    }
    expect(await read()).toEqual(before)
  })

  it('lets decisions on a merged narrative count for the one into which it was merged', async () => {
    const { undo: added } = await apply({ kind: 'add', narrative: { name: 'Made-up test line', definition: 'Only in this test.', techniques: [], polyNarrative: [], aliases: [], keywords: [], patterns: 'weather', head: null } })
    const taxonomy = await loadTaxonomyInForce(driver, findProjectRoot())
    const subject = (await driver.run(casePage, { id: 'case:synthetic/report-synthetic-0' }))[0]?.case.id
    if (subject === undefined) throw new Error('no case')
    await decide(driver, [{ caseId: subject, narrativeId: 'narrative:made-up-test-line', verdict: 'accepted', coder: 'Ada', role: 'coding', note: null }], taxonomy)
    await apply({ kind: 'merge', id: 'narrative:made-up-test-line', into: deepState })
    const links = (await driver.run(casePage, { id: subject }))[0]?.links ?? []
    expect(links.find(({ id }) => id === deepState)?.tier).toBe('accepted')
    await goBack(added)
  })

  it('says the same before and after where a narrative goes', async () => {
    const change = { kind: 'retire', id: deepState }
    const preview = previewTaxonomyEndpoint.response.parse((await request(app).post('/api/taxonomy/preview').send({ change }).expect(200)).body)
    expect(preview.dropped).toBeGreaterThan(0)
    const { undo, ...moved } = await apply(change)
    expect(moved).toEqual(preview)
    expect(await goBack(undo)).toMatchObject({ added: preview.dropped, dropped: 0 })
  })

  it('splits a narrative: what goes over links to the new one, what stays to the old one, until it is undone', async () => {
    const { patterns } = await own(deepState)
    const before = await graphHash(driver, 'domain')
    const lines = patterns.split('\n').filter((line) => line === 'deep state' || line.startsWith('deep state'))
    expect(lines.length).toBeGreaterThan(0)
    const linked = async (id: string) => (await driver.run(narrativeRules, { id })).length
    const change = { kind: 'split', id: deepState, narrative: { name: 'Deepest State', definition: 'Only in this test.', head: (await own(deepState)).head }, keywords: [], lines }
    const preview = previewTaxonomyEndpoint.response.parse((await request(app).post('/api/taxonomy/preview').send({ change }).expect(200)).body)
    const had = await linked(deepState)
    const { undo, ...moved } = await apply(change)
    expect(moved).toEqual(preview)
    expect(await linked('narrative:deepest-state')).toBeGreaterThan(0)
    expect(await linked(deepState)).toBeLessThan(had)
    expect((await own(deepState)).patterns).not.toContain(lines[0] ?? '')
    expect((await read()).history[0]).toMatchObject({ by: 'Ada', what: 'split “Deepest State” off “Deep State”' })
    await goBack(undo)
    expect(await graphHash(driver, 'domain')).toBe(before)
  })

  it('keeps techniques and labels of PolyNarrative, gives them to the dossier, and refuses a label that is none', async () => {
    const narrative = { ...(await own(deepState)), techniques: ['T0022', 'T0085.001 Develop AI-Generated Text'], polyNarrative: ['the eu is divided'] }
    const { undo } = await apply({ kind: 'edit', narrative })
    const dossier = dossierEndpoint.response.parse((await request(app).get(`/api/narratives/${encodeURIComponent(deepState)}`).expect(200)).body)
    expect(dossier.polyNarrative).toEqual(['URW: Discrediting the West, Diplomacy: The EU is divided'])
    expect(dossier.techniques.map(({ disarmId }) => disarmId)).toEqual(['T0022', 'T0085.001'])
    expect((await own(deepState)).techniques[1]).toBe('T0085.001 Develop AI-Generated Text')
    for (const wrong of [{ polyNarrative: ['Colour revolutions'] }, { techniques: ['T9999'] }, { techniques: ['Conspiracy'] }]) await request(app).post('/api/taxonomy/preview').send({ change: { kind: 'edit', narrative: { ...narrative, ...wrong } } }).expect(400)
    await goBack(undo)
  })

  it('travels as one file', async () => {
    const { text } = taxonomyFileEndpoint.response.parse((await request(app).get('/api/taxonomy/file').expect(200)).body)
    expect(await apply({ kind: 'replace', text })).toMatchObject({ added: 0, dropped: 0, tierChanged: 0 })
  })
})

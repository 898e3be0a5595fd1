import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import request from 'supertest'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { casesEndpoint } from '#graph-schema/api/cases.ts'
import { importCasesEndpoint, importPageEndpoint, importsEndpoint } from '#graph-schema/api/imports.ts'
import { type Job, jobSchema, jobsEndpoint } from '#graph-schema/api/jobs.ts'
import { lookEndpoint, type Upload, uploadSchema } from '#graph-schema/api/uploads.ts'
import { graphHash } from '#server/analysis/graph-hash.ts'
import { createImportService } from '#server/ingest/import-service.ts'
import { storeTaxonomy } from '#server/narratives/store-taxonomy.ts'
import { loadTaxonomy } from '#server/narratives/taxonomy.ts'
import type { GraphDriver } from '#server/neo4j/driver.ts'
import { wipeGraph } from '#server/neo4j/wipe.ts'
import { findProjectRoot } from '#server/project-root.ts'
import { emptyGraph } from '#tests/setup/graph.ts'
import { testApp, testImports } from './test-app.ts'

const taxonomy = loadTaxonomy(findProjectRoot())
let driver: GraphDriver
let home: string
let imports: ReturnType<typeof testImports>
let app: ReturnType<typeof testApp>

beforeAll(async () => {
  driver = await emptyGraph()
})
beforeEach(async () => {
  await wipeGraph(driver)
  await storeTaxonomy(driver, taxonomy)
  if (home !== undefined) await rm(home, { recursive: true, force: true })
  home = await mkdtemp(path.join(os.tmpdir(), 'throughline-imports-'))
  imports = testImports(driver, home, 3_000_000)
  app = testApp(driver, imports)
})
afterAll(async () => {
  await driver.close()
  await rm(home, { recursive: true, force: true })
})

/** A table of labelled synthetic cases in the Frictionless form; every tenth row is a fault, every seventh outlet is junk. */
function table(rows: number, from = 1): string {
  const lines = ['date,id,title,countries,keywords,languages,outlets']
  for (let row = from; row < from + rows; row += 1) {
    const title = row % 10 === 0 ? '' : `Synthetic case ${String(row)} about bread`
    lines.push(`2019-0${String(1 + (row % 9))}-11,https://euvsdisinfo.eu/report/synthetic-${String(row)},${title},Ukraine+Russia,Synthetic keyword ${String(row % 5)},Russian,${row % 7 === 0 ? 'Show more' : `Synthetic outlet ${String(row % 20)}`}`)
  }
  return `${lines.join('\n')}\n`
}

async function send(name: string, content: string | Buffer): Promise<Upload> {
  const answer = await request(app).post(`/api/uploads?name=${encodeURIComponent(name)}`).set('Content-Type', 'application/octet-stream').send(Buffer.isBuffer(content) ? content : Buffer.from(content))
  expect(answer.status, answer.text).toBe(200)
  return uploadSchema.parse(answer.body)
}

async function ended(id: string): Promise<Job> {
  for (;;) {
    const job = jobSchema.parse((await request(app).get(`/api/jobs/${encodeURIComponent(id)}`)).body)
    if (job.state !== 'queued' && job.state !== 'running') return job
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function start(upload: Upload, what: 'dry-run' | 'import', more: object = {}): Promise<Job> {
  const plan = upload.recognised[0]?.plan
  const answer = await request(app).post(`/api/uploads/${upload.id}/${what}`).send(what === 'import' ? { plan, corpus: upload.corpus, ...more } : { plan, ...more })
  expect(answer.status, answer.text).toBe(200)
  return jobSchema.parse(answer.body)
}
const run = async (upload: Upload, what: 'dry-run' | 'import', more: object = {}) => ended((await start(upload, what, more)).id)
const get = async (at: string): Promise<unknown> => (await request(app).get(at)).body

describe('a file', () => {
  it('is sent, recognised, looked at, tried, imported, looked up and undone', async () => {
    const empty = await graphHash(driver)
    const upload = await send('posts of mine.csv', table(200))
    expect(upload).toMatchObject({ name: 'posts of mine.csv', problem: null, alreadyImported: [], corpus: { name: 'posts of mine', sampling: 'selected' } })
    expect(upload.recognised[0]?.plan).toMatchObject({ format: 'posts-csv', encoding: 'utf-8', delimiter: ',' })

    const look = lookEndpoint.response.parse((await request(app).post(`/api/uploads/${upload.id}/look`).send({ plan: upload.recognised[0]?.plan })).body)
    expect(look.columns).toEqual(['date', 'id', 'title', 'countries', 'keywords', 'languages', 'outlets'])
    expect(look.rows[0]?.case).toMatchObject({ title: 'Synthetic case 1 about bread', countries: ['Ukraine', 'Russia'] })

    const tried = await run(upload, 'dry-run')
    expect(tried).toMatchObject({ state: 'done', report: { rows: { read: 200, accepted: 180, merged: 0, rejected: 20 }, alreadyImported: false } })
    expect(await graphHash(driver)).toBe(empty)

    const done = await run(upload, 'import')
    expect(done).toMatchObject({ state: 'done', kind: 'import', rows: { read: 200, accepted: 180, merged: 0, rejected: 20 }, progress: { part: 1 } })
    const counted = (job: Job) => Object.fromEntries((job.report?.created ?? []).map(({ kind, count }) => [kind, count]))
    expect(counted(done)).toEqual(counted(tried))
    expect(counted(done)).toMatchObject({ Case: 180, Outlet: 18, Keyword: 5, Country: 2, Language: 1 })
    expect(done.report?.problemCount).toBe(tried.report?.problemCount)

    const batch = encodeURIComponent(done.batch ?? '')
    const page = importPageEndpoint.response.parse(await get(`/api/imports/${batch}`))
    expect(page).toMatchObject({ file: 'posts of mine.csv', sha256: upload.sha256, status: 'done', cases: 180, casesOfItsOwn: 180, hasFindings: true, rows: { read: 200, accepted: 180, merged: 0, rejected: 20 } })
    expect(page.columns.find(({ column }) => column === 'outlets')?.junk).toBeGreaterThan(0)
    expect(page.problems).toHaveLength(Math.min(100, page.problemCount))
    const cases = importCasesEndpoint.response.parse(await get(`/api/imports/${batch}/cases?limit=3`))
    expect(cases).toMatchObject({ total: 180, cases: [{ row: 1, raw: { title: 'Synthetic case 1 about bread', outlets: 'Synthetic outlet 1' }, others: 0 }, { row: 2 }, { row: 3 }] })

    expect(page.casesCounted).toBe(180)
    const listed = casesEndpoint.response.parse(await get(`/api/cases?import=${batch}&limit=1`))
    expect(listed.total).toBe(page.rows.accepted + page.rows.merged)
    expect(listed.facets.country.map(({ count }) => count)).toEqual([180, 180])
    expect(casesEndpoint.response.parse(await get(`/api/cases?import=${batch}&from=2020-01-01`)).total).toBe(0)

    const findings = await request(app).get(`/api/imports/${batch}/findings.csv`)
    expect(findings.headers['content-disposition']).toContain('attachment')
    const lines: { finding: string }[] = parse(findings.text, { columns: true })
    expect(lines.filter(({ finding }) => finding === 'problem')).toHaveLength(page.problemCount)
    expect(lines.filter(({ finding }) => finding === 'cleaning')).toHaveLength(page.cleanings.reduce((sum, { count }) => sum + count, 0))

    const undo = await request(app).post(`/api/imports/${batch}/undo`).send({})
    const undone = await ended(jobSchema.parse(undo.body).id)
    expect(undone).toMatchObject({ state: 'done', kind: 'undo', undone: { casesDeleted: 180, casesKept: 0 } })
    expect(await graphHash(driver)).toBe(empty)
    expect((await request(app).get(`/api/imports/${batch}`)).status).toBe(404)
  })

  it('changes nothing when it comes again, packed or not as often as one likes', async () => {
    const upload = await send('a.csv', table(60))
    await run(upload, 'import')
    const once = await graphHash(driver)
    expect((await send('a.csv', table(60))).alreadyImported).toHaveLength(1)
    const again = await run(upload, 'import')
    expect(again).toMatchObject({ state: 'done', report: { alreadyImported: true, created: [] } })
    expect(await graphHash(driver)).toBe(once)
    const packed = await send('a.csv.gz', gzipSync(table(60)))
    const domain = await graphHash(driver, 'domain')
    expect(await run(packed, 'import', { corpus: upload.corpus })).toMatchObject({ rows: { read: 60, accepted: 0, merged: 54, rejected: 6 } })
    expect(await graphHash(driver, 'domain')).toBe(domain)
  })

  it('counts in the dry run what the import then counts, also against what is there', async () => {
    await run(await send('a.csv', table(40)), 'import')
    const upload = await send('b.csv', table(100, 20) + table(30, 50).split('\n').slice(1).join('\n'))
    const tried = await run(upload, 'dry-run')
    const done = await run(upload, 'import')
    expect(tried.report?.rows).toEqual(done.report?.rows)
    expect(done.rows.merged).toBeGreaterThan(0)
    expect(done.rows.read).toBe(done.rows.accepted + done.rows.merged + done.rows.rejected)
    const names = (job: Job) => new Map((job.report?.created ?? []).map(({ kind, count }) => [kind, count]))
    expect(names(tried)).toEqual(names(done))
  })

  it('can be stopped, is then marked as such, and goes on when it is imported again', async () => {
    const upload = await send('long.csv', table(6_000))
    const job = await start(upload, 'import')
    for (;;) {
      const now = imports.jobs.get(job.id)
      if (now.rows.read > 0 || now.state === 'done') break
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    await request(app).post(`/api/jobs/${encodeURIComponent(job.id)}/cancel`).send({}).expect(200)
    const stopped = await ended(job.id)
    expect(stopped.state).toBe('cancelled')
    const [listed] = importsEndpoint.response.parse(await get('/api/imports')).imports
    expect(listed?.status).toBe('cancelled')
    expect(listed?.rows.read).toBeLessThan(6_000)
    expect(listed?.rows.read).toBe((listed?.rows.accepted ?? 0) + (listed?.rows.merged ?? 0) + (listed?.rows.rejected ?? 0))
    const done = await run(upload, 'import')
    expect(done).toMatchObject({ state: 'done', rows: { read: 6_000, accepted: 5_400, merged: 0, rejected: 600 } })
  })

  it('goes on by itself at the next start when the server stopped in the middle', async () => {
    const upload = await send('long.csv', table(3_000))
    const job = await start(upload, 'import')
    while (imports.jobs.get(job.id).rows.read === 0) await new Promise((resolve) => setTimeout(resolve, 10))
    await imports.jobs.stop()
    expect(importsEndpoint.response.parse(await get('/api/imports')).imports[0]?.status).toBe('running')
    imports = testImports(driver, home)
    app = testApp(driver, imports)
    const [resumed] = await imports.imports.resume()
    expect(await ended(resumed?.id ?? '')).toMatchObject({ state: 'done', batch: job.batch, rows: { read: 3_000, accepted: 2_700, rejected: 300 } })
  })

  it('is not worked on by two jobs at once, and jobs are listed newest first', async () => {
    const upload = await send('a.csv', table(600))
    const first = await start(upload, 'import')
    const second = await request(app).post(`/api/uploads/${upload.id}/import`).send({ plan: upload.recognised[0]?.plan, corpus: upload.corpus })
    expect(second.status).toBe(409)
    await ended(first.id)
    const other = await run(upload, 'dry-run')
    expect(jobsEndpoint.response.parse(await get('/api/jobs')).jobs.map(({ id }) => id)).toEqual([other.id, first.id])
  })
})

describe('what cannot be taken', () => {
  it.each([
    ['a/b.csv'], ['..\\up.csv'], ['nul\0byte.csv'], ['line\nbreak.csv'], [''], ['x'.repeat(201)],
  ])('a name such as %j is refused', async (name) => {
    const answer = await request(app).post(`/api/uploads?name=${encodeURIComponent(name)}`).send(Buffer.from(table(1)))
    expect(answer.status).toBe(400)
    expect(await readdir(path.join(home, 'uploads')).catch(() => [])).toEqual([])
  })

  it('a name that is hostile elsewhere is kept as the text that it is', async () => {
    const name = '<img src=x onerror=alert(1)>.. =cmd.csv'
    const upload = await send(name, table(3))
    expect(upload.name).toBe(name)
    const done = await run(upload, 'import')
    expect(importsEndpoint.response.parse(await get('/api/imports')).imports[0]?.file).toBe(name)
    expect(done.state).toBe('done')
  })

  it('a file past the limit is refused, announced or not, and leaves nothing', async () => {
    const large = Buffer.alloc(3_200_000, 'x')
    const announced = await request(app).post('/api/uploads?name=large.csv').set('Content-Type', 'application/octet-stream').send(large)
    expect(announced.status).toBe(413)
    expect(announced.body).toMatchObject({ type: 'urn:throughline:too-large', detail: expect.stringContaining('large.csv is larger than') })
    await expect(imports.uploads.receive('large.csv', (await import('node:stream')).Readable.from([large]))).rejects.toThrow(/larger than/u)
    expect(await readdir(path.join(home, 'uploads')).catch(() => [])).toEqual([])
  })

  it('an empty body, an unknown id and an unknown format say so', async () => {
    expect((await request(app).post('/api/uploads?name=a.csv').set('Content-Type', 'application/octet-stream').send(Buffer.alloc(0))).status).toBe(400)
    for (const at of ['/api/uploads/0123456789abcdef0123456789abcdef', '/api/uploads/..%2F..%2Fetc%2Fpasswd', '/api/jobs/job:never', '/api/imports/batch:never', '/api/imports/batch:never/cases', '/api/imports/batch:never/findings.csv']) {
      expect((await request(app).get(at)).status, at).toBe(404)
    }
    expect((await request(app).post('/api/imports/batch:never/undo').send({})).status).toBe(404)
    const upload = await send('a.csv', table(3))
    const plan = { ...upload.recognised[0]?.plan, format: 'of-tomorrow' }
    expect((await request(app).post(`/api/uploads/${upload.id}/dry-run`).send({ plan })).status).toBe(400)
  })

  it('a binary file is taken, and told to be none that can be read', async () => {
    const upload = await send('sheet.xlsx', Buffer.from([0x50, 0x4b, 3, 4, ...Array.from({ length: 200 }, (_, index) => index % 256)]))
    expect(upload.recognised).toEqual([])
    expect(upload.problem).toContain('sheet.xlsx')
  })

  it('a corpus of the same name of which something else is said is refused', async () => {
    const upload = await send('a.csv', table(5))
    await run(upload, 'import')
    const other = await send('b.csv', table(5, 100))
    const answer = await request(app).post(`/api/uploads/${other.id}/import`).send({ plan: other.recognised[0]?.plan, corpus: { ...upload.corpus, sampling: 'complete' } })
    expect(answer.status).toBe(400)
    expect(answer.text).toContain('sampling')
    expect((await request(app).post(`/api/uploads/${other.id}/import`).send({ plan: other.recognised[0]?.plan, corpus: { ...upload.corpus, name: 'x', periodFrom: '2020-01-02', periodTo: '2020-01-01' } })).status).toBe(400)
  })

  it('a file that holds nothing but a header fails as a job, in words, and writes nothing', async () => {
    const empty = await graphHash(driver)
    const upload = await send('header.csv', 'date,id,title,countries,keywords,languages,outlets\n')
    const plan = { format: 'posts-csv', encoding: 'utf-8', isGzip: false, delimiter: ',', mapping: null, dateOrder: null, source: null, keepsReporters: false }
    const failed = await ended((await start(upload, 'import', { plan })).id)
    expect(failed).toMatchObject({ state: 'failed', failure: expect.stringContaining('header.csv') })
    expect(await graphHash(driver)).toBe(empty)
  })
})

describe('a data package', () => {
  it('says what the corpus is', async () => {
    const upload = await send('datapackage.json', JSON.stringify({ name: 'made-up', title: 'Made up', description: 'Synthetic.', licenses: [{ title: 'CC0', path: 'https://example.org/cc0' }], temporal: { start: '2019-01-01', end: '2019-12-31' }, resources: [{ path: 'posts.csv' }] }))
    expect(upload.corpus).toEqual({ name: 'Made up', sampling: 'selected', periodFrom: '2019-01-01', periodTo: '2019-12-31', gaps: [], licence: 'CC0, https://example.org/cc0', disclaimer: null, description: 'Synthetic.' })
    expect(upload.recognised).toEqual([])
  })

  it('keeps the description with the import', async () => {
    const upload = await send('a.csv', table(5))
    const corpus = { ...upload.corpus, name: 'Made up', sampling: 'complete', periodFrom: '2019-01-01', gaps: ['none of June'], licence: 'CC0', disclaimer: 'Synthetic.' }
    const done = await run(upload, 'import', { corpus })
    expect(importPageEndpoint.response.parse(await get(`/api/imports/${encodeURIComponent(done.batch ?? '')}`)).corpus).toMatchObject({ ...corpus, id: 'corpus:made-up' })
    expect(await readFile(path.join(home, 'uploads', upload.id), 'utf8')).toBe(table(5))
  })
})

describe('a page that holds nothing but a title', () => {
  it('is told as new with claim and disproof missing, comes in as a case without them, and is unchanged the second time', async () => {
    const page = { fileName: 'title.txt', text: 'Disinfo: Synthetic title of nothing' }
    const importer = createImportService(driver, imports)
    const tried = await importer.dryRun(page)
    expect(tried).toMatchObject({ rows: { read: 1, accepted: 1, merged: 0, rejected: 0 }, cases: [{ effect: 'new', claim: null, disproof: null }], alreadyImported: false })
    expect(tried.problems.map(({ code }) => code).sort()).toEqual(['claim-missing', 'disproof-missing'])
    expect(tried.newEntities).toEqual([{ kind: 'Case', names: ['Synthetic title of nothing'] }])
    const done = await importer.importPage(page)
    expect(done).toMatchObject({ rows: { read: 1, accepted: 1, rejected: 0 }, created: { Case: 1 }, caseIds: [tried.cases[0]?.id] })
    expect(await importer.dryRun(page)).toMatchObject({ rows: { read: 1, accepted: 0, merged: 1 }, cases: [{ effect: 'unchanged' }], newEntities: [], alreadyImported: true })

    const upload = await send(page.fileName, page.text)
    expect(await run(upload, 'dry-run')).toMatchObject({ report: { rows: { read: 1, accepted: 0, merged: 1, rejected: 0 }, created: [], alreadyImported: true } })
  })
})

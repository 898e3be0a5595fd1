import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { caseDocumentSchema } from '#graph-schema/case-document.ts'
import { graphHash } from '#server/analysis/graph-hash.ts'
import { sha256 } from '#server/sha256.ts'
import { loadTaxonomyInForce } from '#server/narratives/taxonomy-in-force.ts'
import { storeEdition } from '#server/narratives/store-edition.ts'
import { writeEdition } from '#server/neo4j/queries/write/taxonomy-edition.ts'
import { findProjectRoot } from '#server/project-root.ts'
import { processesOnTheGraph } from './processes.ts'

const { driver, folder, throughline } = await processesOnTheGraph()

const header = 'date,id,title,countries,keywords,languages,outlets'
const row = (number: number, title = `Synthetic case ${String(number)}`) => `2019-01-0${String(1 + (number % 9))},https://euvsdisinfo.eu/report/synthetic-${String(number)},${title},Ukraine,,Russian,Synthetic outlet`

async function file(name: string, ...lines: string[]): Promise<string> {
  const at = path.join(folder, name)
  await mkdir(path.dirname(at), { recursive: true })
  await writeFile(at, `${lines.join('\n')}\n`)
  return at
}

const answer = z.strictObject({
  file: z.string(), sha256: z.string(), format: z.string(),
  rows: z.strictObject({ read: z.int(), accepted: z.int(), merged: z.int(), rejected: z.int() }),
  created: z.record(z.string(), z.int()),
  problems: z.array(z.object({ row: z.int().nullable(), column: z.string().nullable(), code: z.string(), reason: z.string(), severity: z.string() })),
})

describe('throughline import', () => {
  it('prints one JSON object, and 0, 2 or 1 as its code', async () => {
    const good = await file('good.csv', header, row(1), row(2))
    const first = await throughline('import', good, '--json')
    expect(first.code, first.output).toBe(0)
    expect(answer.parse(JSON.parse(first.printed))).toMatchObject({ file: 'good.csv', sha256: sha256(await readFile(good)), format: 'posts-csv', rows: { read: 2, accepted: 2, merged: 0, rejected: 0 }, created: { Case: 2, Outlet: 1 } })

    const mixed = await throughline('import', await file('mixed.csv', header, row(2), row(3, ''), row(4)), '--json')
    expect(mixed.code, mixed.output).toBe(2)
    const said = answer.parse(JSON.parse(mixed.printed))
    expect(said).toMatchObject({ rows: { read: 3, accepted: 1, merged: 1, rejected: 1 }, created: { Case: 1 } })
    expect(said.problems.filter(({ severity }) => severity === 'rejected')).toEqual([expect.objectContaining({ row: 2, code: 'no-title' })])

    for (const bad of [await file('empty.csv', ''), await file('header.csv', header), path.join(folder, 'never.csv')]) {
      const failed = await throughline('import', bad, '--json')
      expect(failed.code, failed.output).toBe(1)
      expect(failed.printed).toBe('')
      expect(failed.output).toContain(path.basename(bad))
      expect(failed.output).not.toMatch(/^\s+at /mu)
    }
  })

  it('says in a dry run what would come in, and writes nothing', async () => {
    const before = await graphHash(driver)
    const tried = await throughline('import', await file('good.csv', header, row(1), row(2)), '--dry-run', '--json')
    expect(tried.code, tried.output).toBe(0)
    expect(answer.parse(JSON.parse(tried.printed))).toMatchObject({ rows: { read: 2, accepted: 2 }, created: { Case: 2 } })
    expect(await graphHash(driver)).toBe(before)
  })

  it('takes several files and folders; one that cannot be read keeps none of the others out', async () => {
    await file('pile/a.csv', header, row(1))
    await file('pile/deep/b.csv', header, row(2))
    await file('pile/c.csv', 'no', 'case')
    const { code, printed, output } = await throughline('import', path.join(folder, 'pile'), await file('d.csv', header, row(3)), '--json')
    expect(code, output).toBe(1)
    expect(z.object({ files: z.array(answer) }).parse(JSON.parse(printed)).files.map((one) => one.file)).toEqual(['a.csv', 'b.csv', 'd.csv'])
    expect(output).toContain('c.csv')
  })

  it('reads columns by a mapping file, and what is said of the corpus from the package beside it', async () => {
    const mapping = await file('map.json', JSON.stringify({ throughlineMapping: 1, fields: { Aussage: 'title', Land: 'countries' } }))
    await file('package/datapackage.json', JSON.stringify({ title: 'Made up package', licenses: [{ name: 'CC0-1.0' }], resources: [{ path: 'odd.csv' }] }))
    const odd = await file('package/odd.csv', 'Aussage;Land', 'Synthetic claim of bread;Ukraine')
    const imported = await throughline('import', odd, '--mapping', mapping, '--sampling', 'complete', '--json')
    expect(imported.code, imported.output).toBe(0)
    const status = await throughline('status', '--json')
    expect(z.object({ corpora: z.array(z.object({ name: z.string(), sampling: z.string(), licence: z.string().nullable() })) }).parse(JSON.parse(status.printed)).corpora).toEqual([{ name: 'Made up package', sampling: 'complete', licence: 'CC0-1.0' }])
  })
})

describe('throughline batches, undo, wipe', () => {
  it('lists imports, undoes one, and wipes only when told twice', async () => {
    await throughline('import', await file('good.csv', header, row(1), row(2)))
    const once = await graphHash(driver)
    await throughline('import', await file('more.csv', header, row(2), row(3)))
    const batches = await throughline('batches', '--json')
    const [newest] = z.object({ imports: z.array(z.object({ id: z.string(), file: z.string() })) }).parse(JSON.parse(batches.printed)).imports
    expect(newest?.file).toBe('more.csv')
    const undone = await throughline('undo', newest?.id ?? '', '--json')
    expect(undone.code, undone.output).toBe(0)
    expect(JSON.parse(undone.printed)).toMatchObject({ casesDeleted: 1, casesKept: 1 })
    expect(await graphHash(driver)).toBe(once)
    expect((await throughline('undo', 'batch:never')).code).toBe(1)
    expect((await throughline('wipe')).code).toBe(1)
    expect(await graphHash(driver)).toBe(once)
    expect((await throughline('wipe', '--yes')).code).toBe(0)
    expect((await throughline('batches')).printed.trim()).toBe('Nothing was imported yet.')
  })
})

describe('throughline export', () => {
  it('writes every case with its disproof or the word that it is missing, in a form that comes back as the same cases', async () => {
    expect((await throughline('seed')).code).toBe(0)
    const cases = async () => {
      const exported = await throughline('export')
      expect(exported.code, exported.output).toBe(0)
      return exported.printed.trim().split('\n').map((line) => caseDocumentSchema.parse(JSON.parse(line)))
    }
    const before = await cases()
    expect(before.length).toBeGreaterThan(200)
    for (const { disproof, disproofState, licence } of before) {
      expect(disproof === null).toBe(disproofState === 'missing')
      expect(licence).toContain('CC BY 4.0')
    }
    const kinds = async () => z.object({ kinds: z.record(z.string(), z.int()) }).parse(JSON.parse((await throughline('status', '--json')).printed)).kinds
    const counted = await kinds()
    const at = await file('cases.ndjson', ...before.map((one) => JSON.stringify(one)))
    await throughline('wipe', '--yes')
    const imported = await throughline('import', at, '--json')
    expect(answer.parse(JSON.parse(imported.printed)), imported.output).toMatchObject({ format: 'case-json', rows: { read: before.length, accepted: before.length, rejected: 0 } })
    const texts = (documents: typeof before) => documents.map(({ licence: _licence, ...one }) => one)
    expect(texts(await cases())).toEqual(texts(before))
    expect(await kinds()).toEqual(counted)
  })
})

describe('throughline train', () => {
  it('keeps the model of the graph in the graph, so that another home uses it, until it is restored', async () => {
    const versionOf = async () => (await loadTaxonomyInForce(driver, findProjectRoot())).model?.version
    const shipped = await versionOf()
    expect((await throughline('seed')).code).toBe(0)
    const trained = await throughline('train')
    expect(trained.code, trained.output).toBe(0)
    const own = await versionOf()
    expect(own).not.toBe(shipped)
    expect(trained.printed).toContain(`model ${own ?? ''}`)
    const linked = await throughline('link', '--json')
    expect(JSON.parse(linked.printed)).toMatchObject({ model: own })
    expect((await throughline('wipe', '--yes')).code).toBe(0)
    expect(await versionOf()).toBe(own)
    expect((await throughline('train', '--restore')).printed).toContain('Taken away')
    expect(await versionOf()).toBe(shipped)
  })
})

describe('throughline taxonomy', () => {
  it('goes out as a file, comes in again and goes back to the one that ships, each linking all cases', async () => {
    await throughline('import', await file('good.csv', header, row(1, 'Synthetic zebras on the bridge')))
    const exported = await throughline('taxonomy', 'export')
    const { narratives, patterns, ...rest } = z.looseObject({ narratives: z.array(z.looseObject({ id: z.string() })), patterns: z.record(z.string(), z.string()) }).parse(JSON.parse(exported.printed))
    const id = 'narrative:line-of-zebras'
    const edited = { ...rest, narratives: [...narratives, { id, name: 'Line of zebras', head: null, definition: 'Only in this test.', aliases: [], sourceKeywords: [], techniques: [], draftLabels: [] }], patterns: { ...patterns, [id]: 'zebras' } }
    const imported = await throughline('taxonomy', 'import', await file('taxonomy.json', JSON.stringify(edited)))
    expect(imported.code, imported.output).toBe(0)
    expect(imported.printed).toContain('1 links changed')
    const broken = await throughline('taxonomy', 'import', await file('broken.json', JSON.stringify({ ...edited, patterns: { ...patterns, [id]: 'zebras ..40 x' } })))
    expect(broken.code).toBe(1)
    expect(broken.output).toContain('column')
    expect((await throughline('taxonomy', 'restore')).printed).toContain('1 links changed')
    expect((await throughline('taxonomy', 'export')).printed).toBe(exported.printed)
  })

  it('of another version stops an import with a way out, which leads out', async () => {
    const good = await file('good.csv', header, row(1))
    await driver.run(writeEdition, { row: { id: 'edition:2020-01-01-000001', number: 1, at: '2020-01-01T00:00:00.000Z', by: 'Ada', what: 'made by another version', source: '{"format":"throughline-taxonomy-0"}' } })
    const refused = await throughline('import', good)
    expect(refused.code).toBe(1)
    expect(refused.output).toContain('What to do:')
    expect((await throughline('taxonomy', 'export')).printed).toBe('{"format":"throughline-taxonomy-0"}')
    const restored = await throughline('taxonomy', 'restore')
    expect(restored.code, restored.output).toBe(0)
    expect((await throughline('import', good)).code).toBe(0)
  })

  it('is left alone by whoever made theirs of an older edition', async () => {
    expect(await storeEdition(driver, { by: 'Ada', what: 'first', source: null }, null)).not.toBeNull()
    expect(await storeEdition(driver, { by: 'Bea', what: 'second, of nothing', source: null }, null)).toBeNull()
  })
})

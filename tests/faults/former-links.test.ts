import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import request from 'supertest'
import { describe, expect, it } from 'vitest'
import { formerLinksEndpoint, formerLinksWords, linkAnewEndpoint, type TaxonomyChange } from '#graph-schema/api/taxonomy.ts'
import { bringDecisions } from '#server/ingest/decision-file.ts'
import { formerLinksOf } from '#server/ingest/former-links.ts'
import { importRecords } from '#server/ingest/import-records.ts'
import { linkingInForce } from '#server/ingest/link-in-force.ts'
import { relinkAll } from '#server/ingest/relink.ts'
import { storeTaxonomy } from '#server/narratives/store-taxonomy.ts'
import { loadTaxonomyInForce, TaxonomyInForce } from '#server/narratives/taxonomy-in-force.ts'
import { storeEdition } from '#server/narratives/store-edition.ts'
import { changedTaxonomy } from '#server/narratives/change-taxonomy.ts'
import { shippedSource } from '#server/narratives/taxonomy-source.ts'
import { findFreePort } from '#server/neo4j/local-neo4j/free-port.ts'
import { formerLinks, linkedWith } from '#server/neo4j/queries/former-links.ts'
import { beginRelinking, endRelinking } from '#server/neo4j/queries/write/relinking.ts'
import { findProjectRoot } from '#server/project-root.ts'
import { testApp, testImports } from '#tests/api/test-app.ts'
import { syntheticImport } from '#tests/builders/synthetic-import.ts'
import { syntheticRecords } from '#tests/builders/synthetic-records.ts'
import { processesOnTheGraph } from './processes.ts'
import { runApp } from './run-app.ts'

const root = findProjectRoot()
const { driver, folder, env, throughline } = await processesOnTheGraph()

/** More than two pages of linking anew, each case with an address and a link. */
const records = syntheticRecords(1_200).map((record) => ({ ...record, title: `The deep state and zebras, synthetic ${String(record.row)}`, claim: null, refersTo: [], sourceUrl: `https://example.org/report/former-${String(record.row)}/` }))
const zebras: TaxonomyChange = { kind: 'add', narrative: { name: 'Line of zebras', definition: 'Only in this test.', techniques: [], polyNarrative: [], aliases: [], keywords: [], patterns: 'zebras', head: null } }

const inForce = () => loadTaxonomyInForce(driver, root)
const former = async () => formerLinksOf(driver, await inForce())
const madeUp = () => storeEdition(driver, { by: 'Ada', what: 'a made-up edition', source: changedTaxonomy(shippedSource(root).source, zebras) })

async function filled(count = records.length, name = 'synthetic.json') {
  const taxonomy = await inForce()
  await storeTaxonomy(driver, taxonomy)
  await importRecords(driver, syntheticImport(records.slice(0, count), name), taxonomy)
  return taxonomy
}

/** Links all anew and stops after the first page, as a shutdown would. */
async function stoppedHalfway() {
  const stopping = new AbortController()
  await expect(relinkAll(driver, await inForce(), { signal: stopping.signal, onProgress: () => stopping.abort(new Error('shutdown')) })).rejects.toThrow('shutdown')
}

describe('links of a former edition', () => {
  it('are none in an empty graph, after an import, and after linking anew that ended', async () => {
    expect(await former()).toBeNull()
    await filled(20)
    expect(await former()).toBeNull()
    await madeUp()
    expect(await former()).toEqual({ cases: 20 })
    await relinkAll(driver, await inForce())
    expect(await former()).toBeNull()
  })

  it('are told of a graph that an older version of Throughline filled, as not sure', async () => {
    await filled(20)
    await driver.run({ ...linkedWith, access: 'write', cypher: `MATCH (lock:ImportLock) REMOVE lock.linkedWith RETURN null AS version` }, {})
    expect(await former()).toEqual({ cases: 0 })
  })

  it('are noted when linking anew is stopped halfway, to the case, until it is done again', async () => {
    await filled()
    await madeUp()
    await stoppedHalfway()
    expect(await former()).toEqual({ cases: 700 })
    await relinkAll(driver, await inForce())
    expect(await former()).toBeNull()
  })

  it('are not sure to be none when linking anew is stopped halfway although the edition is the same: what people decided may have changed', async () => {
    const taxonomy = await filled()
    await bringDecisions(driver, [])
    expect(await former()).toEqual({ cases: 0 })
    await relinkAll(driver, taxonomy)
    expect(await former()).toBeNull()
    await stoppedHalfway()
    expect(await former()).toEqual({ cases: 0 })
    await relinkAll(driver, taxonomy)
    expect(await former()).toBeNull()
  })

  it('are noted of an import that went on with a former edition and that nobody goes on with', async () => {
    const before = await filled(20)
    const some = records.slice(0, 60)
    const stopping = new AbortController()
    let relinked: Promise<unknown> = Promise.resolve()
    async function* items() {
      for await (const item of syntheticImport(some).items) {
        if (item.is === 'case' && item.record.row === 31) relinked = madeUp().then(async () => relinkAll(driver, await inForce()))
        await relinked
        yield item
      }
    }
    const onProgress = ({ read }: { read: number }) => {
      if (read === 40) stopping.abort(new Error('killed'))
    }
    await expect(importRecords(driver, { ...syntheticImport(some, 'other.json'), items: items() }, before, { rowsPerChunk: 10, signal: stopping.signal, onProgress })).rejects.toThrow('killed')
    expect((await former())?.cases).toBeGreaterThan(0)

    // Edited or linked anew afterwards: all of it is of one edition, whoever goes on with the import or not.
    await relinkAll(driver, await inForce())
    expect(await former()).toBeNull()
    await linkingInForce(driver, new TaxonomyInForce(root), (taxonomy) => importRecords(driver, syntheticImport(some, 'other.json'), taxonomy, { rowsPerChunk: 10 }))
    expect(await former()).toBeNull()
  })

  it('are noted of whoever links with a former edition while all are linked anew, although that ends', async () => {
    const before = await filled(5)
    await madeUp()
    const now = await inForce()
    const { version } = now
    await storeTaxonomy(driver, now)
    const begin = (relinking: string) => driver.run(beginRelinking, { relinking: `${version} ${relinking}` })
    const end = async (relinking: string) => {
      await driver.run(endRelinking, { relinking: `${version} ${relinking}`, taxonomy: version })
      return (await driver.run(linkedWith, {}))[0]?.version
    }
    await begin('one')
    await importRecords(driver, syntheticImport(records.slice(5, 10), 'with the same.json'), now)
    expect(await end('one')).toBe(version)
    await begin('two')
    await importRecords(driver, syntheticImport(records.slice(10, 15), 'with a former one.json'), before)
    expect(await end('two')).toBe('')

    // Of two at once the one that began last may say it: what was written before it began, it has seen.
    await begin('three')
    await begin('four')
    expect(await end('three')).toBe('')
    expect(await end('four')).toBe(version)
  })
})

describe('the app and the commands', () => {
  it('say so, and link all cases anew in one step', async () => {
    await filled(20)
    await madeUp()
    const app = testApp(driver, testImports(driver, path.join(folder, 'app')))
    const ask = async () => formerLinksEndpoint.response.parse((await request(app).get('/api/taxonomy/former-links').expect(200)).body)
    expect(await ask()).toEqual({ former: { cases: 20 } })
    const moved = linkAnewEndpoint.response.parse((await request(app).post('/api/taxonomy/link-anew').send({}).expect(200)).body)
    expect(moved).toMatchObject({ cases: 20, added: 20, dropped: 0 })
    expect(moved.byNarrative.map(({ name }) => name)).toEqual(['Line of zebras'])
    expect(await ask()).toEqual({ former: null })
  })

  it('say so after `link` was killed while it wrote, until it is run again', { timeout: 120_000 }, async () => {
    await filled()
    await madeUp()
    const killed = runApp(env('command'), 'throughline', ['link'])
    const madeBy = (await driver.run(formerLinks, { madeBy: '' }))[0]?.cases
    expect(madeBy).toBe(records.length)
    // Noted before the first case is written: it may be killed as soon as the note is there.
    while ((await driver.run(linkedWith, {}))[0]?.version !== '') await new Promise((resolve) => setTimeout(resolve, 2))
    killed.kill('SIGKILL')
    await killed.ended
    const left = await former()
    if (left === null) throw new Error('it was too fast to be killed')
    const words = formerLinksWords(left)
    expect((await throughline('status')).printed).toContain(words)
    const tried = await throughline('link', '--dry-run', '--json')
    expect(tried.output).toContain(words)
    expect(() => JSON.parse(tried.printed)).not.toThrow()
    const more = path.join(folder, 'more.csv')
    await writeFile(more, 'date,id,title,countries,keywords,languages,outlets\n2019-01-01,https://euvsdisinfo.eu/report/more,Synthetic bread,Ukraine,,Russian,Synthetic outlet\n')
    expect((await throughline('import', more)).output).toContain(words)
    const app = runApp({ ...env('app'), PORT: String(await findFreePort()) })
    await app.opened
    await expect.poll(() => app.printed(), { timeout: 20_000 }).toContain(words)
    app.kill('SIGTERM')
    await app.ended
    expect((await throughline('link')).code).toBe(0)
    expect(await former()).toBeNull()
    for (const command of [['status'], ['link', '--dry-run']]) expect((await throughline(...command)).output).not.toContain('former edition')
  })
})

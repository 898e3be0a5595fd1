import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { importEndpoint } from '#graph-schema/api/imports.ts'
import { taxonomyEndpoint, taxonomyFileEndpoint } from '#graph-schema/api/taxonomy.ts'
import { readTaxonomySource, writeTaxonomySource } from '#server/narratives/taxonomy-source.ts'
import { findFreePort } from '#server/neo4j/local-neo4j/free-port.ts'
import { casePage } from '#server/neo4j/queries/case-page.ts'
import { linkableCases } from '#server/neo4j/queries/linkable-cases.ts'
import { writeEdition } from '#server/neo4j/queries/write/taxonomy-edition.ts'
import { processesOnTheGraph } from './processes.ts'
import { runApp } from './run-app.ts'

const { driver, folder, env, throughline } = await processesOnTheGraph()

async function command(...words: string[]): Promise<void> {
  const { code, output } = await throughline(...words)
  expect(code, output).toBe(0)
}

async function importPage(address: string, title: string): Promise<string> {
  const answer = await fetch(`${address}/api/imports`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ fileName: `${title}.txt`, text: `Disinfo: ${title}` }) })
  expect(answer.status).toBe(200)
  return importEndpoint.response.parse(await answer.json()).caseIds[0] ?? ''
}

const linksOf = async (id: string) => (await driver.run(casePage, { id }))[0]?.links ?? []

describe('an app that runs', () => {
  it('links what it imports with the taxonomy and the model that a command put in force meanwhile', { timeout: 240_000 }, async () => {
    const app = runApp({ ...env('app'), PORT: String(await findFreePort()) })
    const address = await app.opened
    const get = async (at: string) => (await fetch(`${address}${at}`)).json()
    const before = taxonomyEndpoint.response.parse(await get('/api/taxonomy'))
    expect(await linksOf(await importPage(address, 'Synthetic zebras'))).toEqual([])

    const source = readTaxonomySource(taxonomyFileEndpoint.response.parse(await get('/api/taxonomy/file')).text, 'file')
    const id = 'narrative:line-of-zebras'
    const edited = { ...source, narratives: [...source.narratives, { id, name: 'Line of zebras', head: null, definition: 'Only in this test.', aliases: [], sourceKeywords: [], techniques: [], polyNarrative: [], draftLabels: [] }], patterns: { ...source.patterns, [id]: 'zebras' } }
    const file = path.join(folder, 'taxonomy.json')
    await writeFile(file, writeTaxonomySource(edited))
    await command('taxonomy', 'import', file)
    expect((await linksOf(await importPage(address, 'Synthetic zebras and a museum'))).map((link) => link.id)).toEqual([id])

    await command('train')
    const after = taxonomyEndpoint.response.parse(await get('/api/taxonomy'))
    expect(after.history).toMatchObject([{ by: 'command line', what: 'brought in a whole taxonomy' }])
    const [linked] = await driver.run(linkableCases, { ids: [await importPage(address, 'Synthetic zebras and a bridge')] })
    expect(linked?.links.find(({ to }) => to === id)?.version).toContain(after.version)
    expect(after.version).not.toBe(before.version)
    app.kill('SIGTERM')
    expect((await app.ended).code).toBe(0)
  })

  it('does not start on a taxonomy of another version, and says what to do', async () => {
    await driver.run(writeEdition, { row: { id: 'edition:2020-01-01-000001', number: 1, at: '2020-01-01T00:00:00.000Z', by: 'Ada', what: 'made by another version', source: '{"format":"throughline-taxonomy-0"}' } })
    const { code, output } = await runApp({ ...env('app'), PORT: String(await findFreePort()) }).ended
    expect(code).toBe(1)
    expect(output).toContain('does not fit this version')
    expect(output).toContain('What to do: ')
    expect(output).toContain('throughline taxonomy restore')
    expect(output).not.toMatch(/^\s+at /mu)
  })
})

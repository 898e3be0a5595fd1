import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importsEndpoint } from '#graph-schema/api/imports.ts'
import { overviewEndpoint } from '#graph-schema/api/overview.ts'
import { accessibilityFaults } from './support/accessibility.ts'
import { getApi } from './support/api.ts'
import { throughline } from './support/command-line.ts'
import { layoutFaults } from './support/layout.ts'
import { openPage } from './support/open-page.ts'
import { until } from './support/until.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'throughline-corpus-edit-'))
const file = path.join(folder, 'made-up-posts.csv')
const rows = Array.from({ length: 9 }, (_, index) => `2031-0${String(index + 1)}-03,https://euvsdisinfo.eu/report/made-up-corpus-${String(index)}/,[Made up] Number ${String(index)} of a made-up corpus,Ukraine,,Spanish,Made-up Herald`)
const nameNow = '<b>Made-up</b> cases of 2031'

beforeAll(async () => {
  writeFileSync(file, ['date,id,title,countries,keywords,languages,outlets', ...rows, ''].join('\n'))
  await throughline('import', file, '--corpus', 'Made-up corpus')
})
afterAll(async () => {
  const { imports } = await getApi(importsEndpoint, '/api/imports')
  for (const { id, file: name } of imports) if (name === 'made-up-posts.csv') await throughline('undo', id)
  rmSync(folder, { recursive: true, force: true })
})

const corpus = async () => (await getApi(overviewEndpoint, '/api/overview')).corpora.find(({ id }) => id === 'corpus:made-up-corpus')

test('what is said of a corpus is edited, the screens follow, importing again leaves it, and undo brings it back', async () => {
  const page = await openPage('/sources', { expected: [/status of 400/u] })
  await page.getByRole('button', { name: 'Edit what is said of Made-up corpus' }).click()
  const dialog = page.getByRole('dialog', { name: 'What is said of this corpus' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Throughline sample')
  await dialog.getByText('Complete for its period').click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.getByText('Complete for which period?', { exact: false }).waitFor()
  await dialog.getByLabel('Period from').fill('2031-01-01')
  await dialog.getByLabel('Period to, that day included').fill('2031-09-30')
  await dialog.getByRole('button', { name: 'Save' }).press('Enter')
  // The server knows of the other corpus; the browser need not.
  await dialog.getByText('This is that of “Throughline sample”.').waitFor()
  await dialog.getByRole('textbox', { name: 'Name' }).fill(nameNow)
  await dialog.getByLabel('Gaps that are known, one a line').fill('nothing of the made-up radio')
  expect(await accessibilityFaults(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('All screens go by it.', { exact: false }).waitFor()
  const side = page.getByRole('region', { name: 'What the graph holds' })
  await side.getByText('nothing of the made-up radio').waitFor()
  await side.getByText('A person edited this description here', { exact: false }).waitFor()

  await page.getByRole('link', { name: 'Landscape' }).first().click()
  await page.getByText(`Complete: ${nameNow} (9 cases`, { exact: false }).waitFor()
  await page.getByText('Gaps: nothing of the made-up radio.', { exact: false }).waitFor()

  await throughline('import', file, '--corpus', 'Made-up corpus')
  expect(await corpus()).toMatchObject({ name: nameNow, sampling: 'complete', periodTo: '2031-09-30', cases: 9, asImported: { name: 'Made-up corpus', sampling: 'selected' } })
  await page.getByRole('button', { name: 'Undo' }).filter({ hasText: 'Undo' }).click()
  await page.getByText('The corpus is as it was before.').waitFor()
  await until(corpus).toMatchObject({ name: 'Made-up corpus', sampling: 'selected', periodTo: null, gaps: [], asImported: null })
  await page.getByText('Complete:').waitFor({ state: 'detached' })
})

test('an import’s page edits its corpus too, and goes back to what the files said; the sample keeps its label', async () => {
  const { imports } = await getApi(importsEndpoint, '/api/imports')
  const page = await openPage(`/sources/imports/${encodeURIComponent(imports.find(({ file: name }) => name === 'made-up-posts.csv')?.id ?? '')}`, { viewport: { width: 900, height: 800 } })
  const edit = page.getByRole('button', { name: /^Edit what is said of/u })
  await edit.click()
  const dialog = page.getByRole('dialog', { name: 'What is said of this corpus' })
  await dialog.getByLabel('Licence').fill('CC0, made up')
  expect(await layoutFaults(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByText('CC0, made up').waitFor()
  expect(await corpus()).toMatchObject({ licence: 'CC0, made up', asImported: { licence: null } })
  await edit.click()
  await dialog.getByRole('button', { name: 'Back to what its files said' }).click()
  await until(corpus).toMatchObject({ licence: null, asImported: null })

  await page.goto('/sources')
  await page.getByRole('button', { name: 'Edit what is said of Throughline sample' }).click()
  await dialog.getByText('keeps its name and stays a selected sample', { exact: false }).waitFor()
  expect(await dialog.getByRole('textbox', { name: 'Name' }).count()).toBe(0)
  expect(await dialog.getByRole('radio').count()).toBe(0)
})

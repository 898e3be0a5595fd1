import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importsEndpoint } from '#graph-schema/api/imports.ts'
import { overviewEndpoint } from '#graph-schema/api/overview.ts'
import { accessibilityFaults } from './support/accessibility.ts'
import { getApi } from './support/api.ts'
import { bareClaims } from './support/claims.ts'
import { reseed, wipe } from './support/command-line.ts'
import { cardOf, chooseFiles, dryRun, equationOf, importIt } from './support/import-files.ts'
import { layoutFaults } from './support/layout.ts'
import { openPage } from './support/open-page.ts'
import { until } from './support/until.ts'

beforeAll(wipe)
afterAll(reseed)

const cases = async () => (await getApi(overviewEndpoint, '/api/overview')).cases

/** A table whose columns say nothing by their names. Every value is made up and says so. */
const unknownTable = ['Alpha;Beta;Gamma;Delta', ...Array.from({ length: 12 }, (_, index) => `Synthetic case ${index + 1} about bread;${13 + index}/02/2031;Ukraine, Moldawien;A synthetic disproof that is long enough to be a whole one, number ${index + 1}.`)].join('\n')

test('a table of unknown columns: mapped on screen, tried, imported, looked up, undone', { timeout: 300_000 }, async () => {
  const page = await openPage('/sources')
  await chooseFiles(page, [{ name: 'synthetic unknown.csv', content: unknownTable }])
  const card = cardOf(page, 'synthetic unknown.csv')
  await card.getByRole('heading', { name: 'Which column is what' }).waitFor()
  const goOn = card.getByRole('button', { name: 'Go on to the corpus' })
  expect(await goOn.isDisabled()).toBe(true)
  await card.getByText('Say which column is the title').waitFor()
  for (const [column, field] of [['Alpha', 'Title'], ['Beta', 'Date'], ['Gamma', 'Countries (list)'], ['Delta', 'Disproof']] as const) {
    await card.getByRole('combobox', { name: `What the column ${column} is` }).selectOption({ label: field })
  }
  const first = card.getByRole('row').filter({ hasText: 'Claim: Synthetic case 1 about bread' })
  await first.getByText('2031-02-13').waitFor()
  await first.getByText('Ukraine · Moldova').waitFor()
  await card.getByText('As they stand', { exact: true }).click()
  await card.getByRole('row').filter({ hasText: 'Synthetic case 1 about bread' }).getByText('13/02/2031').last().waitFor()
  expect(await accessibilityFaults(page)).toEqual([])

  await goOn.click()
  await card.getByRole('textbox', { name: 'Name' }).fill('Synthetic corpus')
  await card.getByText('Complete for its period').click()
  await card.getByRole('button', { name: 'Start the dry run' }).click()
  await card.getByText('Complete for which period?', { exact: false }).waitFor()
  await card.getByLabel('Period from').fill('2031-02-01')
  await card.getByLabel('Period to, that day included').fill('2031-02-28')
  expect(await accessibilityFaults(page)).toEqual([])
  await card.getByRole('button', { name: 'Start the dry run' }).click()
  await card.getByText('rows read').waitFor()
  expect(await equationOf(card)).toEqual({ read: 12, accepted: 12, merged: 0, rejected: 0 })
  await card.getByText('2 new countries and regions').waitFor()
  expect(await cases()).toBe(0)
  expect(await accessibilityFaults(page)).toEqual([])
  await page.setViewportSize({ width: 900, height: 800 })
  expect(await layoutFaults(page)).toEqual([])
  await page.setViewportSize({ width: 1440, height: 900 })

  await importIt(card)
  expect(await cases()).toBe(12)
  expect(await bareClaims(page)).toEqual([])
  await page.reload()
  await card.getByRole('heading', { name: 'Imported' }).waitFor()
  await card.getByRole('link', { name: 'The page of this import' }).click()

  await page.getByRole('heading', { level: 1, name: 'synthetic unknown.csv' }).waitFor()
  expect(await equationOf(page.getByRole('main'))).toEqual({ read: 12, accepted: 12, merged: 0, rejected: 0 })
  await page.getByText('Alpha → title').waitFor()
  await page.getByText('2031-02-01 to 2031-02-28').waitFor()
  const row = page.getByRole('row').filter({ hasText: 'Claim: Synthetic case 3 about bread' })
  await row.getByText('The row as it stood').click()
  await row.getByText('15/02/2031').waitFor()
  expect(await bareClaims(page)).toEqual([])
  expect(await accessibilityFaults(page)).toEqual([])
  await page.getByRole('tab', { name: /^Columns/u }).click()
  expect(await page.getByRole('row').filter({ hasText: 'Beta' }).innerText()).toMatch(/12\s+0/u)
  await page.setViewportSize({ width: 900, height: 800 })
  expect(await layoutFaults(page)).toEqual([])

  await page.getByRole('link', { name: '12 cases of this import' }).click()
  await page.getByRole('heading', { name: '12 cases, newest first' }).waitFor()
  const chips = page.getByRole('list', { name: 'Filter in force' })
  await chips.getByText('import of synthetic unknown.csv').waitFor()
  expect(await bareClaims(page)).toEqual([])
  await page.getByRole('button', { name: 'Put all 12 on the canvas' }).waitFor()
  await page.goBack()

  await page.getByRole('button', { name: 'Undo this import' }).click()
  const dialog = page.getByRole('dialog', { name: 'Undo this import?' })
  await dialog.getByText('12 cases').waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Undo it' }).click()
  await page.getByRole('heading', { name: 'The import is undone' }).waitFor()
  await page.getByText('12 cases are out').waitFor()
  await until(cases).toBe(0)

  await page.goto('/sources')
  await chooseFiles(page, [{ name: 'synthetic next.csv', content: unknownTable.replaceAll('bread', 'milk') }])
  const next = cardOf(page, 'synthetic next.csv')
  await page.getByRole('list', { name: 'Files in hand' }).getByRole('button', { name: /^synthetic next\.csv/u }).click()
  await next.getByText('These columns were mapped in this browser before').waitFor()
  await next.getByRole('row').filter({ hasText: 'Claim: Synthetic case 1 about milk' }).waitFor()
})

const badTable = 'date,id,title,countries,keywords,languages,outlets\n2019-01-01,,Synthetic good row one,Ukraine,,,\n2019-01-02,,,Ukraine,,,\n2019-01-03,,Synthetic ragged row\n2019-45-99,,Synthetic row without a day that is one,Nowhereland,,,Show more\n2019-01-05,,Synthetic good row two,Ukraine,,,\n'

test('bad files say why, bad rows say where, and the rest comes in', { timeout: 300_000 }, async () => {
  const page = await openPage('/sources', { expected: [/status of 400/u] })
  await chooseFiles(page, [
    { name: 'synthetic bad.csv.gz', content: gzipSync(badTable) },
    { name: 'empty.csv', content: '' },
    { name: 'binary.xlsx', content: Buffer.from(Array.from({ length: 400 }, (_, index) => (index * 7) % 256)) },
  ])
  const files = page.getByRole('list', { name: 'Files in hand' })
  await files.getByRole('button', { name: /^binary\.xlsx/u }).click()
  await cardOf(page, 'binary.xlsx').getByRole('alert').getByText('This file was not recognised').waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await files.getByRole('button', { name: /^empty\.csv/u }).click()
  await cardOf(page, 'empty.csv').getByRole('alert').getByText('empty.csv is empty').waitFor()
  for (const name of ['empty.csv', 'binary.xlsx']) await page.getByRole('button', { name: `Lay ${name} aside` }).click()

  const card = await dryRun(page, 'synthetic bad.csv.gz')
  expect(await equationOf(card)).toEqual({ read: 5, accepted: 3, merged: 0, rejected: 2 })
  const ragged = card.getByRole('row').filter({ hasText: 'where the header names 7 columns' })
  expect(await ragged.innerText()).toMatch(/^3\s[\s\S]*left out/u)
  await card.getByRole('row').filter({ hasText: '2019-45-99' }).filter({ hasText: 'kept, please check' }).waitFor()
  await importIt(card)
  expect(await cases()).toBe(3)
  const csv = await page.request.get((await card.getByRole('link', { name: 'All findings as CSV' }).getAttribute('href')) ?? '')
  expect(csv.headers()['content-disposition']).toContain('attachment')
  expect(await csv.text()).toContain('ragged-row')
})

test('a running import can be stopped, is found again after a reload, and leaves no half row', { timeout: 300_000 }, async () => {
  const rows = 12_000
  const table = ['date,id,title,countries,keywords,languages,outlets', ...Array.from({ length: rows }, (_, index) => `2019-0${1 + (index % 9)}-11,https://euvsdisinfo.eu/report/synthetic-${index}/,Synthetic case ${index} about salt,Ukraine,Synthetic keyword ${index % 7},Russian,Synthetic outlet ${index % 40}`)].join('\n')
  const page = await openPage('/sources')
  await chooseFiles(page, [{ name: 'synthetic long.csv', content: table }])
  const card = await dryRun(page, 'synthetic long.csv')
  const before = await cases()
  await card.getByRole('button', { name: /^Import [\d,]+ rows$/u }).click()
  await card.getByRole('button', { name: 'Stop the import' }).waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  // Another tab knows nothing of the file, but of the job.
  const other = await page.context().newPage()
  await other.goto('/sources')
  await other.getByRole('region', { name: 'Under way' }).getByRole('progressbar', { name: /synthetic long\.csv/u }).waitFor()
  await other.close()
  await page.reload()
  await card.getByRole('button', { name: 'Stop the import' }).click()
  await card.getByRole('heading', { name: 'The import was stopped' }).waitFor()
  const [stopped] = (await getApi(importsEndpoint, '/api/imports')).imports
  expect(stopped).toMatchObject({ file: 'synthetic long.csv', status: 'cancelled' })
  expect(await cases()).toBe(before + (stopped?.rows.accepted ?? -1))
  expect(stopped?.rows.read ?? rows).toBeLessThan(rows)
  await card.getByRole('link', { name: 'See what came in, or undo it' }).click()
  await page.getByText('This import was stopped before the file had come in whole', { exact: false }).waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Undo this import' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Undo it' }).click()
  await page.getByRole('heading', { name: 'The import is undone' }).waitFor({ timeout: 120_000 })
  await until(cases).toBe(before)
})

test('a file dropped while the server asks for its token is sent once the token is there', async () => {
  const page = await openPage('/sources', { expected: [/status of 403/u] })
  await page.route('**/api/uploads?**', async (route) => {
    if (route.request().headers()['authorization'] === 'Bearer made-up token') await route.continue({ headers: { ...route.request().headers(), authorization: '' } })
    else await route.fulfill({ status: 403, contentType: 'application/problem+json', body: JSON.stringify({ type: 'urn:throughline:forbidden', title: 'Forbidden', status: 403, detail: 'This server takes writes only with its write token', instance: 'urn:uuid:0' }) })
  })
  await chooseFiles(page, [{ name: 'synthetic.csv', content: unknownTable }])
  const card = cardOf(page, 'synthetic.csv')
  await card.getByLabel('Write token').fill('made-up token')
  await card.getByRole('button', { name: 'Use it and try again' }).click()
  await card.getByRole('heading', { name: 'Which column is what' }).waitFor()
})

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { rowCountsSchema } from '#graph-schema/api/imports.ts'
import { findProjectRoot } from '#server/project-root.ts'
import { accessibilityFaults } from './support/accessibility.ts'
import { throughline } from './support/command-line.ts'
import { cardOf, chooseFiles, equationOf } from './support/import-files.ts'
import { layoutFaults } from './support/layout.ts'
import { openPage } from './support/open-page.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'throughline-mappings-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function onDisk(name: string, content: string): string {
  const file = path.join(folder, name)
  writeFileSync(file, content)
  return file
}

const rows = (what: string) => Array.from({ length: 5 }, (_, index) => `Synthetic case ${index + 1} about ${what};0${1 + index}/02/2031;Moldawien;x`)
const table = (what: string) => ['Alpha;Beta;Gamma;Delta', ...rows(what)].join('\n')

async function useMapping(page: Page, card: Locator, file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await card.getByRole('button', { name: 'Use a mapping file…' }).click()
  await (await chooser).setFiles(file)
}

test('a mapping that was made on the screen is saved and read by the command line', async () => {
  const page = await openPage('/sources')
  await chooseFiles(page, [{ name: 'synthetic letters.csv', content: table('bread') }])
  const card = cardOf(page, 'synthetic letters.csv')
  const save = card.getByRole('button', { name: 'Save this mapping as a file' })
  await save.waitFor()
  expect(await save.isDisabled()).toBe(true)
  for (const [column, field] of [['Alpha', 'Title'], ['Beta', 'Date'], ['Gamma', 'Countries (list)']] as const) {
    await card.getByRole('combobox', { name: `What the column ${column} is` }).selectOption({ label: field })
  }
  await card.getByRole('combobox', { name: 'Dates such as 03/04/2019' }).selectOption({ label: 'month first: 03/04 is 4 March' })
  const saving = page.waitForEvent('download')
  await save.click()
  const download = await saving
  expect(download.suggestedFilename()).toBe('synthetic letters.mapping.json')
  const mapping = path.join(folder, 'saved.mapping.json')
  await download.saveAs(mapping)

  const other = onDisk('synthetic other.csv', table('milk'))
  const told = z.object({ format: z.string(), rows: rowCountsSchema, problems: z.array(z.unknown()) }).parse(JSON.parse(await throughline('import', other, '--mapping', mapping, '--dry-run', '--json')))
  expect(told).toMatchObject({ format: 'mapped-csv', rows: { read: 5, accepted: 5, merged: 0, rejected: 0 }, problems: [] })
  // The order of the dates is in the file too: without it nothing would say how 01/02 is meant, and each date would be a problem.
  expect(JSON.parse(readFileSync(mapping, 'utf8'))).toMatchObject({ dateOrder: 'mdy', delimiter: ';', encoding: 'utf-8' })
})

test('a mapping file of the command line maps the columns on the screen; what does not fit is named', async () => {
  const formats = path.join(findProjectRoot(), 'seed', 'fixtures', 'formats')
  const page = await openPage('/sources')
  await chooseFiles(page, [path.join(formats, 'mapped.csv')])
  const card = cardOf(page, 'mapped.csv')
  await useMapping(page, card, onDisk('bad.json', JSON.stringify({ throughlineMapping: 1, fields: { Überschrift: 'titel' }, dateOrder: 'ydm' })))
  const refused = card.getByRole('alert').filter({ hasText: 'bad.json is no mapping file that can be used' })
  await refused.getByText('fields › Überschrift').waitFor()
  await refused.getByText('is "titel", which is no field of a case', { exact: false }).waitFor()
  await refused.getByText('dateOrder').waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await useMapping(page, card, onDisk('page.json', '<!doctype html>'))
  await card.getByRole('alert').filter({ hasText: 'page.json is no mapping file' }).getByText('it is no JSON', { exact: false }).waitFor()

  await useMapping(page, card, path.join(formats, 'mapped.mapping.json'))
  await card.getByText('The columns are mapped as mapped.mapping.json says').waitFor()
  expect(await card.getByRole('alert').count()).toBe(0)
  const fieldOf = (column: string) => card.getByRole('combobox', { name: `What the column ${column} is` })
  expect(await Promise.all(['Überschrift', 'Datum', 'Ort', 'Nr'].map((column) => fieldOf(column).inputValue()))).toEqual(['title', 'publishedOn', 'outletUrl', 'raw'])
  await card.getByRole('textbox', { name: 'Fact-checker, where no row says it' }).and(page.locator('[value="made-up checkers"]')).waitFor()
  await card.getByRole('row').filter({ hasText: 'Claim: [Made up] The moon was painted' }).getByText('2031-02-03').waitFor()

  const fixture = z.looseObject({ fields: z.record(z.string(), z.string()) }).parse(JSON.parse(readFileSync(path.join(formats, 'mapped.mapping.json'), 'utf8')))
  await useMapping(page, card, onDisk('more.json', JSON.stringify({ ...fixture, fields: { ...fixture.fields, Nirgends: 'keywords', [`<img src=x onerror=alert(1)>${'w'.repeat(300)}`]: 'outlets' } })))
  await card.getByText('The mapping names “Nirgends”, which this file does not have.').waitFor()
  await card.getByText('The mapping names “<img src=x onerror=alert(1)>', { exact: false }).waitFor()
  await page.setViewportSize({ width: 900, height: 800 })
  expect(await layoutFaults(page)).toEqual([])

  await card.getByRole('button', { name: 'Go on to the corpus' }).click()
  await card.getByRole('button', { name: 'Start the dry run' }).click()
  await card.getByText('rows read').waitFor()
  expect(await equationOf(card)).toMatchObject({ read: 2, rejected: 0 })
})

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { casesEndpoint } from '#graph-schema/api/cases.ts'
import { accessibilityFaults } from './support/accessibility.ts'
import { getApi } from './support/api.ts'
import { bareClaims } from './support/claims.ts'
import { reseed, throughline, wipe } from './support/command-line.ts'
import { openPage } from './support/open-page.ts'

const places = ['harbour', 'valley', 'island', 'desert', 'forest', 'river', 'meadow']
/** Made-up lines of a window, each with words of its own: one must be a small part of what is told to stand out. */
const lines = ['purple balloons poison', 'square melons frighten', 'silent trumpets bewitch', 'frozen lanterns devour', 'golden spoons betray', 'paper tigers repaint', 'wooden clocks divide', 'glass beetles confuse']

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'throughline-lines-'))
  const rows = [
    ...lines.flatMap((line, number) => places.map((place, at) => `2031-05-${String(10 + at)},https://example.org/report/line-${String(number)}-${String(at)},${line} the ${place}`)),
    ...places.map((place, at) => `2030-0${String(1 + at)}-05,https://example.org/report/old-${String(at)},a quiet ${place} without any news`),
  ]
  const file = path.join(folder, 'synthetic lines.csv')
  await writeFile(file, ['date,id,title,countries,keywords,languages,outlets', ...rows.map((row) => `${row},,,,`), ''].join('\n'))
  await wipe()
  await throughline('import', file)
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  await throughline('wipe', '--yes', '--everything')
  await reseed()
})

async function newLines(name: string): Promise<Page> {
  const page = await openPage('/review')
  await page.getByLabel('Your name').fill(name)
  await page.keyboard.press('Enter')
  await page.getByRole('tab', { name: 'New lines' }).click()
  await page.getByText('56 cases in these 90 days, 7 earlier ones to compare with', { exact: false }).waitFor()
  return page
}

const balloons = (page: Page) => page.getByRole('region').filter({ has: page.getByRole('heading', { name: /balloons/ }) })

test('a proposal is rejected for good, and taken back', async () => {
  const page = await newLines('Test reader L')
  await balloons(page).getByText('7 cases', { exact: false }).first().waitFor()
  expect(await bareClaims(page)).toEqual([])
  expect(await accessibilityFaults(page)).toEqual([])
  await balloons(page).getByRole('button', { name: 'It is no narrative' }).click()
  await page.getByText('1 group left out that was rejected', { exact: false }).waitFor()
  await balloons(page).waitFor({ state: 'detached' })
  const other = await newLines('Test reader M')
  expect(await balloons(other).count()).toBe(0)
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await balloons(page).waitFor()
})

test('a proposal becomes a narrative with its drafts as patterns, and links its cases', async () => {
  const page = await newLines('Test reader L')
  await balloons(page).getByRole('button', { name: 'Make it a narrative …' }).click()
  expect(await page.getByLabel('Patterns, one a line').inputValue()).toMatch(/balloons/)
  await page.getByLabel('Name', { exact: true }).fill('Poisonous balloons')
  await page.getByLabel('Definition').fill('Made up by this test.')
  await page.getByRole('button', { name: 'Show what would move' }).click()
  await page.getByRole('region', { name: 'What would move' }).getByRole('row', { name: /^Poisonous balloons 7 / }).waitFor()
  await page.getByRole('button', { name: 'Apply, and link all cases anew' }).click()
  await page.getByText('Test reader L added “Poisonous balloons”').waitFor({ timeout: 60_000 })
  expect((await getApi(casesEndpoint, '/api/cases', { narrative: 'narrative:poisonous-balloons' })).total).toBe(7)
  await page.getByRole('tab', { name: 'New lines' }).click()
  await balloons(page).getByText('100 % carry a narrative already').waitFor()
  await page.getByRole('tab', { name: 'Edit narratives' }).click()
  await page.getByRole('button', { name: 'Go back to before this' }).first().click()
  await page.getByText(/Test reader L went back to before/).waitFor({ timeout: 60_000 })
  expect((await getApi(casesEndpoint, '/api/cases', { narrative: 'narrative:poisonous-balloons' })).total).toBe(0)
})

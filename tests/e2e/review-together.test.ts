import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reviewEndpoint, reviewTiers } from '#graph-schema/api/review.ts'
import { getApi } from './support/api.ts'
import { reseed, throughline, wipe } from './support/command-line.ts'
import { openPage } from './support/open-page.ts'
import { until } from './support/until.ts'

/** Made-up titles, each told on several days so far apart that none repeats another. */
const titles = ['Made up: the Deep State rules', 'Made up: nobody but the Deep State decides']
const days = ['2031-01-05', '2031-03-05', '2031-05-05']

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'throughline-together-'))
  const rows = titles.flatMap((title, number) => days.map((day, at) => `${day},https://example.org/report/together-${String(number)}-${String(at)},${title},,,,`))
  const file = path.join(folder, 'synthetic titles.csv')
  await writeFile(file, ['date,id,title,countries,keywords,languages,outlets', ...rows, ''].join('\n'))
  await wipe()
  await throughline('import', file)
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  await throughline('wipe', '--yes', '--everything')
  await reseed()
})

const decided = async () => (await getApi(reviewEndpoint, '/api/review', { coder: 'Test reader T' })).decided

test('cases of a title are decided together where that is chosen; the choice is of that title alone, and the buttons say it', async () => {
  const left = await Promise.all(reviewTiers.map(async (tier) => (await getApi(reviewEndpoint, '/api/review', { tier, narrative: 'narrative:deep-state' })).left))
  const tier = reviewTiers[left.indexOf(6)] ?? 'suggested'
  const page = await openPage('/review')
  await page.getByLabel('Your name').fill('Test reader T')
  await page.keyboard.press('Enter')
  await page.getByRole('radio', { name: { 'suggested': 'Suggested', 'source-tag': 'By the source', 'pattern': 'By a rule', 'corroborated': 'Rule and model' }[tier] }).click()
  await page.getByRole('main').getByRole('combobox').selectOption('narrative:deep-state')
  const tools = page.getByRole('toolbar', { name: 'Decide' })
  const together = page.getByRole('checkbox', { name: /^2 other cases bear this title/u })
  const first = await page.getByRole('article').first().textContent()
  await page.keyboard.press('b')
  await tools.getByRole('button', { name: 'Accept 3 cases' }).waitFor()
  expect(await together.isChecked()).toBe(true)
  await page.keyboard.press('a')
  await tools.getByText('Accepted the link of 3 cases').waitFor()
  await until(() => page.getByRole('article').first().textContent()).not.toBe(first)

  expect(await together.isChecked()).toBe(false)
  await page.keyboard.press('a')
  await tools.getByText('Accepted the link: Deep State').waitFor()
  expect(await decided()).toBe(4)
  for (let step = 0; step < 2; step += 1) {
    const before = await decided()
    await page.keyboard.press('u')
    await until(decided).not.toBe(before)
  }
  expect(await decided()).toBe(0)
})

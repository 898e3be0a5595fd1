import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { casePageEndpoint } from '#graph-schema/api/cases.ts'
import { reviewEndpoint, type ReviewItem } from '#graph-schema/api/review.ts'
import { taxonomyFileEndpoint } from '#graph-schema/api/taxonomy.ts'
import { accessibilityFaults } from './support/accessibility.ts'
import { getApi } from './support/api.ts'
import { bareClaims } from './support/claims.ts'
import { openPage } from './support/open-page.ts'
import { begin } from './support/review.ts'

/** The first links of the queue, as a coder who has decided nothing sees them. */
async function firstItems(): Promise<ReviewItem[]> {
  const { items } = await getApi(reviewEndpoint, '/api/review', { limit: '3' })
  if (items.length < 3) throw new Error('the sample has fewer than three suggested links')
  return items
}

async function tierOf(item: ReviewItem): Promise<string | undefined> {
  const { narratives } = await getApi(casePageEndpoint, `/api/cases/${encodeURIComponent(item.case.id)}`)
  return narratives.find(({ id }) => id === item.narrative.id)?.tier
}

const asks = (page: Page, item: ReviewItem) => page.getByRole('heading', { level: 2, name: item.narrative.name }).and(page.locator('h2')).waitFor()

test('links are accepted, rejected, skipped, linked elsewhere and undone by keyboard alone', async () => {
  const [first, second, third] = await firstItems()
  if (first === undefined || second === undefined || third === undefined) throw new Error('too few links')
  const page = await begin('Test reader A')
  const last = page.getByRole('toolbar', { name: 'Decide' }).getByRole('status')
  const article = page.getByRole('article').first()
  const { left } = await getApi(reviewEndpoint, '/api/review', {})
  const counts = (more: string) => page.getByText(more, { exact: true }).waitFor()
  await asks(page, first)
  await counts(`${String(left)} links left · 0 in this visit · 0 by you in all`)
  await article.getByText(first.case.title).waitFor()
  await article.getByText('The disproof').waitFor()
  expect(await bareClaims(page)).toEqual([])

  await page.keyboard.press('a')
  await last.getByText(`Accepted the link: ${first.narrative.name}`).waitFor()
  await article.getByText(second.case.title).waitFor()
  expect(await tierOf(first)).toBe('accepted')
  await page.keyboard.press('r')
  await last.getByText('Rejected the link').waitFor()
  expect(await tierOf(second)).toBe('rejected')
  await article.getByText(third.case.title).waitFor()
  await page.keyboard.press('s')
  await last.getByText('Skipped the link').waitFor()
  await counts(`${String(left - 2)} links left · 1 skipped · 3 in this visit · 2 by you in all`)

  await page.keyboard.press('u')
  await article.getByText(third.case.title).waitFor()
  await page.keyboard.press('o')
  const dialog = page.getByRole('dialog', { name: 'It carries another narrative' })
  await dialog.getByRole('searchbox').fill('deep state')
  await page.keyboard.press('Enter')
  await last.getByText('instead').waitFor()
  expect(await tierOf(third)).toBe('rejected')

  for (const item of [third, second, first]) {
    await page.keyboard.press('u')
    await article.getByText(item.case.title).waitFor()
  }
  await page.locator('button[disabled]').filter({ hasText: 'Undo' }).waitFor()
  await counts(`${String(left)} links left · 0 in this visit · 0 by you in all`)
  expect([await tierOf(first), await tierOf(second), await tierOf(third)]).toEqual(['suggested', 'suggested', 'suggested'])
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keyboard' }).getByText('Skip: it comes up again at the end').waitFor()
})

test('a second reader sees the same links without the first one’s word; where they differ it is settled', async () => {
  const [first] = await firstItems()
  if (first === undefined) throw new Error('no link')
  const one = await begin('Test reader B')
  await one.keyboard.press('a')
  await one.getByRole('toolbar', { name: 'Decide' }).getByText('Accepted the link').waitFor()

  const two = await begin('Test reader C')
  await two.getByRole('tab', { name: 'Second reading' }).click()
  await two.getByRole('article').first().getByText(first.case.title).waitFor()
  expect(await two.getByRole('main').textContent()).not.toContain('Test reader B')
  await two.keyboard.press('r')
  await two.getByText('Nothing to read a second time').waitFor()
  await two.getByRole('tab', { name: 'Agreement' }).click()
  await two.getByRole('row', { name: /Test reader B and Test reader C/ }).waitFor()
  await two.getByRole('button', { name: 'Settle: it does not' }).click()
  await two.getByText('No disagreement is open.').waitFor()
  expect(await tierOf(first)).toBe('rejected')

  await two.getByRole('button', { name: 'Undo' }).last().click()
  await two.getByText('Test reader C rejected it', { exact: false }).waitFor()
  await two.getByRole('tab', { name: 'Open links' }).click()
  await one.keyboard.press('u')
  await one.getByRole('article').first().getByText(first.case.title).waitFor()
})

test('a note goes with a decision, to the case page, and comes back with the link when the decision is undone', async () => {
  const [first] = await firstItems()
  if (first === undefined) throw new Error('no link')
  const page = await begin('Test reader N')
  await page.getByRole('article').first().getByText(first.case.title).waitFor()
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: 'Why' }).waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await page.keyboard.type('a reading of the test')
  await page.keyboard.press('Enter')
  await page.keyboard.press('a')
  const last = page.getByRole('toolbar', { name: 'Decide' }).getByRole('status')
  await last.getByText(`Accepted the link: ${first.narrative.name}`).waitFor()
  await page.getByRole('textbox', { name: 'Why' }).waitFor({ state: 'detached' })
  const seen = await openPage(`/cases/${encodeURIComponent(first.case.id)}`)
  await seen.getByRole('region', { name: 'Narratives it carries' }).getByText('“a reading of the test”', { exact: false }).waitFor()
  await page.keyboard.press('u')
  await page.getByRole('article').first().getByText(first.case.title).waitFor()
  expect(await page.getByRole('textbox', { name: 'Why' }).inputValue()).toBe('a reading of the test')
})

test('the case page takes decisions, too, and takes them back', async () => {
  const [first] = await firstItems()
  if (first === undefined) throw new Error('no link')
  const page = await openPage(`/cases/${encodeURIComponent(first.case.id)}`)
  const narratives = page.getByRole('region', { name: 'Narratives it carries' })
  await narratives.getByRole('button', { name: `Accept: the case carries ${first.narrative.name}` }).click()
  await page.getByRole('dialog', { name: 'Who are you?' }).getByLabel('Your name').fill('Test reader D')
  await page.keyboard.press('Enter')
  await narratives.getByText('accepted by a person').waitFor()
  await narratives.getByText(/accepted by Test reader D on \d{4}-\d\d-\d\d/).waitFor()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await narratives.getByText('accepted by a person').waitFor({ state: 'detached' })
})

test.each(['light', 'dark'] as const)('nothing on it is held against it by axe, in the %s theme', async (colorScheme) => {
  const page = await begin('Test reader E', { colorScheme })
  expect(await accessibilityFaults(page)).toEqual([])
  await page.getByRole('tab', { name: 'Agreement' }).click()
  await page.getByRole('tabpanel').waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await tryPattern(page, 'deep state*')
  expect(await accessibilityFaults(page)).toEqual([])
})

async function tryPattern(page: Page, text: string): Promise<void> {
  await page.getByRole('tab', { name: 'Try a pattern' }).click()
  await page.getByRole('main').getByRole('combobox').selectOption('narrative:deep-state')
  await page.getByLabel('Patterns, one a line').fill(text)
  await page.getByText('Cases met').waitFor()
}

test('a typed pattern shows what it meets; a fault names line and column and the other lines count', async () => {
  const page = await begin('Test reader F')
  await tryPattern(page, 'deep state*\nstate ..40 x')
  await page.getByText(/^Line 2, column 9: a gap has 1 to 12 words/).waitFor()
  const met = page.getByRole('region', { name: /^Met either way: [1-9]/ })
  await met.locator('mark').first().waitFor()
  expect(await bareClaims(page)).toEqual([])
  await page.getByRole('button', { name: 'Start from its present patterns' }).click()
  await page.getByRole('radio', { name: 'Instead of them', checked: true }).waitFor()
  await met.waitFor()
})

test('a narrative is edited: what moves is shown first, applied, and undone', async () => {
  const page = await begin('Test reader G', { expected: [/status of 400/u, /ERR_FAILED/u] })
  await page.getByRole('tab', { name: 'Edit narratives' }).click()
  await page.getByRole('main').getByRole('combobox').first().selectOption('narrative:deep-state')
  const patterns = page.getByLabel('Patterns, one a line')
  await patterns.fill('state ..40 x')
  await page.getByRole('button', { name: 'Show what would move' }).click()
  await page.getByText(/line 1, column 9: a gap has 1 to 12 words/).first().waitFor()
  await patterns.fill('no such words anywhere')
  await page.getByRole('button', { name: 'Show what would move' }).click()
  await page.getByRole('region', { name: 'What would move' }).getByRole('row', { name: /^Deep State/ }).waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Apply, and link all cases anew' }).click()
  await page.getByText('Test reader G edited “Deep State”').waitFor({ timeout: 60_000 })

  const merge = page.getByLabel('Merge it into')
  await merge.selectOption('narrative:puppets')
  await page.getByRole('button', { name: 'Leave it as it is' }).click()
  expect(await merge.inputValue()).toBe('')

  // Going back says how far it is where it was asked for, whether a narrative is chosen or not.
  await page.getByRole('main').getByRole('combobox').first().selectOption('')
  const changed = page.getByRole('region', { name: 'What was changed' })
  await page.route('**/api/taxonomy/undo', (route) => route.abort())
  await page.getByRole('button', { name: 'Go back to before this' }).first().click()
  await changed.getByRole('alert').getByText('The server cannot be reached').waitFor()
  await page.unroute('**/api/taxonomy/undo')
  await page.route('**/api/taxonomy/undo', async (route) => {
    await page.waitForTimeout(1500)
    await route.continue()
  })
  await page.getByRole('button', { name: 'Go back to before this' }).first().click()
  await changed.getByRole('progressbar', { name: 'Linking all cases anew' }).waitFor()
  await page.getByText(/Test reader G went back to before/).waitFor({ timeout: 60_000 })
  await changed.getByRole('alert').waitFor({ state: 'detached' })
  await page.getByText('This is the taxonomy that ships with Throughline, unchanged.', { exact: false }).waitFor()
})

test('a narrative is split in one step: what goes over is chosen, what moves is shown, and it is undone', async () => {
  const page = await begin('Test reader H')
  await page.getByRole('tab', { name: 'Edit narratives' }).click()
  const narrative = page.getByRole('main').getByRole('combobox').first()
  await narrative.selectOption('narrative:deep-state')
  await page.getByRole('button', { name: 'Split it …' }).click()
  await page.getByLabel('Name of the new narrative').fill('Shadow government')
  await page.getByLabel('Its definition').fill('Made up by this test.')
  const show = page.getByRole('button', { name: 'Show what the split would move' })
  expect(await show.isDisabled()).toBe(true)
  await page.getByRole('group', { name: 'Patterns that go over' }).getByRole('checkbox').first().check()
  await show.click()
  await page.getByRole('region', { name: 'What would move' }).waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Apply, and link all cases anew' }).click()
  await page.getByText('Test reader H split “Shadow government” off “Deep State”').waitFor({ timeout: 60_000 })
  await narrative.selectOption('narrative:shadow-government')
  expect(await page.getByLabel('Labels of PolyNarrative, one a line').inputValue()).toBe('URW: Hidden plots by secret schemes of powerful groups')
  expect(await page.getByLabel('DISARM techniques, one a line').inputValue()).toContain('T0022 ')
  await page.getByRole('button', { name: 'Undo' }).last().click()
  expect(await page.getByRole('status', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).count()).toBe(0)
  await page.getByText(/Test reader H went back to before/).waitFor({ timeout: 60_000 })
  await page.getByText('This is the taxonomy that ships with Throughline, unchanged.', { exact: false }).waitFor()
})

test('a file of the taxonomy shows in lines what it would move, none of them cut, before it is used', async () => {
  const { name, text } = await getApi(taxonomyFileEndpoint, '/api/taxonomy/file')
  const page = await begin('Test reader I', { expected: [/status of 400/u] })
  await page.getByRole('tab', { name: 'Edit narratives' }).click()
  const panel = page.getByRole('region', { name: 'As one file' })
  await panel.locator('input[type=file]').setInputFiles({ name: 'cut off.json', mimeType: 'application/json', buffer: Buffer.from('{"format": 1') })
  const fault = panel.getByRole('alert')
  await fault.getByText('cut off.json cannot be used').waitFor()
  await fault.getByText("line 1, column 13: Expected ',' or '}' after property value").waitFor()
  await panel.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text.replaceAll('deep state', 'no such words')) })
  const lines = panel.getByRole('list', { name: 'Changes by narrative' })
  await lines.getByText(/^Deep State .*\d dropped/u).waitFor()
  expect(await lines.evaluate((list) => list.scrollWidth <= list.clientWidth)).toBe(true)
  await panel.getByRole('button', { name: `Use ${name}, and link all cases anew` }).waitFor()
})

test('a dossier names the nearest labels of PolyNarrative as a comparison', async () => {
  const page = await openPage('/narratives/narrative:puppets')
  const panel = page.getByRole('region', { name: 'In PolyNarrative' })
  await panel.getByText('Ukraine is a puppet of the West').waitFor()
  await panel.getByText('Discrediting Ukraine', { exact: true }).waitFor()
  await panel.getByText('may say more or less').waitFor()
})

import { beforeAll, expect, test } from 'vitest'
import { casesEndpoint } from '#graph-schema/api/cases.ts'
import { relatedEndpoint, toldElsewhereEndpoint } from '#graph-schema/api/related.ts'
import { accessibilityFaults } from './support/accessibility.ts'
import { getApi } from './support/api.ts'
import { bareClaims } from './support/claims.ts'
import { canvasOf, detailsOf, drawn, expectNodes, exploreWith, legendOf, settled, toolsOf } from './support/explore.ts'
import { openPage } from './support/open-page.ts'
import { until } from './support/until.ts'

const shownTitle = 'Kazakhstan: The neo-colonial West failed again with a colour revolution thanks to the CSTO'
let id = ''

beforeAll(async () => {
  const { cases } = await getApi(casesEndpoint, '/api/cases', { limit: '200' })
  id = cases.find(({ title }) => title === shownTitle)?.id ?? ''
})

const addressOf = (of: string) => `/cases/${encodeURIComponent(of)}`
const relatedTo = (query: Readonly<Record<string, string>> = {}) => getApi(relatedEndpoint, `/api${addressOf(id)}/related`, query)

test('related cases say why; the sliders put them in another order, stay in the address, and can be set back', async () => {
  const page = await openPage(addressOf(id))
  const panel = page.getByRole('region', { name: 'Related cases, and why' })
  const titles = async () => (await panel.locator('article > :first-child').allTextContents()).map((text) => text.replace(/^Claim:\s*/u, '').trim())
  const usual = (await relatedTo()).cases
  await until(titles).toEqual(usual.map(({ title }) => title))
  for (const { reason } of usual) expect(await panel.getByText(`Why: ${reason}`, { exact: true }).count()).toBeGreaterThan(0)
  expect(await panel.getByText(/^loosely related, score /).count()).toBe(usual.filter(({ isLoose }) => isLoose).length)
  expect(await bareClaims(page)).toEqual([])

  const onlyPlace = (await relatedTo({ text: '0', theme: '0.35', place: '2', time: '0.4' })).cases.map(({ title }) => title)
  expect(onlyPlace).not.toEqual(usual.map(({ title }) => title))
  await panel.getByRole('slider', { name: 'Text' }).focus()
  await page.keyboard.press('Home')
  await panel.getByText('does not count').waitFor()
  await panel.getByRole('slider', { name: 'Place' }).focus()
  await page.keyboard.press('End')
  await until(titles).toEqual(onlyPlace)
  await until(() => new URL(page.url()).searchParams.get('weigh')).toBe('0,0.35,2,0.4')
  await page.reload()
  await until(titles).toEqual(onlyPlace)
  expect(await panel.getByRole('slider', { name: 'Place' }).inputValue()).toBe('2')

  await panel.getByRole('button', { name: 'Reset the weights' }).click()
  await until(titles).toEqual(usual.map(({ title }) => title))
  await until(() => new URL(page.url()).searchParams.has('weigh')).toBe(false)
})

test('the same narrative told elsewhere, within the days that are chosen; the same claim again; no fault for axe in either theme or at 900 px', async () => {
  const page = await openPage(addressOf(id))
  const elsewhere = page.getByRole('region', { name: 'The same narrative told elsewhere' })
  const within = (days: string) => getApi(toldElsewhereEndpoint, `/api${addressOf(id)}/told-elsewhere`, { days })
  const { total } = await within('3650')
  expect(total).toBeGreaterThan((await within('7')).total)
  await elsewhere.getByRole('radio', { name: '10 years' }).click()
  await elsewhere.getByText(`${String(total)} cases within 10 years`).waitFor()
  expect(await elsewhere.getByText(/(later|earlier|on the same day); discusses .+; carries .+\(.+\)/u).count()).toBeGreaterThan(0)
  expect(new URL(page.url()).searchParams.get('within')).toBe('3650')
  await page.getByRole('region', { name: 'The same claim again' }).getByText('No case here with an equal or nearly equal title', { exact: false }).waitFor()

  expect(await bareClaims(page)).toEqual([])
  expect(await accessibilityFaults(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize({ width: 900, height: 800 })
  expect(await accessibilityFaults(page)).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
})

test('in Explore related cases come on dashed lines that say why, are counted apart from connections, hold in a link, and go with one undo', async () => {
  const page = await exploreWith([id])
  const found = (await relatedTo({ limit: '8' })).cases
  await detailsOf(page).getByRole('button', { name: 'Show related cases' }).click()
  await expectNodes(page, 1 + found.length)
  const lines = new RegExp(`, and ${String(found.length)} dashed lines to related cases$`, 'u')
  await until(async () => (await canvasOf(page).getAttribute('aria-label')) ?? '').toMatch(lines)
  const { edges } = await drawn(page)
  await settled(page)

  // By keyboard: over the connections of the node until one is a dashed line, and into its reason.
  await canvasOf(page).focus()
  await page.keyboard.press('Home')
  for (let step = 1; step <= edges + found.length; step += 1) {
    await page.keyboard.press('.')
    // What the key brought must be said before it is looked at; else the next press goes past it.
    await page.getByText(new RegExp(`^(Connection|Dashed line) ${String(step)} of \\d+ of `, 'u')).first().waitFor({ state: 'attached' })
    if ((await page.getByText(/^Dashed line \d+ of \d+ of case/u).count()) > 0) break
  }
  await page.keyboard.press('Enter')
  await detailsOf(page).getByText('dashed line, no edge of the graph').waitFor()
  const why = (await detailsOf(page).getByRole('heading', { name: 'Why it is here' }).locator('xpath=following-sibling::p[1]').textContent()) ?? ''
  const told = found.find(({ reason }) => reason === why)
  expect(told).toBeDefined()
  await detailsOf(page).getByText(told?.isLoose === true ? 'is found loosely related to' : 'is found related to', { exact: true }).waitFor()
  expect(await bareClaims(page)).toEqual([])

  await settled(page)
  const link = page.url()
  const fresh = await openPage(link)
  await expectNodes(fresh, 1 + found.length)
  await until(async () => (await canvasOf(fresh).getAttribute('aria-label')) ?? '').toMatch(lines)
  await detailsOf(fresh).getByText(why, { exact: true }).waitFor()

  const filter = legendOf(page).getByRole('button', { name: /^related cases, no edges of the graph: .*Show$/u })
  await filter.click()
  await until(async () => (await canvasOf(page).getAttribute('aria-label')) ?? '').not.toMatch(/dashed/u)
  expect((await drawn(page)).edges).toBe(edges)
  await filter.click()
  await until(async () => (await canvasOf(page).getAttribute('aria-label')) ?? '').toMatch(lines)
  await toolsOf(page).getByRole('button', { name: 'Table' }).click()
  await page.getByRole('tab', { name: `Connections (${String(edges)}, and ${String(found.length)} dashed lines)` }).click()
  const loose = found.filter(({ isLoose }) => isLoose).length
  expect(loose).toBeGreaterThan(0)
  await until(() => page.getByRole('cell', { name: 'is found related to', exact: true }).count()).toBe(found.length - loose)
  expect(await page.getByRole('cell', { name: 'is found loosely related to', exact: true }).count()).toBe(loose)
  await legendOf(page).getByText(/^of them only loosely related$/u).waitFor()
  await toolsOf(page).getByRole('button', { name: 'Graph' }).click()

  // Back over the looking about, to before the related cases came, and forth again.
  const undoShow = page.getByRole('button', { name: /^Undo: Show related cases/u })
  for (let step = 0; step < 12 && (await undoShow.count()) === 0; step += 1) await page.getByRole('button', { name: /^Undo: / }).click()
  await undoShow.click()
  await expectNodes(page, 1)
  await page.getByRole('button', { name: /^Redo: Show related cases/u }).click()
  await until(async () => (await canvasOf(page).getAttribute('aria-label')) ?? '').toMatch(lines)
})

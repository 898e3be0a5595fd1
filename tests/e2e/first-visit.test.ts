import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPage } from './support/open-page.ts'
import { until } from './support/until.ts'

const lines = ['Colour revolutions', 'Deep State', 'NATO’s broken promise']

async function openLandscape(address = '/'): Promise<Page> {
  const page = await openPage(address)
  await page.getByRole('heading', { level: 1, name: 'Narratives keep coming back' }).waitFor()
  await page.getByRole('region', { name: 'Start here' }).waitFor()
  return page
}

test('the landscape names the three lines to start with and says that it rests on a sample', async () => {
  const page = await openLandscape()
  expect(await page.title()).toContain('Landscape')
  const start = page.getByRole('region', { name: 'Start here' })
  for (const line of lines) await start.getByRole('button', { name: line }).waitFor()
  expect(await start.getByRole('button').count()).toBe(lines.length)
  await page.getByText('Selected sample in Throughline’s paraphrase').waitFor()
  await page.getByText('228 cases', { exact: false }).first().waitFor()
  // A sample bears no shares: their switches are off, and the row of cases without a narrative is there.
  expect(await page.getByRole('radio', { name: 'Share' }).isDisabled()).toBe(true)
  await page.getByRole('img', { name: /cases without a linked narrative/ }).waitFor()
})

test('pointing at a row says how many cases others share with it', async () => {
  const page = await openLandscape()
  const row = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^Colour revolutions/ }) })
  await row.getByRole('button').hover()
  const soros = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^Conspiracy claims about George Soros/ }) })
  await soros.getByText(/^\d+ shared cases?$/).waitFor()
})

test('pointing at a dot shows the claim with its disproof; a click opens the case', async () => {
  const page = await openLandscape()
  const lane = page.getByRole('img', { name: /^Deep State: / })
  // To the middle: at the edge of the window the sticky row of all cases may lie over it.
  await lane.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  // All dots of a row are one path, each begun at its left end.
  const [, left, middle] = /^M(\S+) ([\d.]+)a/u.exec((await lane.locator('[data-dots]').first().getAttribute('d')) ?? '') ?? []
  const box = await lane.boundingBox()
  if (box === null || left === undefined) throw new Error('the row has no dot')
  const dot = { x: box.x + Number(left) + 2, y: box.y + Number(middle) }
  await page.mouse.move(dot.x, dot.y)
  const card = page.getByRole('article', { includeHidden: true }).filter({ hasText: 'link:' })
  await card.getByText('Claim:').waitFor()
  await card.getByText(/Disproof:|disproof not imported/).first().waitFor()
  await page.mouse.click(dot.x, dot.y)
  await page.waitForURL(/\/cases\//u)
})

test('a row that the keyboard comes to does not rest beneath the sticky bars', async () => {
  const page = await openLandscape()
  const rows = page.getByRole('listitem').getByRole('button')
  const covered: string[] = []
  for (let row = 0; row < 24; row += 1) {
    await rows.nth(row).focus()
    const name = await page.evaluate<string>(`(() => {
      const button = document.activeElement
      const { left, top, height } = button.getBoundingClientRect()
      return button.contains(document.elementFromPoint(left + 4, top + height / 2)) ? '' : button.textContent
    })()`)
    if (name !== '') covered.push(name)
  }
  expect(covered).toEqual([])
})

test('choosing a row opens its panel with the ways on; the address keeps the choice', async () => {
  const page = await openLandscape()
  await page.getByRole('region', { name: 'Start here' }).getByRole('button', { name: 'Deep State' }).click()
  const panel = page.getByRole('complementary', { name: 'Selected narrative: Deep State' })
  await panel.getByText(/Earliest recorded here \d{4}-\d\d-\d\d/).waitFor()
  await panel.getByRole('heading', { name: 'Shares cases with' }).waitFor()
  await panel.getByText('Claim:').first().waitFor()
  expect(page.url()).toContain('narrative=narrative:deep-state')
  await page.reload()
  await panel.getByRole('link', { name: 'Open dossier' }).waitFor()
  await panel.getByRole('link', { name: 'Explore' }).waitFor()
  await panel.getByRole('button', { name: 'Close the panel' }).click()
  await panel.waitFor({ state: 'detached' })
})

test('brushing time filters, by mouse and by arrow keys, and shows the way back', async () => {
  const page = await openLandscape()
  const handle = page.getByRole('slider', { name: 'Time window from' })
  await handle.focus()
  for (let step = 0; step < 12; step++) await page.keyboard.press('ArrowRight')
  const moved = await handle.getAttribute('aria-valuetext')
  await page.waitForURL((url) => url.searchParams.get('from') === moved)
  await page.getByRole('button', { name: 'Show all time' }).click()
  await page.waitForURL((url) => url.searchParams.get('from') === null)

  const bars = await page.getByRole('img', { name: /^All reviewed cases a month/ }).boundingBox()
  if (bars === null) throw new Error('no row of all cases')
  await page.mouse.move(bars.x + bars.width * 0.4, bars.y + 20)
  await page.mouse.down()
  await page.mouse.move(bars.x + bars.width * 0.6, bars.y + 20, { steps: 5 })
  await page.mouse.up()
  await page.waitForURL((url) => url.searchParams.get('from') !== null && url.searchParams.get('to') !== null)
  await page.getByRole('button', { name: /^Colour revolutions \d+ of \d+$/ }).waitFor()
  await page.getByRole('button', { name: 'Show all time' }).click()
})

test('the picture has its table, sorted by what the reader asks for', async () => {
  const page = await openLandscape()
  await page.getByRole('radio', { name: 'Table' }).click()
  const table = page.getByRole('table', { name: /Narratives and the cases that carry them/ })
  for (const line of lines) await table.getByRole('button', { name: line }).waitFor()
  const rows = await table.getByRole('row').all()
  const counts = (await Promise.all(rows.slice(1).map((row) => row.getByRole('cell').nth(1).textContent()))).map(Number)
  expect(counts.length).toBeGreaterThan(lines.length)
  expect(counts).toEqual(counts.toSorted((a, b) => b - a))
  await table.getByRole('button', { name: 'Narrative' }).click()
  await table.getByRole('columnheader', { name: 'Narrative' }).and(page.locator('[aria-sort=ascending]')).waitFor()
})

test('the theme can be chosen and is remembered', async () => {
  const page = await openLandscape()
  const ground = () => page.evaluate('getComputedStyle(document.body).backgroundColor')
  const light = await ground()
  await page.getByRole('button', { name: /^Theme/ }).click()
  await page.getByRole('menuitem', { name: 'Dark' }).click()
  await until(ground).not.toBe(light)
  const dark = await ground()
  await page.reload()
  await page.getByRole('region', { name: 'Start here' }).waitFor()
  expect(await ground()).toBe(dark)
})

test('with the keyboard alone: search for a narrative, open its dossier', async () => {
  const page = await openLandscape()
  await page.keyboard.press('/')
  await page.getByRole('combobox', { name: /^Search/ }).and(page.locator(':focus')).waitFor()
  await page.keyboard.type('colour rev')
  await page.getByRole('option', { name: /Colour revolutions/ }).first().waitFor()
  await page.getByRole('option', { selected: true }).getByText('Colour revolutions').waitFor()
  // Enter opens what was asked for, not what the beginning of the word brought.
  await page.getByText('Searching…').waitFor({ state: 'hidden' })
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/narratives\/narrative(:|%3A)colour-revolutions/u)
  await page.getByRole('heading', { level: 1, name: 'Colour revolutions' }).waitFor()
})

test('the first press of Tab offers to skip to the content', async () => {
  const page = await openLandscape()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('main').and(page.locator(':focus')).waitFor()
})

test('no name of a narrative is cut, wide or narrow', async () => {
  for (const width of [1440, 900]) {
    const page = await openPage('/', { viewport: { width, height: 900 } })
    await page.getByRole('region', { name: 'Start here' }).waitFor()
    await page.getByRole('img', { name: /^Deep State: / }).waitFor()
    const cut = await page.evaluate(`[...document.querySelectorAll('main li button, main h3 button')]
      .flatMap((button) => [...button.children])
      .filter((text) => text.scrollWidth > text.clientWidth + 1 || text.scrollHeight > text.clientHeight + 1 || getComputedStyle(text).textOverflow === 'ellipsis')
      .map((text) => text.textContent)`)
    expect(cut, `at ${String(width)} px`).toEqual([])
  }
})

import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { casesEndpoint } from '#graph-schema/api/cases.ts'
import { accessibilityFaults } from './support/accessibility.ts'
import { getApi } from './support/api.ts'
import { casePageText } from './support/case-page-source.ts'
import { bareClaims } from './support/claims.ts'
import { canvasOf, detailsOf, expectNodes, exploreDeepState, settled, toolsOf } from './support/explore.ts'
import { layoutFaults } from './support/layout.ts'
import { openPage } from './support/open-page.ts'


async function open(address: string, heading: string | RegExp): Promise<Page> {
  const page = await openPage(address)
  await page.getByRole('heading', { name: heading }).first().waitFor()
  await page.waitForLoadState('networkidle')
  return page
}

/** The page of the first case that this search finds. */
async function openCase(words: string): Promise<Page> {
  const { cases } = await getApi(casesEndpoint, '/api/cases', { q: words, limit: '1' })
  const [first] = cases
  if (first === undefined) throw new Error(`no case is found by ${words}`)
  return open(`/cases/${encodeURIComponent(first.id)}`, first.title)
}

/** Two frames drawn: what was asked for before is on the screen after. */
const twoFrames = 'new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(true))))'
/** One that was cancelled has a successor, so this is asked until nothing that ends is left. The page's policy forbids to ask from within. */
const isMoving = 'document.getAnimations().some((one) => one.effect.getComputedTiming().endTime !== Infinity)'

/** Waits until colours and places have come to rest. */
async function still(page: Page): Promise<void> {
  await page.evaluate(twoFrames)
  while (await page.evaluate<boolean>(isMoving)) await page.evaluate(twoFrames)
}

/** Every screen in the states in which people meet it. */
const screens: readonly (readonly [string, () => Promise<Page>])[] = [
  ['landscape', () => open('/', 'Start here: lines that keep returning')],
  ['landscape, a narrative selected', () => open('/?narrative=narrative:deep-state', 'Shares cases with')],
  ['landscape as a table, with a time window', () => open('/?as=table&from=2018-01-01&to=2019-12-31', 'Narratives keep coming back')],
  ['landscape by issue', () => open('/?by=issue', 'Narratives keep coming back')],
  ['explore, empty', () => open('/explore', 'Explore how claims connect')],
  ['explore, a narrative with cases', () => exploreDeepState()],
  [
    'explore, a case selected',
    async () => {
      const page = await exploreDeepState()
      await canvasOf(page).focus()
      await page.keyboard.press('Home')
      for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown']) await page.keyboard.press(key)
      await page.keyboard.press('Enter')
      await detailsOf(page).getByRole('button', { name: 'Expand' }).waitFor()
      await settled(page)
      return page
    },
  ],
  [
    'explore as a table, with the forecast open',
    async () => {
      const page = await exploreDeepState()
      await toolsOf(page).getByRole('button', { name: 'Table' }).click()
      await page.getByRole('button', { name: 'Expand Deep State' }).click()
      await page.getByRole('region', { name: 'Expand Deep State' }).getByRole('checkbox').first().waitFor()
      return page
    },
  ],
  [
    'explore, the ranked choice open',
    async () => {
      const page = await openPage('/explore?add=country:RU')
      await expectNodes(page, 1)
      await detailsOf(page).getByRole('button', { name: 'Expand' }).click()
      await page.getByRole('button', { name: /^Choose from/ }).click()
      await page.getByRole('dialog').getByRole('checkbox').first().waitFor()
      return page
    },
  ],
  ['narratives', () => open('/narratives', 'Narratives')],
  ['dossier', () => open('/narratives/narrative:colour-revolutions', 'Colour revolutions')],
  ['cases', () => open('/cases', 'Cases')],
  ['cases, filtered', () => open('/cases?country=country:KZ&q=west', 'Cases')],
  ['case page', () => openCase('neo-colonial West failed again')],
  ['review, nobody named', () => open('/review', 'Who are you?')],
  ['sources', () => open('/sources', 'Imports so far')],
  [
    'sources, a dry run',
    async () => {
      const page = await open('/sources', 'Sources')
      await page.getByRole('textbox', { name: 'Or paste the text of one or more case pages' }).fill(casePageText)
      await page.getByRole('button', { name: 'Read it' }).click()
      await page.getByRole('list', { name: 'Cases read' }).waitFor()
      return page
    },
  ],
  [
    'search open',
    async () => {
      const page = await open('/', 'Start here: lines that keep returning')
      await page.keyboard.press('/')
      await page.keyboard.type('colour')
      await page.getByRole('option').first().waitFor()
      await page.getByText('Searching…').waitFor({ state: 'hidden' })
      return page
    },
  ],
  [
    'keyboard help',
    async () => {
      const page = await open('/explore', 'Explore how claims connect')
      await page.getByRole('button', { name: 'Keyboard shortcuts' }).click()
      await page.getByRole('dialog', { name: 'Keyboard' }).waitFor()
      return page
    },
  ],
  ['no such screen', () => open('/no-such-screen', /./)],
]

describe.for(screens)('%s', ([, show]) => {
  test('no claim without its disproof, no fault for axe in light and dark, nothing cut at 900 px and at 200 %', async () => {
    const page = await show()
    expect.soft(await bareClaims(page), 'claims alone').toEqual([])
    expect.soft(await accessibilityFaults(page), 'axe, light').toEqual([])
    expect.soft(await layoutFaults(page), '1440 px').toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.locator(':root[data-theme=dark]').waitFor()
    await still(page)
    expect.soft(await accessibilityFaults(page), 'axe, dark').toEqual([])
    // 1440 px at 200 % are 720 px to the page; 900 px is a small laptop's half.
    for (const [width, height] of [[900, 800], [720, 450]] as const) {
      await page.setViewportSize({ width, height })
      await still(page)
      expect.soft(await layoutFaults(page), `${String(width)} px`).toEqual([])
    }
    expect.soft(await accessibilityFaults(page), 'axe, 720 px').toEqual([])
  })
})

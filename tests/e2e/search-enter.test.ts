import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { detailsOf, drawn, expectNodes, exploreWith } from './support/explore.ts'
import { openPage } from './support/open-page.ts'
import { until } from './support/until.ts'

/** Holds back answers to searches until they are let go, as a slow server would; tells which texts were asked for. */
async function holdSearches(page: Page): Promise<{ asked: string[]; letGo: () => void }> {
  const asked: string[] = []
  let letGo = (): void => undefined
  const gate = new Promise<void>((resolve) => (letGo = resolve))
  await page.route(/\/api\/search\?/u, async (route) => {
    asked.push(new URL(route.request().url()).searchParams.get('q') ?? '')
    await gate
    // A newer text takes its request back.
    await route.continue().catch(() => undefined)
  })
  return { asked, letGo }
}

test('Enter before the answer is there takes the first hit as soon as it comes, and says so meanwhile', async () => {
  const page = await openPage('/explore')
  const field = page.getByRole('searchbox', { name: 'Search to put something on the canvas' })
  await page.getByRole('listitem').getByRole('button', { name: /^Deep State/ }).waitFor()
  const { letGo } = await holdSearches(page)
  await field.fill('kazakhstan')
  await field.press('Enter')
  await page.getByRole('status').getByText('The first hit will be taken').waitFor()
  letGo()
  await expectNodes(page, 1)
  await detailsOf(page).getByRole('heading', { name: 'Kazakhstan' }).waitFor()
})

test('further typing cancels an Enter that waits', async () => {
  const page = await openPage('/explore')
  const field = page.getByRole('searchbox', { name: 'Search to put something on the canvas' })
  await page.getByRole('listitem').getByRole('button', { name: /^Deep State/ }).waitFor()
  const { letGo } = await holdSearches(page)
  await field.fill('kazakhst')
  await field.press('Enter')
  await page.getByRole('status').getByText('The first hit will be taken').waitFor()
  await field.press('End')
  await field.pressSequentially('an')
  await page.getByText('The first hit will be taken').waitFor({ state: 'detached' })
  letGo()
  await page.getByRole('button', { name: /^Kazakhstan\s*country/ }).waitFor()
  expect((await drawn(page)).nodes).toBe(0)
})

test('the search of the shell keeps Ctrl Enter for the answer; Escape takes it back', async () => {
  const page = await exploreWith(['country:KZ'])
  const { asked, letGo } = await holdSearches(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('deep state')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('status').getByText('The first result will be added to the canvas').waitFor()
  await page.keyboard.press('Escape')
  await page.getByText('The first result will be added to the canvas').waitFor({ state: 'hidden' })
  await page.keyboard.press('ArrowDown')
  await page.getByText('Searching…').waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('status').getByText('The first result will be added to the canvas').waitFor()
  await until(() => asked).toContain('deep state')
  letGo()
  await expectNodes(page, 2)
  await detailsOf(page).getByRole('heading', { name: 'Deep State' }).waitFor()
})

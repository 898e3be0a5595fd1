import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { reseed } from './support/command-line.ts'
import { canvasOf, detailsOf, drawn, expandInPanel, expectNodes, exploreDeepState, legendOf, selectInTable, settled, toolsOf } from './support/explore.ts'
import { openPage } from './support/open-page.ts'
import { differingShare, keepPictures, showsSomething } from './support/screenshots.ts'

/** Brings the canvas into a state that every part of a link must hold: nodes, places, a pin, filters, time, selection, camera, theme. */
async function makeView(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Theme/ }).click()
  await page.getByRole('menuitem', { name: 'Dark' }).click()
  await detailsOf(page).getByRole('button', { name: 'Expand' }).click()
  const brought = await expandInPanel(page, /technique|keyword/u)
  await expectNodes(page, 11 + brought)
  await settled(page)
  await canvasOf(page).focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('p')
  await legendOf(page).getByRole('button', { name: /^Keywords: .*Show$/ }).click()
  await page.getByRole('slider', { name: 'Time window, first month' }).focus()
  await page.keyboard.press('PageUp')
  await page.keyboard.press('PageUp')
  await toolsOf(page).getByRole('button', { name: 'Fit' }).click()
  await toolsOf(page).getByRole('button', { name: 'Zoom in' }).click()
  await selectInTable(page, ['Deep State'])
}

/** A picture of the whole window with nothing in it that passes: messages, focus, the pointer's place. */
async function picture(page: Page): Promise<Buffer> {
  for (const message of await page.getByRole('button', { name: 'Dismiss message' }).all()) await message.click()
  await page.getByRole('status', { name: 'Messages' }).getByRole('button').first().waitFor({ state: 'detached' })
  await page.mouse.move(2, 2)
  await page.evaluate('document.activeElement?.blur()')
  await settled(page)
  await page.waitForLoadState('networkidle')
  await page.evaluate('document.fonts.ready.then(() => true)')
  return page.screenshot({ animations: 'disabled', caret: 'hide' })
}

test('a copied link opens the same picture in a fresh browser after the graph was wiped and seeded again', async () => {
  const page = await exploreDeepState()
  await makeView(page)
  const before = await picture(page)
  const shown = await drawn(page)
  expect(showsSomething(before)).toBe(true)

  await page.getByRole('button', { name: 'Share view' }).click()
  await page.getByText('Link copied. It opens this very view.').waitFor()
  const link = z.url().parse(await page.evaluate('navigator.clipboard.readText()'))
  expect(link).toBe(page.url())
  await reseed()

  // A fresh profile, and a reader whose system is light: the link brings its theme.
  const fresh = await openPage(link, { colorScheme: 'light' })
  await expectNodes(fresh, shown.nodes)
  expect(await drawn(fresh)).toEqual(shown)
  const after = await picture(fresh)
  const share = differingShare(before, after)
  expect(share, share < 0.01 ? '' : `the pictures lie in ${keepPictures({ before, after })}`).toBeLessThan(0.01)
  expect(fresh.url()).toBe(link)
})

test('a link with nodes that are not in this graph opens the rest and names what is missing', async () => {
  const page = await exploreDeepState()
  const [address = '', fragment = ''] = page.url().split('#')
  expect(fragment.length).toBeGreaterThan(40)
  const cut = await openPage(`${address}#${fragment.slice(0, 40)}`)
  await cut.getByText('The view in this link cannot be read', { exact: false }).waitFor()
  const unknown = await openPage('/explore?add=country:KZ,outlet:no-such-outlet')
  await expectNodes(unknown, 1)
  await unknown.getByText('Not in this graph, so not added:').waitFor()
})

test('leaving Explore and coming back keeps the canvas', async () => {
  const page = await exploreDeepState()
  const navigation = page.getByRole('navigation', { name: 'Screens' })
  await navigation.getByRole('link', { name: 'Landscape' }).click()
  await page.getByRole('heading', { level: 1, name: 'Narratives keep coming back' }).waitFor()
  await navigation.getByRole('link', { name: 'Explore' }).click()
  await expectNodes(page, 11)
  await settled(page)
  await page.reload()
  await expectNodes(page, 11)
})

test('a reload right after coming back finds the canvas, before anything had time to rest', async () => {
  const page = await exploreDeepState()
  const navigation = page.getByRole('navigation', { name: 'Screens' })
  await navigation.getByRole('link', { name: 'Landscape' }).click()
  await page.getByRole('heading', { level: 1, name: 'Narratives keep coming back' }).waitFor()
  // From now on no timer of more than a moment fires: the page is gone before.
  await page.evaluate('{ const start = window.setTimeout; window.setTimeout = (work, wait, ...rest) => (wait >= 150 ? 0 : start(work, wait, ...rest)) }')
  await navigation.getByRole('link', { name: 'Explore' }).click()
  await expectNodes(page, 11)
  await page.reload()
  await expectNodes(page, 11)
})

import type { Locator, Page } from 'playwright-core'
import { openPage, type PageOptions } from './open-page.ts'
import { until } from './until.ts'

/** The canvas; its name tells how much is drawn. */
export const canvasOf = (page: Page): Locator => page.getByRole('application', { name: /^Graph of/ })
export const detailsOf = (page: Page): Locator => page.getByRole('complementary', { name: 'Details of the selection' })
export const legendOf = (page: Page): Locator => page.getByRole('complementary', { name: 'Legend and filter' })
export const toolsOf = (page: Page): Locator => page.getByRole('toolbar', { name: 'Canvas tools' })

/** How many nodes and connections are drawn. */
export async function drawn(page: Page): Promise<{ nodes: number; edges: number }> {
  const name = (await canvasOf(page).getAttribute('aria-label')) ?? ''
  const [nodes, edges] = [...name.matchAll(/\d+/gu)].map(Number)
  return { nodes: nodes ?? -1, edges: edges ?? -1 }
}

/** Waits until as many nodes are drawn. */
export async function expectNodes(page: Page, count: number): Promise<void> {
  await until(async () => (await drawn(page)).nodes).toBe(count)
}

/** Waits until new nodes have found their places and the address holds the view. */
export async function settled(page: Page): Promise<void> {
  await toolsOf(page).getByText('Laying out…').waitFor({ state: 'hidden' })
  let before = ''
  await until(async () => {
    const now = page.url()
    const isSame = now === before && now.includes('#')
    before = now
    // Longer than the address waits for rest.
    if (!isSame) await page.waitForTimeout(500)
    return isSame
  }).toBe(true)
}

/** Opens Explore with these nodes on the canvas. */
export async function exploreWith(ids: readonly string[], options?: PageOptions): Promise<Page> {
  const page = await openPage(`/explore?add=${ids.join(',')}`, options)
  await expectNodes(page, ids.length)
  await settled(page)
  return page
}

/** Opens Explore with the Deep State and its first ten cases, as the start panel offers it. */
export async function exploreDeepState(options?: PageOptions): Promise<Page> {
  const page = await openPage('/explore', options)
  await page.getByRole('listitem').getByRole('button', { name: /^Deep State/ }).click()
  await expectNodes(page, 11)
  await settled(page)
  return page
}

/** Selects nodes through the table twin, by name. */
export async function selectInTable(page: Page, names: readonly string[]): Promise<void> {
  await toolsOf(page).getByRole('button', { name: 'Table' }).click()
  for (const name of names) await page.getByRole('checkbox', { name: `Select ${name}`, exact: true }).check()
  await toolsOf(page).getByRole('button', { name: 'Graph' }).click()
}

/** Expands a node from the table twin, taking only the kinds whose row matches. Resolves with how many nodes the forecast promised. */
export async function expandInPanel(page: Page, kinds: RegExp): Promise<number> {
  const panel = page.getByRole('region', { name: /^Expand / })
  await panel.getByRole('checkbox').first().waitFor()
  for (const row of await panel.getByRole('listitem').all()) {
    const box = row.getByRole('checkbox')
    if (await box.isEnabled()) await box.setChecked(kinds.test((await row.textContent()) ?? ''))
  }
  const add = panel.getByRole('button', { name: /^Add \d+$/ })
  const promised = Number(/\d+/u.exec((await add.textContent()) ?? '')?.[0])
  await add.click()
  return promised
}

/**
 * Where a single node stands after Fit: the canvas's middle, a little lower for the tools above. A little aside, too: Cytoscape
 * takes a point straight below a diamond's tip for one outside.
 */
export async function middleOf(page: Page): Promise<{ x: number; y: number }> {
  const box = await canvasOf(page).boundingBox()
  if (box === null) throw new Error('the canvas is not there')
  return { x: box.x + box.width / 2 + 3, y: box.y + box.height / 2 + 13 }
}

import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { accessibilityFaults } from './support/accessibility.ts'
import { bareClaims } from './support/claims.ts'
import { canvasOf, detailsOf, drawn, expectNodes, exploreDeepState, settled } from './support/explore.ts'
import { openPage } from './support/open-page.ts'
import { until } from './support/until.ts'

const isFocused = async (target: Locator) => (await target.and(target.page().locator(':focus')).count()) > 0

/** Presses Tab until that has the focus. */
async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  for (let press = 0; press < 80; press++) {
    if (await isFocused(target)) return
    await page.keyboard.press(key)
  }
  throw new Error(`Tab does not reach ${target.toString()}`)
}

/** No action may leave the keyboard nowhere. */
async function expectFocusKept(page: Page, after: string): Promise<void> {
  await until(() => page.evaluate('document.activeElement !== document.body'), `the focus is lost after ${after}`).toBe(true)
}

test('a tour of Explore without a mouse', async () => {
  const page = await openPage('/')
  await page.getByRole('region', { name: 'Start here' }).waitFor()

  // From the first screen to the canvas.
  await page.keyboard.press('/')
  await page.keyboard.type('deep state')
  await page.getByRole('option', { selected: true }).getByText('Deep State').first().waitFor()
  await page.getByText('Searching…').waitFor({ state: 'hidden' })
  await page.keyboard.press('Control+Enter')
  await expectNodes(page, 1)
  await settled(page)

  // Expand: the forecast has the focus on what adds.
  const canvas = canvasOf(page)
  await tabTo(page, canvas)
  await page.keyboard.press('Home')
  await canvas.getByText(/^narrative Deep State/).waitFor()
  await page.keyboard.press('e')
  const panel = page.getByRole('region', { name: 'Expand Deep State' })
  await panel.getByRole('button', { name: /^(Add \d+|Choose from)/ }).and(page.locator(':focus')).waitFor()
  await tabTo(page, panel.getByRole('checkbox').first(), 'Shift+Tab')
  await page.keyboard.press('Space')
  await tabTo(page, panel.getByRole('button', { name: /^Add \d+$/ }))
  await page.keyboard.press('Enter')
  await until(async () => (await drawn(page)).nodes).toBeGreaterThan(5)
  await settled(page)
  const expanded = (await drawn(page)).nodes

  // Walk along a connection; the words follow.
  await tabTo(page, canvas)
  await page.keyboard.press('Home')
  const start = await canvas.locator('[aria-live]').textContent()
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp']) {
    await page.keyboard.press(key)
    if ((await canvas.locator('[aria-live]').textContent()) !== start) break
  }
  expect(await canvas.locator('[aria-live]').textContent()).not.toBe(start)

  // Details and back; the menu and back; pin, remove, undo, redo.
  await page.keyboard.press('Enter')
  await detailsOf(page).locator(':focus').waitFor()
  const action = detailsOf(page).getByRole('button', { name: 'Expand' })
  await action.waitFor()
  await tabTo(page, action)
  await tabTo(page, canvas, 'Shift+Tab')
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menuitem').first().and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Escape')
  await canvas.and(page.locator(':focus')).waitFor()
  await page.keyboard.press('p')
  await canvas.getByText(/, pinned\./).waitFor()
  await page.keyboard.press('Delete')
  await expectNodes(page, expanded - 1)
  await expectFocusKept(page, 'Delete')
  await page.keyboard.press('Control+z')
  await expectNodes(page, expanded)
  await page.keyboard.press('Control+Shift+z')
  await expectNodes(page, expanded - 1)
  await page.keyboard.press('Control+z')
  await expectNodes(page, expanded)

  // Collapse what the expansion brought: without a selection, Home leads to the narrative.
  await page.keyboard.press('Escape')
  await page.keyboard.press('Home')
  await canvas.getByText(/^narrative Deep State/).waitFor()
  await page.keyboard.press('c')
  await expectNodes(page, 1)
})

test('the evidence of a connection is reached by key: on the canvas, and in the table twin', async () => {
  const page = await exploreDeepState()
  const canvas = canvasOf(page)
  const words = canvas.locator('[aria-live]')
  const evidence = detailsOf(page).getByRole('heading', { name: 'Why it is here' })

  // Over the connections of a node, to the evidence of one, and back.
  await tabTo(page, canvas)
  await page.keyboard.press('Home')
  await canvas.getByText(/^narrative Deep State/).waitFor()
  await page.keyboard.press('.')
  await canvas.getByText(/^Connection 1 of 10 of narrative Deep State: is carried by case, claim: “.*disproof/u).waitFor()
  const first = await words.textContent()
  await page.keyboard.press('.')
  await canvas.getByText(/^Connection 2 of 10/).waitFor()
  await page.keyboard.press(',')
  expect(await words.textContent()).toBe(first)
  await page.keyboard.press('Enter')
  await evidence.waitFor()
  await detailsOf(page).locator(':focus').waitFor()
  await page.keyboard.press('Escape')
  await canvas.and(page.locator(':focus')).waitFor()

  // To the other end, whose one connection leads back.
  await page.keyboard.press('g')
  await canvas.getByText(/^case, claim: “/u).waitFor()
  await page.keyboard.press(',')
  await canvas.getByText(/^Connection 1 of 1 of case, claim: .*: carries narrative Deep State/u).waitFor()
  await page.keyboard.press('Escape')
  await canvas.getByText(/^case, claim: “/u).waitFor()
  await page.keyboard.press('Escape')
  await detailsOf(page).getByRole('heading', { name: 'Nothing selected' }).waitFor()

  // The same in the table.
  const tools = page.getByRole('toolbar', { name: 'Canvas tools' })
  await tools.getByRole('button', { name: 'Table' }).focus()
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('tab', { name: 'Nodes (11)' }))
  await page.keyboard.press('ArrowRight')
  const table = page.getByRole('table', { name: /^The 10 connections drawn on the canvas/ })
  await table.waitFor()
  expect(await table.getByRole('row').count()).toBe(11)
  expect(await bareClaims(page)).toEqual([])
  const button = table.getByRole('button', { name: /^Evidence: “.*” carries Deep State$/u }).first()
  await tabTo(page, button)
  await page.keyboard.press('Enter')
  await evidence.waitFor()
  await table.getByRole('button', { name: /^Evidence/, pressed: true }).waitFor()
  await detailsOf(page).locator(':focus').waitFor()
  await page.keyboard.press('Escape')
  await button.and(page.locator(':focus')).waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
})

test('tools, table twin, legend and timeline are reached and used by key', async () => {
  const page = await openPage('/explore?add=narrative:deep-state,narrative:soros-conspiracy,country:KZ')
  await expectNodes(page, 3)
  await settled(page)
  await tabTo(page, page.getByRole('button', { name: /^Countries, regions: 1 shown/ }))
  await page.keyboard.press('Space')
  await expectNodes(page, 2)
  await page.keyboard.press('Space')
  await expectNodes(page, 3)

  const tools = page.getByRole('toolbar', { name: 'Canvas tools' })
  await tabTo(page, tools.getByRole('button').first())
  for (let press = 0; press < 8 && !(await isFocused(tools.getByRole('button', { name: 'Table' }))); press++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  const table = page.getByRole('table', { name: /^The 3 nodes drawn/ })
  await table.waitFor()
  await tabTo(page, table.getByRole('checkbox', { name: 'Select Kazakhstan' }))
  await page.keyboard.press('Space')
  await detailsOf(page).getByRole('heading').first().waitFor()
  await tabTo(page, table.getByRole('button', { name: 'Expand Kazakhstan' }))
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: 'Expand Kazakhstan' }).waitFor()
  // At once, while the forecast may still load: the panel closes and the table has the keyboard again.
  await page.keyboard.press('Escape')
  await page.getByRole('region', { name: 'Expand Kazakhstan' }).waitFor({ state: 'detached' })
  await table.getByRole('button', { name: 'Expand Kazakhstan' }).and(page.locator(':focus')).waitFor()

  await tabTo(page, page.getByRole('slider', { name: 'Time window, first month' }))
  const first = page.getByRole('slider', { name: 'Time window, first month' })
  const before = await first.getAttribute('aria-valuetext')
  await page.keyboard.press('PageUp')
  await until(() => first.getAttribute('aria-valuetext')).not.toBe(before)

  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keyboard' }).getByText('Explore', { exact: true }).waitFor()
  await page.getByRole('dialog', { name: 'Keyboard' }).getByText('On a case: bring related cases, on dashed lines').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
})

import type { Locator } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { accessibilityFaults } from './support/accessibility.ts'
import { canvasOf, detailsOf, drawn, expectNodes, exploreDeepState, toolsOf } from './support/explore.ts'
import { layoutFaults } from './support/layout.ts'
import { openPage } from './support/open-page.ts'
import { until } from './support/until.ts'

interface Box {
  x: number
  y: number
  width: number
  height: number
}

async function boxOf(target: Locator): Promise<Box> {
  const box = await target.boundingBox()
  if (box === null) throw new Error(`not in the page: ${target.toString()}`)
  return box
}

const overlap = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
const isInside = (inner: Box, { width, height }: { width: number; height: number }): boolean => inner.x >= 0 && inner.y >= 0 && inner.x + inner.width <= width && inner.y + inner.height <= height

const sizes = [
  { width: 900, height: 800 },
  { width: 1100, height: 800 },
] as const

describe.for(sizes)('at $width px', (viewport) => {
  test('details, tools and canvas are in the window together, and the page does not scroll', async () => {
    const page = await exploreDeepState({ viewport })
    const heading = detailsOf(page).getByRole('heading', { name: 'Deep State' })
    await heading.waitFor()
    expect(isInside(await boxOf(heading), viewport)).toBe(true)
    expect(isInside(await boxOf(toolsOf(page)), viewport)).toBe(true)
    expect((await boxOf(canvasOf(page))).height).toBeGreaterThan(280)
    expect(await page.evaluate('document.documentElement.scrollHeight <= innerHeight')).toBe(true)
    expect(await layoutFaults(page)).toEqual([])
    expect(await accessibilityFaults(page)).toEqual([])
  })

  test('paths stand beside the canvas and cover nothing of it', async () => {
    const page = await exploreDeepState({ viewport })
    const before = await boxOf(canvasOf(page))
    await toolsOf(page).getByRole('button', { name: 'Paths' }).click()
    const panel = page.getByRole('region', { name: 'Paths between two nodes' })
    await panel.and(page.locator(':focus')).waitFor()
    const box = await boxOf(panel)
    expect(isInside(box, viewport)).toBe(true)
    expect(await boxOf(canvasOf(page))).toEqual(before)
    expect(overlap(box, before)).toBe(false)
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
    await toolsOf(page).getByRole('button', { name: 'Paths' }).and(page.locator(':focus')).waitFor()
  })
})

test('the sheet folds to a bar that still says what is selected', async () => {
  const page = await exploreDeepState({ viewport: { width: 900, height: 800 } })
  const details = detailsOf(page)
  const fold = details.getByRole('button', { name: 'Details', exact: true })
  const open = await boxOf(canvasOf(page))
  await fold.click()
  await until(async () => (await boxOf(canvasOf(page))).height).toBeGreaterThan(open.height + 150)
  await details.getByText('narrative Deep State').waitFor()
  // Enter on a node unfolds it again.
  await canvasOf(page).focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await details.getByRole('heading', { name: 'Deep State' }).waitFor()
})

test('the words in the search field are not cut', async () => {
  for (const width of [1440, 1100, 900, 640]) {
    const page = await openPage('/explore', { viewport: { width, height: 800 } })
    await page.getByRole('heading', { name: 'Explore how claims connect' }).waitFor()
    const room = await page.evaluate(`(() => {
      const input = document.querySelector('[role=combobox]')
      const style = getComputedStyle(input)
      const measure = document.createElement('canvas').getContext('2d')
      measure.font = style.font
      return input.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) - measure.measureText(input.placeholder).width
    })()`)
    expect(room, `at ${String(width)} px`).toBeGreaterThanOrEqual(0)
  }
})

test('a larger text keeps everything reachable: 200 % zoom of a small window', async () => {
  const page = await exploreDeepState({ viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 })
  await expectNodes(page, 11)
  expect(await layoutFaults(page)).toEqual([])
  expect((await drawn(page)).nodes).toBe(11)
  expect((await boxOf(canvasOf(page))).height).toBeGreaterThan(180)
})

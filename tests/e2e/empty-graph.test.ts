import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessibilityFaults } from './support/accessibility.ts'
import { reseed, wipe } from './support/command-line.ts'
import { layoutFaults } from './support/layout.ts'
import { openPage } from './support/open-page.ts'

beforeAll(async () => {
  await wipe()
}, 180_000)

// The files of a run share one graph.
afterAll(async () => {
  await reseed()
}, 180_000)

test.for([
  ['/', 'The graph holds no cases yet', 'Import cases under Sources'],
  ['/explore', 'Nothing to explore yet', 'Import cases under Sources'],
  ['/narratives', 'No narratives yet', 'See the sources'],
  ['/cases', 'No cases yet', 'Import cases'],
] as const)('nothing imported: %s says why it is empty and leads on', async ([address, words, next]) => {
  const page = await openPage(address)
  await page.getByRole('heading', { name: words }).waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await page.setViewportSize({ width: 900, height: 800 })
  expect(await layoutFaults(page)).toEqual([])
  await page.getByRole('link', { name: next }).click()
  await page.getByRole('heading', { name: 'No corpus yet' }).waitFor()
})

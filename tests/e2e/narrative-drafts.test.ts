import { expect, test } from 'vitest'
import { accessibilityFaults } from './support/accessibility.ts'
import { begin } from './support/review.ts'

test('what is written of a narrative is kept over other narratives, tabs and screens until it is applied or discarded; the browser asks before it is lost', async () => {
  const page = await begin('Test reader J')
  const edit = () => page.getByRole('tab', { name: 'Edit narratives' }).click()
  const narrative = page.getByRole('main').getByRole('combobox').first()
  const definition = page.getByLabel('Definition', { exact: true })
  await edit()
  await narrative.selectOption('narrative:deep-state')
  const before = await definition.inputValue()
  await definition.fill('Words that nobody may lose.')
  await page.getByText('Not applied yet.', { exact: false }).waitFor()
  expect(await accessibilityFaults(page)).toEqual([])

  await narrative.selectOption('narrative:puppets')
  await page.getByRole('button', { name: 'Deep State', exact: true }).focus()
  await page.keyboard.press('Enter')
  expect(await definition.inputValue()).toBe('Words that nobody may lose.')
  await page.getByRole('tab', { name: 'Agreement' }).click()
  await edit()
  expect(await definition.inputValue()).toBe('Words that nobody may lose.')
  await page.getByRole('link', { name: 'Cases', exact: true }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Cases' }).waitFor()
  await page.goBack()
  await edit()
  await page.getByRole('button', { name: 'Deep State', exact: true }).click()
  expect(await definition.inputValue()).toBe('Words that nobody may lose.')

  const asked = page.waitForEvent('dialog')
  const loading = page.reload({ timeout: 2_000 }).catch(() => null)
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await loading
  expect(await definition.inputValue()).toBe('Words that nobody may lose.')

  await page.getByRole('button', { name: 'Discard the draft' }).click()
  expect(await definition.inputValue()).toBe(before)
  await page.getByRole('button', { name: 'Undo' }).last().click()
  expect(await definition.inputValue()).toBe('Words that nobody may lose.')
  await page.getByRole('button', { name: 'Discard the draft' }).click()
  await page.reload()
  await page.getByRole('toolbar', { name: 'Decide' }).waitFor()
})

test('where somebody else changed the narrative meanwhile it is said, what was written stays to be copied, and goes when it is discarded', async () => {
  const [mine, theirs] = [await begin('Test reader O', { expected: [/status of 400/u] }), await begin('Test reader P')]
  for (const [page, words] of [[mine, 'Mine.'], [theirs, 'Theirs.']] as const) {
    await page.getByRole('tab', { name: 'Edit narratives' }).click()
    await page.getByRole('main').getByRole('combobox').first().selectOption('narrative:deep-state')
    await page.getByLabel('Definition', { exact: true }).fill(words)
  }
  await theirs.getByRole('button', { name: 'Show what would move' }).click()
  await theirs.getByRole('button', { name: 'Apply, and link all cases anew' }).click()
  await theirs.getByText('Test reader P edited “Deep State”').waitFor({ timeout: 60_000 })
  expect(await theirs.getByRole('button', { name: 'Discard the draft' }).count()).toBe(0)

  const definition = mine.getByLabel('Definition', { exact: true })
  await mine.getByRole('button', { name: 'Show what would move' }).click()
  await mine.getByRole('alert').getByText('edited by somebody else meanwhile', { exact: false }).waitFor()
  await mine.getByText('This narrative was changed after you began to write', { exact: false }).waitFor()
  expect(await definition.inputValue()).toBe('Mine.')
  await mine.getByRole('button', { name: 'Discard the draft' }).click()
  expect(await definition.inputValue()).toBe('Theirs.')

  await theirs.getByRole('button', { name: 'Go back to before this' }).first().click()
  await theirs.getByText('This is the taxonomy that ships with Throughline, unchanged.', { exact: false }).waitFor({ timeout: 60_000 })
})

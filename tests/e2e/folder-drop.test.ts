import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { cardOf } from './support/import-files.ts'
import { openPage } from './support/open-page.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'throughline-folder-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const table = (what: string) => `date,id,title,countries,keywords,languages,outlets\n2031-02-03,,[Made up] ${what},Ukraine,,,\n`
for (const [name, content] of [['one.csv', table('one')], [path.join('below', 'deeper', 'two.csv'), table('two')], ['.hidden.csv', table('hidden')], [path.join('below', 'datapackage.json'), JSON.stringify({ title: 'Made-up package', resources: [{ path: 'deeper/two.csv' }] })]] as const) {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
  writeFileSync(path.join(folder, name), content)
}
const empty = path.join(folder, 'empty')
mkdirSync(empty)

/** Drops what lies on the disk, as a person would with the mouse. */
async function drop(page: Page, paths: readonly string[]): Promise<void> {
  const zone = page.getByText('Drop one or more files, or a folder')
  await zone.scrollIntoViewIfNeeded()
  const box = await zone.boundingBox()
  if (box === null) throw new Error('there is nowhere to drop')
  const session = await page.context().newCDPSession(page)
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: box.x + box.width / 2, y: box.y + box.height / 2, data: { items: [], files: [...paths], dragOperationsMask: 1 } })
  }
}

const filesInHand = async (page: Page) => {
  const names = await page.getByRole('list', { name: 'Files in hand' }).getByRole('listitem').allInnerTexts()
  return names.map((text) => text.split('\n')[0] ?? '').sort()
}

test('a folder that is dropped gives all files in it and below, but for hidden ones, and its package describes them', async () => {
  const page = await openPage('/sources')
  await drop(page, [folder])
  await page.getByRole('list', { name: 'Files in hand' }).getByText('describes the corpus').waitFor()
  expect(await filesInHand(page)).toEqual(['datapackage.json', 'one.csv', 'two.csv'])
  await page.getByRole('list', { name: 'Files in hand' }).getByRole('button', { name: /^two\.csv/u }).click()
  const card = cardOf(page, 'two.csv')
  await card.getByRole('row').filter({ hasText: 'Claim: [Made up] two' }).waitFor()
  await card.getByRole('button', { name: 'Go on to the corpus' }).click()
  await card.getByText('taken over from datapackage.json', { exact: false }).waitFor()
  expect(await card.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Made-up package')
})

test('a folder can be chosen as well; an empty one says so', async () => {
  const page = await openPage('/sources')
  await drop(page, [empty])
  await page.getByRole('alert').getByText('There was no file in what was dropped.', { exact: false }).waitFor()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a folder' }).click()
  await (await chooser).setFiles(folder)
  await page.getByRole('list', { name: 'Files in hand' }).getByText('describes the corpus').waitFor()
  expect(await filesInHand(page)).toEqual(['datapackage.json', 'one.csv', 'two.csv'])
  expect(await page.getByRole('alert').count()).toBe(0)
})

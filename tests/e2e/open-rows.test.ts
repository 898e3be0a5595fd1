import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importsEndpoint } from '#graph-schema/api/imports.ts'
import { openRowsEndpoint } from '#graph-schema/api/open-rows.ts'
import { accessibilityFaults } from './support/accessibility.ts'
import { getApi } from './support/api.ts'
import { bareClaims } from './support/claims.ts'
import { throughline } from './support/command-line.ts'
import { openPage } from './support/open-page.ts'

const title = '[Made up] The lighthouse of Synthetia was moved at night by unknown hands'
const posts = `date,id,title,countries,keywords,languages,outlets
2031-02-03,https://euvsdisinfo.eu/report/made-up-lighthouse-one/,${title},,,Spanish,Made-up Herald
2031-02-03,https://euvsdisinfo.eu/report/made-up-lighthouse-two/,${title},,,Spanish,Made-up Mail
`
const review = `"issue";"date";"outlet";"language";"origin";"reported by";"keywords";"source";"title";"summary";"disproof"
"901";"03.02.2031";"Made-up Gazette";"Russian";"";"";"";"https://gazette.made-up.example/light";"${title}";"A made-up summary.";"A made-up disproof: the lighthouse stands where it stood, as anybody can see."
`
const folder = mkdtempSync(path.join(os.tmpdir(), 'throughline-open-rows-'))

beforeAll(async () => {
  for (const [name, text] of [['made-up-posts.csv', posts], ['made-up-review.csv', review]] as const) {
    writeFileSync(path.join(folder, name), text)
    await throughline('import', path.join(folder, name))
  }
  const { rows } = await getApi(openRowsEndpoint, '/api/open-rows')
  expect(rows.map(({ file, row, candidates }) => ({ file, row, candidates: candidates.length }))).toEqual([{ file: 'made-up-review.csv', row: 1, candidates: 2 }])
})
afterAll(async () => {
  const { imports } = await getApi(importsEndpoint, '/api/imports')
  for (const { id, file } of imports) if (file.startsWith('made-up-')) await throughline('undo', id)
  rmSync(folder, { recursive: true, force: true })
})

test('a row that may mean two cases waits for a person, who says which, takes it back, and says that it is its own', async () => {
  const page = await openPage('/sources')
  await page.getByText('1 imported row may mean several known cases').waitFor()
  await page.getByRole('link', { name: 'Decide' }).click()
  const row = page.getByRole('region', { name: 'Row 1 of made-up-review.csv' })
  await row.getByText('For now this row is a case of its own').waitFor()
  expect(await bareClaims(page)).toEqual([])
  expect(await accessibilityFaults(page)).toEqual([])

  await row.getByRole('button', { name: 'The row means this case' }).last().press('Enter')
  await page.getByText('The row and the case are one now').waitFor()
  await page.getByRole('heading', { name: 'Nothing to decide' }).waitFor()
  const merged = (await getApi(openRowsEndpoint, '/api/open-rows', { show: 'decided' })).rows[0]
  expect(merged).toMatchObject({ decided: 'same-case', states: { id: 'case:euvsdisinfo/made-up-lighthouse-two', claim: 'A made-up summary.' } })

  // The one of the message; that of the header has a picture instead of a word.
  await page.getByRole('button', { name: 'Undo' }).filter({ hasText: 'Undo' }).click()
  await row.getByRole('button', { name: 'None of these: a case of its own' }).click()
  await page.getByRole('radio', { name: 'Decided (1)' }).click()
  await row.getByText('You decided: a case of its own.').waitFor()
  await row.getByRole('button', { name: 'Take the decision back' }).click()
  await page.getByRole('radio', { name: 'To decide (1)' }).waitFor()
})

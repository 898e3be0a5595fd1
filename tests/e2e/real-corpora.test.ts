import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { casesEndpoint } from '#graph-schema/api/cases.ts'
import { overviewEndpoint } from '#graph-schema/api/overview.ts'
import { createGraphDriver } from '#server/neo4j/driver.ts'
import { findRunning } from '#server/neo4j/local-neo4j/start-local-neo4j.ts'
import { findProjectRoot } from '#server/project-root.ts'
import { graphCounts, plainCounts } from '#tests/builders/plain-counts.ts'
import { getApi } from './support/api.ts'
import { reseed, wipe } from './support/command-line.ts'
import { drawn, expectNodes, settled } from './support/explore.ts'
import { cardOf, chooseFiles, equationOf } from './support/import-files.ts'
import { layoutFaults } from './support/layout.ts'
import { openPage } from './support/open-page.ts'
import { until } from './support/until.ts'

const folder = path.resolve(findProjectRoot(), '..', 'shared', 'data')
// The source's own files are not ours to publish: they lie beside the project in development and CI.
const isThere = existsSync(path.join(folder, 'posts.csv'))
if (!isThere) process.stderr.write(`The browser test of the real corpora is skipped: ${folder} is not there.\n`)

const waitMs = 120_000
const count = (text: string) => Number(text.replaceAll(',', ''))

/** Brings in the file that is open, looking on: what the dry run says, the progress, what the import says. */
async function bringIn(page: Page, name: string): Promise<{ card: Locator; told: Awaited<ReturnType<typeof equationOf>>; done: Awaited<ReturnType<typeof equationOf>> }> {
  const card = cardOf(page, name)
  await card.getByRole('button', { name: 'Go on to the corpus' }).click()
  await card.getByRole('button', { name: 'Start the dry run' }).click()
  await card.getByText('rows read').waitFor({ timeout: waitMs })
  const told = await equationOf(card)
  await card.getByRole('button', { name: /^Import [\d,]+ rows$/u }).click()
  const progress = card.getByRole('progressbar', { name: `Importing ${name}` })
  await progress.waitFor()
  await card.getByRole('heading', { name: 'Imported' }).waitFor({ timeout: waitMs })
  await progress.waitFor({ state: 'detached' })
  return { card, told, done: await equationOf(card) }
}

/** From the report of an import over its page to its cases; what the page says of the rows. */
async function toItsCases(page: Page, card: Locator, cases: string): Promise<Awaited<ReturnType<typeof equationOf>>> {
  await card.getByRole('link', { name: 'The page of this import' }).click()
  await page.getByRole('heading', { name: 'Every row accounted for' }).waitFor()
  const shown = await equationOf(page.getByRole('main'))
  await page.getByRole('link', { name: `${cases} cases of this import` }).click()
  await page.getByRole('heading', { name: `${cases} cases, newest first`, exact: false }).waitFor()
  return shown
}

/** The largest counts that a part of the facets shows. */
async function facetCounts(page: Page, title: string): Promise<number[]> {
  const texts = await page.getByRole('region', { name: title, exact: true }).getByRole('listitem').allInnerTexts()
  return texts.map((text) => count(/[\d,]+$/u.exec(text.trim())?.[0] ?? ''))
}

const casesInAll = async () => (await getApi(overviewEndpoint, '/api/overview')).cases

describe.runIf(isThere)('the real corpora', () => {
  beforeAll(wipe)
  afterAll(reseed)

  test('come in through the browser, every row accounted for, and all screens work on them', { timeout: 400_000 }, async () => {
    const plain = plainCounts(path.join(folder, 'posts.csv'))
    const page = await openPage('/sources')
    await chooseFiles(page, ['datapackage.json', 'posts.csv'].map((name) => path.join(folder, name)))
    const files = page.getByRole('list', { name: 'Files in hand' })
    await files.getByRole('button', { name: /^datapackage\.json/u }).getByText('describes the corpus').waitFor()
    await files.getByRole('button', { name: /^posts\.csv/u }).click()
    const posts = await bringIn(page, 'posts.csv')
    expect(posts.told).toEqual({ read: 7_197, accepted: plain.cases, merged: 0, rejected: 0 })
    expect(posts.done).toEqual(posts.told)
    expect(await casesInAll()).toBe(plain.cases)
    expect(await toItsCases(page, posts.card, '7,197')).toEqual(posts.told)
    expect(await facetCounts(page, 'Keywords of the source')).toEqual(plain.edges.TAGGED_WITH.slice(0, 6))
    expect(await facetCounts(page, 'Languages')).toEqual(plain.edges.IN_LANGUAGE.slice(0, 6))
    await page.getByText('import of posts.csv').waitFor()

    const running = await findRunning(inject('app').home)
    if (running === null) throw new Error('the app of the test run has no database')
    const driver = createGraphDriver(running, { retryMs: 20_000 })
    try {
      expect(await graphCounts(driver)).toEqual(plain.edges)
    } finally {
      await driver.close()
    }

    await page.goto('/sources')
    for (const name of ['datapackage.json', 'posts.csv']) await page.getByRole('button', { name: `Lay ${name} aside` }).or(cardOf(page, name).getByRole('button', { name: 'Lay aside' })).first().click()
    await chooseFiles(page, [path.join(folder, 'review-2015-2017.csv')])
    const review = await bringIn(page, 'review-2015-2017.csv')
    expect(review.told.read).toBe(1_464)
    expect(review.told.accepted + review.told.merged + review.told.rejected).toBe(review.told.read)
    expect(review.done).toEqual(review.told)
    const all = plain.cases + review.done.accepted
    expect(await casesInAll()).toBe(all)
    const { total } = await getApi(casesEndpoint, '/api/cases', { limit: '1' })
    expect(total).toBe(all)

    await page.goto('/')
    await page.getByRole('region', { name: 'Start here' }).waitFor()
    await page.getByText('EUvsDisinfo (7,197 cases', { exact: false }).waitFor()
    expect(await layoutFaults(page)).toEqual([])

    await page.goto('/cases')
    await page.getByRole('heading', { name: `${all.toLocaleString('en')} cases, newest first`, exact: false }).waitFor()
    const country = page.getByRole('region', { name: 'Countries discussed', exact: true }).getByRole('listitem').first()
    const ofCountry = count(/[\d,]+$/u.exec((await country.innerText()).trim())?.[0] ?? '')
    await country.getByRole('button').click()
    await page.getByRole('heading', { name: `${ofCountry.toLocaleString('en')} cases, newest first`, exact: false }).waitFor()
    await page.getByRole('searchbox', { name: 'Words in titles, claims and disproofs' }).fill('MH17')
    await until(async () => count(/^[\d,]+/u.exec((await page.getByRole('heading', { name: /cases, newest first/u }).textContent()) ?? '')?.[0] ?? '')).toBeLessThan(ofCountry)

    await page.goto('/explore')
    await page.getByRole('listitem').getByRole('button', { name: /^Deep State/u }).click()
    await expectNodes(page, 11)
    await settled(page)
    await page.getByRole('searchbox', { name: 'Search to put something on the canvas' }).or(page.getByRole('combobox', { name: /^Search/u })).first().fill('Ukraine')
    await page.getByRole('option', { name: /^Ukraine/u }).or(page.getByRole('button', { name: /^Ukraine\s*country/u })).first().click()
    await until(async () => (await drawn(page)).nodes).toBe(12)
  })
})

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { casePageEndpoint, casesEndpoint } from '#graph-schema/api/cases.ts'
import { overviewEndpoint } from '#graph-schema/api/overview.ts'
import { getApi } from './support/api.ts'
import { casePageText, expectedCases, expectedNarratives, firstCaseFacts } from './support/case-page-source.ts'
import { bareClaims } from './support/claims.ts'
import { reseed, throughline, wipe } from './support/command-line.ts'
import { openPage } from './support/open-page.ts'

// On an empty graph, so that what is there afterwards is the page's alone.
beforeAll(wipe)
afterAll(reseed)

/** Pastes a text under Sources and has it read. */
async function paste(text: string, name: string): Promise<Page> {
  const page = await openPage('/sources')
  await page.getByRole('textbox', { name: 'Or paste the text of one or more case pages' }).fill(text)
  await page.getByRole('textbox', { name: 'Name for this page' }).fill(name)
  await page.getByRole('button', { name: 'Read it' }).click()
  return page
}

const sorted = (values: Iterable<string>) => [...values].toSorted((a, b) => a.localeCompare(b, 'en'))
const ids = (links: readonly { id: string }[]) => sorted(links.map((link) => link.id))

async function imported(title: string) {
  const { cases } = await getApi(casesEndpoint, '/api/cases', { limit: '200' })
  const found = cases.find((one) => one.title === title)
  if (found === undefined) throw new Error(`No case with the title ${title}`)
  return getApi(casePageEndpoint, `/api/cases/${encodeURIComponent(found.id)}`)
}

test('an empty graph says so and leads to Sources', async () => {
  const page = await openPage('/')
  await page.getByRole('heading', { name: 'The graph holds no cases yet' }).waitFor()
  await page.getByRole('link', { name: 'Import cases under Sources' }).click()
  await page.getByRole('heading', { level: 1, name: 'Sources' }).waitFor()
})

test('a page of four cases: the dry run shows them and writes nothing; the import brings them', async () => {
  const page = await paste(casePageText, 'case-page.txt')
  const cases = page.getByRole('list', { name: 'Cases read' })
  await cases.waitFor()
  expect(await cases.getByRole('article').count()).toBe(4)
  for (const { title } of expectedCases) await cases.getByRole('article').filter({ hasText: title }).getByText('The disproof').waitFor()
  expect(await bareClaims(page)).toEqual([])
  expect((await getApi(overviewEndpoint, '/api/overview')).cases).toBe(0)

  await page.getByRole('button', { name: 'Import 4 cases' }).first().click()
  const done = page.getByRole('list', { name: 'Cases that came in' })
  await done.waitFor()
  expect(await done.getByRole('link').count()).toBe(4)
  await page.getByRole('table').getByText('case-page.txt').waitFor()
  const { cases: count } = await getApi(overviewEndpoint, '/api/overview')
  expect(count).toBe(4)

  await done.getByRole('link').first().click()
  await page.waitForURL(/\/cases\//u)
  await page.getByRole('heading', { level: 1, name: expectedCases[0]?.title ?? 'none' }).waitFor()
})

test('the first case has exactly the facts of the page', async () => {
  const [expected] = expectedCases
  if (expected === undefined) throw new Error('the page has no case')
  const page = await imported(expected.title)
  expect(page.case).toMatchObject({ title: expected.title, claim: expected.claim, disproof: expected.disproof, publishedOn: expected.publishedOn, claimOrigin: 'source', disproofOrigin: 'source' })
  expect(ids(page.issues)).toEqual([`issue:${String(expected.issue)}`])
  expect(ids(page.languages)).toEqual(sorted(expected.languages))
  expect(ids(page.countries.filter((link) => link.basis === 'stated'))).toEqual(sorted(expected.countries))
  expect(sorted(page.keywords.map((keyword) => keyword.name))).toEqual(sorted(expected.keywords))
  expect(page.outlets).toEqual([])
  expect(sorted(page.refersTo.map((reference) => reference.title))).toEqual(sorted(expected.refersTo.map((reference) => reference.title)))
  for (const { quote } of expected.refersTo) expect(page.refersTo.map((reference) => reference.quote)).toContain(quote)
  expect(page.refersTo.map((reference) => reference.status)).toEqual(page.refersTo.map(() => 'known-by-title'))
  if (firstCaseFacts === null) return
  expect(ids(page.issues)).toEqual([`issue:${String(firstCaseFacts.issue)}`])
  expect(page.case.publishedOn).toBe(firstCaseFacts.publishedOn)
  expect(ids(page.languages)).toEqual(firstCaseFacts.languages)
  expect(ids(page.countries.filter((link) => link.basis === 'stated'))).toEqual(firstCaseFacts.countries)
  expect(page.keywords).toHaveLength(firstCaseFacts.keywords)
  expect(page.refersTo).toHaveLength(firstCaseFacts.references)
})

test('the other three have claim and disproof, no invented facts, and what their words name as inferred', async () => {
  for (const expected of expectedCases.slice(1)) {
    const page = await imported(expected.title)
    expect(page.case).toMatchObject({ claim: expected.claim, disproof: expected.disproof, publishedOn: null, disproofState: 'full' })
    expect([page.issues, page.languages, page.keywords, page.outlets, page.refersTo]).toEqual([[], [], [], [], []])
    const texts = { title: page.case.title, claim: page.case.claim ?? '', disproof: page.case.disproof ?? '', facts: '' }
    for (const country of page.countries) {
      expect(country.basis).toBe('inferred')
      expect(country.evidence.length).toBeGreaterThan(0)
      for (const evidence of country.evidence) {
        if (evidence.kind !== 'match') throw new Error(`${country.id} rests on ${evidence.kind}, not on words of the case`)
        expect(texts[evidence.in].slice(evidence.start, evidence.end)).toBe(evidence.text)
      }
    }
  }
})

test('each case carries its narrative, with evidence', async () => {
  for (const [index, narrative] of expectedNarratives.entries()) {
    const page = await imported(expectedCases[index]?.title ?? '')
    const link = page.narratives.find((one) => one.id === narrative)
    expect(link, `${page.case.title} → ${narrative}`).toBeDefined()
    expect(link?.evidence.length).toBeGreaterThan(0)
    expect(['pattern', 'source-tag']).toContain(link?.tier)
  }
})

test('importing the same page again changes nothing', async () => {
  const before = await throughline('hash')
  const page = await paste(casePageText, 'case-page.txt')
  await page.getByText('This very page was imported before.').waitFor()
  await page.getByRole('button', { name: 'Import 4 cases' }).first().click()
  await page.getByText('Nothing new: all of it was in the graph already.').waitFor()
  expect(await throughline('hash')).toBe(before)
})

test('a page without a case gets a clear error and brings nothing', async () => {
  const before = await throughline('hash')
  const page = await paste('Weather for Tuesday: rain in the west, later sun.\n\nNothing else.', 'weather.txt')
  const alert = page.getByRole('alert')
  await alert.getByText('No case was found in this page').waitFor()
  await alert.getByText('Nothing was written.', { exact: false }).waitFor()
  expect(await page.getByRole('button', { name: /^Import \d/ }).count()).toBe(0)
  await page.getByRole('button', { name: 'Back to the text' }).click()
  expect(await page.getByRole('textbox', { name: 'Or paste the text' }).inputValue()).toContain('Weather for Tuesday')
  expect(await throughline('hash')).toBe(before)
})

test('an empty form says what to do', async () => {
  const page = await openPage('/sources')
  await page.getByRole('button', { name: 'Read it' }).click()
  await page.getByRole('alert').getByText('There is no text yet.', { exact: false }).waitFor()
})

const hostilePage = `Disinfo: Made up: <script>window.ran = 'title'</script> rules <img src=x onerror="window.ran = 'img'">

Summary

Made up for tests. <svg onload="window.ran = 'svg'"> and [a link](javascript:window.ran='link') with {"__proto__": {"polluted": true}}.

Disproof

Made up for tests, too. </textarea><script>window.ran = 'disproof'</script><iframe srcdoc="x"></iframe>

publication/media

• Reported in: Issue 998
• DATE OF PUBLICATION: 02/03/2021
• Article language(s) English
• Countries and/or Regions discussed in the disinformation: Ukraine
• Keywords: __proto__, constructor, <b>bold</b>
`

test('a hostile page is shown as text everywhere and nothing of it runs', async () => {
  const page = await paste(hostilePage, '__proto__')
  const read = page.getByRole('list', { name: 'Cases read' })
  await read.getByText("<script>window.ran = 'title'</script>", { exact: false }).first().waitFor()
  await page.getByRole('button', { name: 'Import 1 case' }).click()
  await page.getByRole('list', { name: 'Cases that came in' }).getByRole('link').click()
  await page.getByRole('heading', { level: 1 }).getByText('<img src=x', { exact: false }).waitFor()
  await page.getByText('<svg onload=', { exact: false }).first().waitFor()
  await page.getByText('</textarea><script>', { exact: false }).first().waitFor()
  await page.getByRole('link', { name: '__proto__' }).first().waitFor()
  await page.getByRole('link', { name: 'Explore' }).last().click()
  await page.getByRole('complementary', { name: 'Details of the selection' }).getByText('<img src=x', { exact: false }).first().waitFor()
  for (const path of ['/', '/cases', '/sources']) {
    await page.goto(path)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await page.waitForLoadState('networkidle')
    expect(await page.evaluate('[typeof window.ran, ({}).polluted === undefined]')).toEqual(['undefined', true])
    expect(await page.locator('main').locator('img, iframe, script').count()).toBe(0)
  }
})

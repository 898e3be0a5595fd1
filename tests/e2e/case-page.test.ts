import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { type CaseRow, casePageEndpoint, casesEndpoint } from '#graph-schema/api/cases.ts'
import { getApi } from './support/api.ts'
import { bareClaims } from './support/claims.ts'
import { openPage } from './support/open-page.ts'

const shownTitle = 'Kazakhstan: The neo-colonial West failed again with a colour revolution thanks to the CSTO'
let known: readonly CaseRow[] = []

beforeAll(async () => {
  known = (await getApi(casesEndpoint, '/api/cases', { limit: '200' })).cases
})

function idOf(title: string): string {
  const found = known.find((one) => one.title === title)
  if (found === undefined) throw new Error(`The seed has no case “${title}”`)
  return found.id
}

const addressOf = (id: string) => `/cases/${encodeURIComponent(id)}`

async function openCase(title: string): Promise<Page> {
  const page = await openPage(addressOf(idOf(title)))
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  return page
}

test('the claim stands beside its disproof, both badged as our paraphrase, with the matched words marked', async () => {
  const page = await openCase(shownTitle)
  const { case: own, narratives } = await getApi(casePageEndpoint, `/api${addressOf(idOf(shownTitle))}`)
  const block = page.getByRole('article').first()
  const claim = await block.getByText(own.claim ?? 'none').boundingBox()
  const disproof = await block.getByText(own.disproof ?? 'none').boundingBox()
  if (claim === null || disproof === null) throw new Error('claim or disproof is not shown')
  // Side by side: they share height, and the claim is left of the disproof.
  expect(claim.x + claim.width).toBeLessThanOrEqual(disproof.x)
  expect(claim.y).toBeLessThan(disproof.y + disproof.height)
  expect(disproof.y).toBeLessThan(claim.y + claim.height)
  expect(await block.getByText('Throughline paraphrase').count()).toBe(2)
  expect(await page.title()).toMatch(/^Claim and disproof: /u)
  const matches = narratives.flatMap((narrative) => narrative.evidence).flatMap((evidence) => (evidence.kind === 'match' ? [evidence.text] : []))
  expect(matches.length).toBeGreaterThan(0)
  expect(matches).toContain((await block.locator('mark').first().textContent()) ?? '')
})

test('facts, narratives with evidence, references with their sentence, related cases with reasons, provenance', async () => {
  const page = await openCase(shownTitle)
  const facts = page.getByRole('region', { name: 'Facts' })
  for (const value of ['Issue 269', '2022-01-11', 'Kazakhstan', 'French', 'George Soros']) await facts.getByText(value, { exact: false }).first().waitFor()
  await facts.getByText('not given by the source').first().waitFor()
  const narratives = page.getByRole('region', { name: 'Narratives it carries' })
  await narratives.getByRole('link', { name: 'Colour revolutions' }).waitFor()
  await narratives.getByText(/in the (title|claim|disproof)|keyword of the source/).first().waitFor()
  const references = page.getByRole('region', { name: 'References' })
  expect(await references.getByText('disproof not imported').count()).toBe(3)
  const related = page.getByRole('region', { name: 'Related cases, and why' })
  expect(await related.getByText(/^Why: ./).count()).toBe(await related.getByRole('article').count())
  const provenance = page.getByRole('region', { name: 'Provenance' })
  await provenance.getByText(/seed\/corpus, row \d+/).waitFor()
  await provenance.getByText(idOf(shownTitle)).waitFor()
  expect(await bareClaims(page)).toEqual([])
})

test('facts lead to their cases, the narrative to its dossier, the case to the canvas', async () => {
  const page = await openCase(shownTitle)
  await page.getByRole('region', { name: 'Facts' }).getByRole('link', { name: 'Kazakhstan' }).click()
  await page.waitForURL(/\/cases\?.*country=country:KZ/u)
  await page.goBack()
  await page.getByRole('region', { name: 'Narratives it carries' }).getByRole('link', { name: 'Colour revolutions' }).click()
  await page.waitForURL(/\/narratives\//u)
  await page.goBack()
  await page.getByRole('main').getByRole('link', { name: 'Explore' }).first().click()
  await page.waitForURL(/\/explore/u)
  await page.getByRole('application', { name: /^Graph of 1 node/ }).waitFor()
})

test('the citation that is copied holds the disproof, too; the source opens without telling where one comes from', async () => {
  const sourced = known.find((one) => one.sourceUrl !== null && one.disproof !== null)
  if (sourced === undefined) throw new Error('no case with a source and a disproof')
  const page = await openCase(sourced.title)
  await page.getByRole('button', { name: /^Copy/ }).first().click()
  const citation = String(await page.evaluate('navigator.clipboard.readText()'))
  expect(citation).toContain(sourced.title)
  expect(citation).toContain(sourced.disproof)
  const source = page.getByRole('link', { name: /^Open at / })
  expect(await source.getAttribute('href')).toBe(sourced.sourceUrl)
  expect(await source.getAttribute('rel')).toContain('noopener')
})

test('a case known by title only says so and never stands as a bare claim', async () => {
  const { refersTo } = await getApi(casePageEndpoint, `/api${addressOf(idOf(shownTitle))}`)
  const [reference] = refersTo
  if (reference === undefined) throw new Error('the case refers to none')
  const page = await openPage(addressOf(reference.id))
  await page.getByRole('heading', { level: 1, name: reference.title }).waitFor()
  await page.getByText('Known by title only', { exact: false }).first().waitFor()
  await page.getByText('disproof not imported').first().waitFor()
  expect(await page.title()).toContain('disproof not imported')
  expect(await bareClaims(page)).toEqual([])
})

test('an unknown case says what may be right about the link and what to do', async () => {
  const page = await openPage('/cases/case:euvsdisinfo%2Fno-such-case', { expected: [/status of 404/u] })
  await page.getByText('Not in this graph').first().waitFor()
})

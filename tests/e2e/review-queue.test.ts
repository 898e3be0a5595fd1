import { expect, test } from 'vitest'
import { reviewEndpoint } from '#graph-schema/api/review.ts'
import { getApi } from './support/api.ts'
import { begin } from './support/review.ts'

test('a narrative chosen instead that was a suggestion itself is decided with it: neither counted nor asked again, until it is undone', async () => {
  const { items, left } = await getApi(reviewEndpoint, '/api/review', { limit: '50' })
  const at = items.findIndex(({ otherLinks }) => otherLinks.some(({ tier }) => tier === 'suggested'))
  const [item, other] = [items[at], items[at]?.otherLinks.find(({ tier }) => tier === 'suggested')]
  if (item === undefined || other === undefined) throw new Error('no case of the sample has two suggested links')
  const page = await begin('Test reader K')
  const article = page.getByRole('article').first()
  const counted = (count: number) => page.getByText(`${String(count)} links left`, { exact: false }).waitFor()
  // Other links before it are skipped, the nearest way to it by keyboard.
  for (const [number, before] of items.slice(0, at).entries()) {
    await article.getByText(before.case.title).waitFor()
    await page.keyboard.press('s')
    await page.getByText(`${String(number + 1)} skipped`, { exact: false }).waitFor()
  }
  await article.getByText(item.case.title).waitFor()
  await page.keyboard.press('o')
  await page.getByRole('dialog').getByRole('searchbox').fill(other.name)
  await page.keyboard.press('Enter')
  await page.getByText(`linked to “${other.name}” instead`, { exact: false }).waitFor()
  await counted(left - 2)

  await page.keyboard.press('u')
  await article.getByText(item.case.title).waitFor()
  await counted(left)
  for (let undone = at; undone > 0; undone -= 1) {
    await page.keyboard.press('u')
    await article.getByText(items[undone - 1]?.case.title ?? '').waitFor()
  }
})

test('reading the queue anew in another order changes neither the link on screen nor its note', async () => {
  const { items } = await getApi(reviewEndpoint, '/api/review', { limit: '8' })
  const page = await begin('Test reader L')
  const article = page.getByRole('article').first()
  await article.getByText(items[0]?.case.title ?? '').waitFor()
  let answered = 0
  let goOn: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    goOn = resolve
  })
  // As it would be where others decide meanwhile.
  await page.route('**/api/review?*', async (route) => {
    const response = await route.fetch()
    const answer = reviewEndpoint.response.parse(await response.json())
    await held
    await route.fulfill({ response, json: { ...answer, items: answer.items.reverse() } })
    answered += 1
  })
  const seen = items.slice(0, 6)
  for (const [at] of seen.entries()) {
    await page.keyboard.press('s')
    await article.getByText(items[at + 1]?.case.title ?? '').waitFor()
  }
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: 'Why' }).fill('written meanwhile')
  goOn()
  await expect.poll(() => answered).toBeGreaterThan(0)
  await page.waitForTimeout(300)
  await article.getByText(items[6]?.case.title ?? '').waitFor({ timeout: 1000 })
  expect(await page.getByRole('textbox', { name: 'Why' }).inputValue()).toBe('written meanwhile')
  await page.getByRole('textbox', { name: 'Why' }).press('Enter')
  for (const item of seen.reverse()) {
    await page.keyboard.press('u')
    await article.getByText(item.case.title).waitFor()
  }
})

test('until other links that were asked for have come, none can be decided by mistake', async () => {
  const decided = async () => (await getApi(reviewEndpoint, '/api/review', { coder: 'Test reader M' })).decided
  const page = await begin('Test reader M')
  await page.getByRole('article').first().waitFor()
  let goOn: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    goOn = resolve
  })
  await page.route('**/api/review?*tier=pattern*', async (route) => {
    await held
    await route.continue()
  })
  await page.getByRole('radio', { name: 'By a rule' }).click()
  await page.getByText('Loading the next link').waitFor({ state: 'attached' })
  expect(await page.getByRole('article').count()).toBe(0)
  expect(await page.getByRole('toolbar', { name: 'Decide' }).getByRole('button', { name: 'Accept' }).count()).toBe(0)
  await page.keyboard.press('a')
  goOn()
  const [first] = (await getApi(reviewEndpoint, '/api/review', { coder: 'Test reader M', tier: 'pattern', limit: '1' })).items
  await page.getByRole('article').first().getByText(first?.case.title ?? '').waitFor()
  expect(await decided()).toBe(0)
})

test('Enter before the narratives are there takes the first of them as soon as they come', async () => {
  const page = await begin('Test reader N')
  let goOn: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    goOn = resolve
  })
  await page.route(/\/api\/narratives(\?|$)/u, async (route) => {
    await held
    await route.continue()
  })
  await page.reload()
  await page.getByRole('article').first().waitFor()
  const dialog = page.getByRole('dialog', { name: 'It carries another narrative' })
  await page.keyboard.press('o')
  await dialog.getByRole('searchbox').fill('deep state')
  await page.keyboard.press('Enter')
  await dialog.getByText('Loading the narratives').waitFor({ state: 'attached' })
  goOn()
  await page.getByText('linked to “Deep State” instead', { exact: false }).waitFor()
  await page.keyboard.press('u')
  await page.getByText('linked to “Deep State” instead', { exact: false }).waitFor({ state: 'detached' })
})

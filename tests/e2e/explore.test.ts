import { expect, test } from 'vitest'
import { casePageEndpoint } from '#graph-schema/api/cases.ts'
import { neighborsEndpoint, nodeEndpoint } from '#graph-schema/api/nodes.ts'
import { getApi } from './support/api.ts'
import { bareClaims } from './support/claims.ts'
import { canvasOf, detailsOf, drawn, expandInPanel, expectNodes, exploreDeepState, exploreWith, legendOf, middleOf, settled, selectInTable, toolsOf } from './support/explore.ts'
import { openPage } from './support/open-page.ts'
import { until } from './support/until.ts'

test('the empty canvas says why it is empty; a search puts a narrative with its first cases on it', async () => {
  const page = await openPage('/explore')
  await page.getByRole('heading', { name: 'Explore how claims connect' }).waitFor()
  await page.getByRole('searchbox', { name: 'Search to put something on the canvas' }).fill('color revolutons')
  // A keyword of the source has the same name: the narrative stands before it.
  const hits = page.getByRole('listitem').getByRole('button', { name: /^Colour revolutions\s*(narrative|keyword) ·/ })
  await hits.nth(1).waitFor()
  expect(await hits.first().textContent()).toMatch(/^Colour revolutions\s*narrative/u)
  await hits.filter({ hasText: /^Colour revolutions\s*narrative/ }).click()
  await expectNodes(page, 11)
  await detailsOf(page).getByRole('heading', { name: 'Colour revolutions' }).waitFor()
  expect((await drawn(page)).edges).toBeGreaterThanOrEqual(10)
})

test('the search of the shell adds to the canvas with Ctrl Enter', async () => {
  const page = await exploreWith(['country:KZ'])
  await page.keyboard.press('Control+k')
  await page.keyboard.type('deep state')
  await page.getByRole('option', { selected: true }).getByText('Deep State').first().waitFor()
  await page.getByText('Searching…').waitFor({ state: 'hidden' })
  await page.keyboard.press('Control+Enter')
  await expectNodes(page, 2)
})

test('expanding says what it would bring, by kind, and brings just that', async () => {
  const page = await exploreWith(['country:KZ'])
  const { forecast } = await getApi(nodeEndpoint, '/api/nodes/country:KZ')
  const cases = forecast.filter((group) => group.kind === 'Case').reduce((sum, group) => sum + group.count, 0)
  await detailsOf(page).getByRole('button', { name: 'Expand' }).click()
  const promised = await expandInPanel(page, /case/u)
  expect(promised).toBe(cases)
  await expectNodes(page, 1 + promised)
  await page.getByRole('button', { name: new RegExp(`^Undo: Expand Kazakhstan .*${String(promised)}`, 'u') }).waitFor()
})

test('past fifty a ranked choice is offered, with a reason a row', async () => {
  const page = await exploreWith(['country:RU'])
  await detailsOf(page).getByRole('button', { name: 'Expand' }).click()
  await page.getByRole('button', { name: /^Choose from \d+, ranked$/ }).click()
  const dialog = page.getByRole('dialog', { name: /^Choose what Russia brings/ })
  const rows = dialog.getByRole('listitem').filter({ has: page.getByRole('checkbox') })
  await rows.first().waitFor()
  expect(await rows.count()).toBe(50)
  // Each row: its name, and below it why it stands there.
  for (const row of await rows.all()) expect(((await row.locator('label > span > span').last().textContent()) ?? '').trim().length).toBeGreaterThan(8)
  expect(await bareClaims(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Select top 10' }).click()
  await dialog.getByRole('button', { name: 'Add 10 to the canvas' }).click()
  await expectNodes(page, 11)
})

test('expansions collapse in any order and leave what another one brought', async () => {
  const page = await exploreWith(['narrative:deep-state', 'narrative:soros-conspiracy'])
  const table = async (row: string, action: 'Expand' | 'Collapse') => {
    await toolsOf(page).getByRole('button', { name: 'Table' }).click()
    if (action === 'Expand') await page.getByRole('button', { name: `Expand ${row}`, exact: true }).click()
    else {
      await page.getByRole('button', { name: `More actions for ${row}`, exact: true }).click()
      await page.getByRole('menuitem', { name: 'Collapse' }).click()
    }
  }
  const graph = () => toolsOf(page).getByRole('button', { name: 'Graph' }).click()
  const expand = async (row: string) => {
    await table(row, 'Expand')
    const promised = await expandInPanel(page, /case/u)
    await graph()
    return promised
  }
  const collapse = async (row: string) => {
    await table(row, 'Collapse')
    await graph()
  }
  const [deep, soros] = ['Deep State', 'Conspiracy claims about George Soros']
  const first = await expand(deep)
  await expectNodes(page, 2 + first)
  const second = await expand(soros)
  await expectNodes(page, 2 + first + second)
  await collapse(deep)
  const withSoros = (await drawn(page)).nodes
  expect(withSoros).toBeGreaterThanOrEqual(2 + second)
  await collapse(soros)
  await expectNodes(page, 2)
  await page.keyboard.press('Control+z')
  await expectNodes(page, withSoros)
  await page.keyboard.press('Control+z')
  await expectNodes(page, 2 + first + second)
  await collapse(soros)
  expect((await drawn(page)).nodes).toBeGreaterThanOrEqual(2 + first)
  await collapse(deep)
  await expectNodes(page, 2)
})

test('pinning, hiding a node and removing are steps that can be undone and redone', async () => {
  const page = await exploreDeepState()
  await canvasOf(page).focus()
  await page.keyboard.press('Home')
  await canvasOf(page).getByText(/^narrative Deep State/).waitFor()
  await page.keyboard.press('p')
  await canvasOf(page).getByText(/, pinned\./).waitFor()
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name: 'Unpin' }).waitFor()
  await page.getByRole('menuitem', { name: 'Hide' }).click()
  await expectNodes(page, 10)
  await legendOf(page).getByRole('status').getByText(/1 node .*hidden by 1 filter/).waitFor()
  await legendOf(page).getByRole('button', { name: 'show all' }).click()
  await expectNodes(page, 11)
  await canvasOf(page).focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Delete')
  await expectNodes(page, 10)
  await page.getByRole('button', { name: /^Undo: Remove/ }).click()
  await expectNodes(page, 11)
  await page.getByRole('button', { name: /^Redo: Remove/ }).click()
  await expectNodes(page, 10)
})

test('the legend is the filter: hiding a kind says how much is hidden and the way back', async () => {
  const page = await exploreDeepState()
  await legendOf(page).getByRole('button', { name: /^Cases: 10 shown.*Show$/ }).click()
  await expectNodes(page, 1)
  await legendOf(page).getByRole('button', { name: /^Cases: 0 shown, 10 hidden/, pressed: false }).waitFor()
  await legendOf(page).getByRole('status').getByText(/10 nodes.*hidden by 1 filter/).waitFor()
  await legendOf(page).getByRole('button', { name: 'show all' }).click()
  await expectNodes(page, 11)
})

test('the time window hides cases outside it and says so', async () => {
  const page = await exploreDeepState()
  const last = page.getByRole('slider', { name: 'Time window, last month' })
  await last.focus()
  await page.keyboard.press('Home')
  await expectNodes(page, 1)
  await page.getByText(/10 nodes.*hidden by 1 filter/).waitFor()
  for (let step = 0; step < 4; step++) await page.keyboard.press('PageUp')
  await until(async () => (await drawn(page)).nodes).toBeGreaterThan(1)
  await page.getByRole('region', { name: 'Timeline' }).getByRole('button', { name: 'all time' }).click()
  await expectNodes(page, 11)
  expect(await page.getByRole('button', { name: /^Undo: Lift the time window/ }).isEnabled()).toBe(true)
})

test('the details of a case show the claim beside its disproof, marks, and why each link is there', async () => {
  const page = await exploreDeepState()
  await toolsOf(page).getByRole('button', { name: 'Table' }).click()
  await page.getByRole('rowheader').getByRole('button', { name: /^Claim: / }).first().click()
  const details = detailsOf(page)
  const pair = details.getByRole('article').first()
  await pair.getByText('The claim', { exact: false }).first().waitFor()
  await pair.getByText('The disproof', { exact: false }).first().waitFor()
  await details.getByRole('heading', { name: 'Carries' }).waitFor()
  await details.getByRole('link', { name: 'Deep State' }).first().waitFor()
  await details.getByText(/in the (title|claim|disproof)|keyword of the source/).first().waitFor()
  expect(await bareClaims(page)).toEqual([])
})

test('the details of a case say of everything it is joined to who says so', async () => {
  const page = await exploreDeepState()
  const { subgraph } = await getApi(neighborsEndpoint, '/api/nodes/narrative:deep-state/neighbors', { kinds: 'Case', limit: '200' })
  const cases = await Promise.all(subgraph.nodes.id.slice(1).map((id) => getApi(casePageEndpoint, `/api/cases/${encodeURIComponent(id)}`)))
  const own = cases.find(({ countries }) => countries.some(({ basis }) => basis === 'inferred'))
  const stated = cases.find(({ countries, keywords }) => countries.some(({ basis }) => basis === 'stated') && keywords.some(({ basis }) => basis === 'stated'))
  if (own === undefined || stated === undefined) throw new Error('the corpus has no such cases')
  const details = detailsOf(page)
  await page.goto(`/explore?add=${own.case.id}`)
  await details.getByRole('heading', { name: own.case.title }).waitFor()
  const discussed = details.locator('section').filter({ has: page.getByRole('heading', { name: 'Discusses' }) })
  for (const { name, evidence } of own.countries.filter(({ basis }) => basis === 'inferred')) {
    const item = discussed.getByRole('listitem').filter({ has: page.getByRole('button', { name }) })
    await item.getByText('inferred', { exact: true }).waitFor()
    for (const one of evidence) if (one.kind === 'match') await item.getByText(`in the ${one.in}`).first().waitFor()
  }
  await page.goto(`/explore?add=${stated.case.id}`)
  await details.getByRole('heading', { name: stated.case.title }).waitFor()
  for (const title of ['Discusses', 'Topics and keywords', 'Appeared in']) {
    await details.locator('section').filter({ has: page.getByRole('heading', { name: title }) }).getByText('stated by the source').waitFor()
  }
})

test('a click on a line shows the evidence of the connection', async () => {
  const { subgraph } = await getApi(neighborsEndpoint, '/api/nodes/narrative:deep-state/neighbors', { kinds: 'Case', limit: '1' })
  const page = await exploreWith(subgraph.nodes.id)
  expect((await drawn(page)).edges).toBe(1)
  await toolsOf(page).getByRole('button', { name: 'Fit' }).click()
  await settled(page)
  const { x, y } = await middleOf(page)
  const details = detailsOf(page)
  const connection = details.getByText('connection', { exact: true })
  // Lines are bent: across the middle in both directions until the line is met.
  for (const [dx, dy] of Array.from({ length: 16 }, (_, step) => step * 3 - 24).flatMap((by) => [[by, 0], [0, by]] as const)) {
    if ((await connection.count()) > 0) break
    await page.mouse.click(x + dx, y + dy)
  }
  await connection.waitFor()
  await details.getByRole('heading', { name: 'Why it is here' }).waitFor()
  await details.getByText(/in the (title|claim|disproof)|keyword of the source|lists/).first().waitFor()
  expect(await bareClaims(page)).toEqual([])
})

test('paths between two nodes: sentences, one of which lights on the canvas', async () => {
  const page = await exploreWith(['country:KZ', 'narrative:deep-state'])
  await selectInTable(page, ['Kazakhstan', 'Deep State'])
  await detailsOf(page).getByRole('button', { name: 'Paths between them' }).click()
  const panel = page.getByRole('region', { name: 'Paths between two nodes' })
  const routes = panel.getByRole('list').getByRole('button')
  await routes.first().waitFor()
  expect(await bareClaims(page)).toEqual([])
  await routes.first().click()
  await panel.getByRole('button', { pressed: true }).waitFor()
  await until(async () => (await drawn(page)).nodes).toBeGreaterThan(2)
  await page.getByRole('button', { name: /^Undo: Light a path/ }).click()
  await expectNodes(page, 2)
})

test('the table twin shows the same nodes, sorts and finds', async () => {
  const page = await exploreDeepState()
  await toolsOf(page).getByRole('button', { name: 'Table' }).click()
  const table = page.getByRole('table', { name: /^The 11 nodes drawn on the canvas/ })
  expect(await table.getByRole('rowheader').count()).toBe(11)
  expect(await bareClaims(page)).toEqual([])
  await table.getByRole('button', { name: 'Date' }).click()
  const dates = (await table.locator('time').allTextContents()).map((text) => text.trim())
  expect(dates).toEqual(dates.toSorted())
  await page.getByRole('searchbox', { name: 'Find in the table' }).fill('deep state')
  await page.getByRole('table', { name: /match/ }).waitFor()
})

test('a click selects, a double click asks to expand, the right button opens the menu', async () => {
  const page = await exploreWith(['country:KZ'])
  await canvasOf(page).focus()
  await page.keyboard.press('Escape')
  await detailsOf(page).getByRole('heading', { name: 'Nothing selected' }).waitFor()
  await page.keyboard.press('f')
  await settled(page)
  const { x, y } = await middleOf(page)
  await page.mouse.click(x, y)
  await detailsOf(page).getByRole('heading', { name: 'Kazakhstan' }).waitFor()
  await page.mouse.click(x, y, { button: 'right' })
  await page.getByRole('menu', { name: 'Actions for Kazakhstan' }).waitFor()
  await page.keyboard.press('Escape')
  await page.mouse.dblclick(x, y)
  await page.getByRole('region', { name: 'Expand Kazakhstan' }).waitFor()
})

import type { Page } from 'playwright-core'
import { z } from 'zod'
import { casesEndpoint } from '#graph-schema/api/cases.ts'
import { getApi } from './api.ts'

/** The titles of all cases, which are claims. */
async function claimTitles(): Promise<string[]> {
  const titles: string[] = []
  for (;;) {
    const { cases, total } = await getApi(casesEndpoint, '/api/cases', { limit: '200', offset: String(titles.length) })
    titles.push(...cases.map((one) => one.title))
    if (cases.length === 0 || titles.length >= total) return titles
  }
}

/**
 * Runs in the page. For each place where a case's title stands to be read, climbs to what holds it together (an article, a row, an
 * option …) and looks there for the disproof or the words that say where it is.
 */
const findBareClaims = `(titles) => {
  const holders = 'article, li, tr, [role=option], [role=row], [role=listitem], [role=dialog], [role=tooltip], [role=menu], header, nav'
  const bare = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.textContent.replace(/\\s+/g, ' ').trim()
    if (text.length < 12) continue
    const element = node.parentElement
    if (element.closest('script, style, title, noscript, textarea') !== null || !element.checkVisibility()) continue
    const title = titles.find((one) => text.includes(one) || (text.endsWith('…') && one.startsWith(text.slice(0, -1).trim())))
    if (title === undefined) continue
    let holder = element.closest(holders) ?? element.closest('section, aside, main') ?? document.body
    // A title in a cell of its own, or in a line within an article: the next holder counts too, if it is one claim's alone.
    const outer = holder.parentElement?.closest('article, li, tr')
    if (outer) holder = outer
    // A table says in its head what a cell is.
    const words = holder.textContent + (holder.tagName === 'TR' ? (holder.closest('table').tHead?.textContent ?? '') : '')
    if (!/disproof/i.test(words)) bare.push(text.slice(0, 120) + ' [in ' + holder.tagName.toLowerCase() + (holder.getAttribute('role') ? ' role=' + holder.getAttribute('role') : '') + ']')
  }
  return bare
}`

/** Claims that stand on the page with neither their disproof nor the words that it is missing. */
export async function bareClaims(page: Page): Promise<string[]> {
  const titles = await claimTitles()
  return z.array(z.string()).parse(await page.evaluate(`(${findBareClaims})(${JSON.stringify(titles)})`))
}

import { maxPageCharacters } from '#graph-schema/api/imports.ts'
import { BadInputError } from '../../errors.ts'
import { readDrafts } from './case-page.ts'
import { looksLikeHtml } from './html.ts'
import { note, rejectedRow } from './item-report.ts'
import { pageCases } from './page-cases.ts'
import { pageElements } from './page-elements.ts'
import { disclaimerNote, pageItems } from './page-items.ts'
import { headingOf, isBreadcrumb, labelAt, titleOn } from './page-labels.ts'
import { pageLines } from './page-lines.ts'
import { readWhole } from './read-whole.ts'
import type { Reader, ReadItem } from './reader.ts'
import { planFor } from './table-plan.ts'

/** A copied page holds a few cases. Past this many the text is something else, and reading it would keep everybody waiting. */
const mostCases = 1_000

/** How much a text looks like a copied case page, from 0 to 1, and what in it does. */
export function pageSigns(text: string): { confidence: number; why: string } | null {
  const lines = text.slice(0, 64 * 1024).split(/\r\n?|\n/u).map((line) => line.trim()).filter((line) => line !== '').slice(0, 600)
  const titles = lines.filter((line) => titleOn(line) !== null).length
  const headings = new Set(lines.flatMap((line) => headingOf(line) ?? [])).size
  const facts = new Set(lines.flatMap((line) => {
    const hit = labelAt(line)
    return hit === null ? [] : [hit.fact]
  })).size
  if (titles > 0) return { confidence: facts > 0 || headings > 0 ? 0.92 : 0.75, why: `It has ${titles === 1 ? 'a line' : `${String(titles)} lines`} such as “Disinfo: …”, as case pages have.` }
  if (headings > 0 && (facts > 0 || headings > 1)) return { confidence: 0.8, why: 'It has the headings and facts of a case page.' }
  if (facts > 2 || (facts > 1 && lines.some(isBreadcrumb))) return { confidence: 0.7, why: 'It has the facts of a case page, such as “Reported in”.' }
  return headings > 0 ? { confidence: 0.4, why: 'It has a heading such as case pages have.' } : null
}

/** A case page that was copied as text, in the layout of any year; several cases a page. */
export const casePageText: Reader = {
  format: 'case-page',
  name: 'Copied case page',
  recognise(head) {
    if (looksLikeHtml(head.text) || /^\s*[[{]/u.test(head.text)) return null
    const signs = pageSigns(head.text)
    return signs === null ? null : { plan: planFor(head, 'case-page'), ...signs }
  },
  async *read(file, plan, context, signal) {
    const { text, trouble } = await readWhole(file, plan, maxPageCharacters, 'a copied page is far shorter', signal)
    yield* itemsOfPage(text, file.name, context)
    if (trouble !== null) yield rejectedRow(1, trouble.code, trouble.reason)
  },
}

/** The cases of a page's text. Throws BadInputError where there is none, or far too many. */
export function* itemsOfPage(text: string, name: string, context: Parameters<Reader['read']>[2]): Generator<ReadItem> {
  let count = 0
  for (const _title of text.matchAll(/^[^\S\n]*disinfo[^\S\n]*:/gimu)) if ((count += 1) > mostCases) throw new BadInputError(`${name} holds more than ${String(mostCases)} lines that begin a case (“Disinfo: …”); a copied page holds a few. Split it and import the parts.`)
  const page = pageCases(pageElements(pageLines(text)))
  if (page.cases.length === 0) throw new BadInputError(`${name}: no case was found in this text. A copied case page has a title line such as “Disinfo: …”, or a heading “Summary” or “Disproof”, or facts such as “Reported in: Issue 269”.`)
  yield* disclaimerNote(text)
  yield* pageItems(readDrafts(page.cases, page.usualGap, context), context)
  for (const { what, text: beginning } of page.leftOver) yield note(what === 'facts' ? 'facts-without-case' : 'text-not-read', what === 'facts' ? 'These facts stand by no case; they are left out.' : 'This text belongs to no case that could be recognised; it is left out.', null, beginning)
}

import { slug } from '#graph-schema/fold.ts'
import type { Paragraph } from './claim-and-disproof.ts'
import { hostOf, isArchive, readAddress } from './addresses.ts'
import { attributeOf, elementsIn, firstIn, hasClass, type HtmlElement, textOf } from './html.ts'
import type { CaseDraft } from './page-cases.ts'
import { isFurniture, isSiteStatement, labelAt, titleOn } from './page-labels.ts'
import { joinAll, pageLines, plainBlanks } from './page-lines.ts'
import { readDate } from './read-date.ts'

/** A case of a saved page: its words, and the addresses behind them. */
export interface HtmlDraft extends CaseDraft {
  sourceUrl: string | null
  /** Outlets as the page names them, with the addresses of the claim and its archived copy. */
  links: { name: string; url: string | null; archiveUrl: string | null }[]
  /** Addresses that the disproof links to, with the linked words. */
  cited: string[]
}

type Role = 'title' | 'claim' | 'disproof' | 'facts' | 'publication' | 'list-row' | 'list-item' | 'keywords'

const roles: readonly (readonly [string, Role])[] = [
  ['b-catalog__report-title', 'title'],
  ['b-report__title', 'title'],
  ['b-report__summary-text', 'claim'],
  ['b-report__disproof-text', 'disproof'],
  ['b-catalog__repwidget-list', 'facts'],
  ['b-report__details-list', 'facts'],
  ['b-catalog__link', 'publication'],
  ['b-report__keywords', 'keywords'],
  ['disinfo-db-post', 'list-row'],
  ['b-archive__database-item', 'list-item'],
]

/** Class names of the two generations of the site. */
export const siteClasses = /b-catalog__(?:report-title|repwidget)|b-report__(?:summary|details|response|disproof)|disinfo-db-post|b-archive__database-item/u

function roleOf(element: HtmlElement): Role | null {
  const found = roles.find(([name]) => hasClass(element, name))
  if (found !== undefined) return found[1]
  if (hasClass(element, 'b-text')) return within(element, 'b-report__summary') ? 'claim' : within(element, 'b-report__response') ? 'disproof' : null
  return /^h[1-3]$/u.test(element.tagName) && titleOn(plainBlanks(textOf(element))) !== null ? 'title' : null
}

function within(element: HtmlElement, name: string): boolean {
  for (let parent = element.parentNode; parent !== null && 'tagName' in parent; parent = parent.parentNode) if (hasClass(parent, name)) return true
  return false
}

/** The cases of a saved page by the classes of its site: a title begins a case, and what follows up to the next title is its. */
export function htmlDrafts(page: Parameters<typeof elementsIn>[0]): HtmlDraft[] {
  const drafts: HtmlDraft[] = []
  let current: HtmlDraft | null = null
  const done = new Set<HtmlElement>()
  function open(): HtmlDraft {
    current ??= begin(drafts, pageTitle(page))
    return current
  }
  for (const element of elementsIn(page)) {
    if (element.parentNode !== null && 'tagName' in element.parentNode && done.has(element.parentNode)) {
      done.add(element)
      continue
    }
    const role = roleOf(element)
    if (role === null) continue
    done.add(element)
    switch (role) {
      case 'title': {
        const title = titleText(element)
        // The newer pages print the title twice.
        if (title === '' || (current !== null && slug(current.title) === slug(title))) break
        current = begin(drafts, title)
        current.sourceUrl = reportLink(element)
        break
      }
      case 'claim':
        open().paragraphs.push(...paragraphsOf(element, 'claim'))
        break
      case 'disproof':
        open().paragraphs.push(...paragraphsOf(element, 'disproof'))
        open().cited.push(...linksOf(element).filter((address) => hostOf(address) !== 'euvsdisinfo.eu'))
        break
      case 'facts':
        for (const fact of factElements(element)) takeFact(open(), fact)
        break
      case 'publication':
        takePublication(open(), element)
        break
      case 'keywords':
        open().facts.push({ fact: 'keywords', lines: [separate(element)] })
        break
      case 'list-row':
        takeListRow(drafts, element)
        break
      case 'list-item':
        takeListItem(drafts, element)
        break
    }
  }
  const [only, ...others] = drafts
  if (only !== undefined && others.length === 0) only.sourceUrl ??= pageAddress(page)
  return drafts
}

function begin(drafts: HtmlDraft[], title: string): HtmlDraft {
  const draft: HtmlDraft = { title, paragraphs: [], facts: [], loose: [], unread: [], sourceUrl: null, links: [], cited: [] }
  drafts.push(draft)
  return draft
}

function titleText(element: HtmlElement): string {
  const text = plainBlanks(textOf(element).replaceAll('\n', ' '))
  return titleOn(text) ?? text
}

/** The title of a page without a heading of its own: “Disinfo: …” of its `<title>`, without the site's name behind it. */
function pageTitle(page: Parameters<typeof elementsIn>[0]): string {
  const title = firstIn(page, (element) => element.tagName === 'title')
  const text = title === null ? '' : plainBlanks(title.childNodes.flatMap((child) => ('value' in child ? [child.value] : [])).join(' '))
  return (titleOn(text) ?? text).replace(/\s[-–|]\sEU\s?vs\s?(?:Disinfo|DISINFORMATION)\s*$/iu, '').trim()
}

/** The address that a saved page gives as its own; that of its original where it was saved from an archive. */
export function pageAddress(page: Parameters<typeof elementsIn>[0]): string | null {
  for (const element of elementsIn(page)) {
    const given = element.tagName === 'link' && attributeOf(element, 'rel') === 'canonical' ? attributeOf(element, 'href') : element.tagName === 'meta' && attributeOf(element, 'property') === 'og:url' ? attributeOf(element, 'content') : null
    const address = given === null ? null : readAddress(given.replace(/^https?:\/\/web\.archive\.org\/web\/\d+[a-z_]*\//iu, ''))
    if (address !== null && /\/report\/|\/disinfo/u.test(address)) return address
  }
  return null
}

function linksOf(element: HtmlElement): string[] {
  const links = element.tagName === 'a' ? [element] : []
  for (const each of elementsIn(element)) if (each.tagName === 'a') links.push(each)
  return links.flatMap((link) => {
    const address = readAddress((attributeOf(link, 'href') ?? '').trim().replace(/^https?:\/\/web\.archive\.org\/web\/\d+[a-z_]*\/(?=https?:\/\/(?:www\.)?euvsdisinfo\.eu)/iu, ''))
    return address === null ? [] : [address]
  })
}

function reportLink(element: HtmlElement): string | null {
  return linksOf(element).find((address) => /^https?:\/\/(?:www\.)?euvsdisinfo\.eu\/report\/[^/]/u.test(address)) ?? null
}

function paragraphsOf(element: HtmlElement, part: 'claim' | 'disproof'): Paragraph[] {
  const paragraphs: string[][] = []
  for (const { text, blankBefore } of pageLines(textOf(element))) {
    const last = paragraphs.at(-1)
    if (last === undefined || blankBefore > 0) paragraphs.push([text])
    else last.push(text)
  }
  const texts = paragraphs.map(joinAll)
  const statement = texts.findIndex(isSiteStatement)
  const kept = (statement === -1 ? texts : texts.slice(0, statement)).filter((text) => !isFurniture(text) && !/^(?:disclaimer|summary|response|disproof)$/iu.test(text))
  return kept.map((text) => ({ text, part, gap: 1, afterFacts: false }))
}

/** The entries of a list of facts; its own blocks where it has no `li`. */
function factElements(list: HtmlElement): HtmlElement[] {
  const entries = [...elementsIn(list)].filter((element) => element.tagName === 'li')
  if (entries.length > 0) return entries
  const blocks = list.childNodes.flatMap((child) => ('tagName' in child ? [child] : []))
  return blocks.length > 0 ? blocks : [list]
}

function takeFact(draft: HtmlDraft, element: HtmlElement): void {
  const text = plainBlanks(textOf(element).replaceAll('\n', ' '))
  if (text === '') return
  const hit = labelAt(text)
  if (hit === null) {
    if (!isFurniture(text)) draft.unread.push(text)
    return
  }
  const value = text.slice(hit.valueFrom).trim()
  if (hit.fact === 'outlets') {
    const link = firstIn(element, (each) => each.tagName === 'a')
    const name = link === null ? '' : outletName(link)
    draft.facts.push({ fact: 'outlets', lines: [name === '' || linksOf(element).length > 2 ? value : name] })
    if (name !== '') addLinks(draft, name, linksOf(element))
    return
  }
  draft.facts.push({ fact: hit.fact, lines: [hit.fact === 'keywords' && !/[,;]/u.test(value) ? separate(element) || value : value] })
}

/** Words that stand in links or elements of their own, without a sign between them. */
function separate(element: HtmlElement): string {
  const parts = [...elementsIn(element)].filter((each) => (each.tagName === 'a' || each.tagName === 'span' || each.tagName === 'li') && ![...elementsIn(each)].some((inner) => inner.tagName === 'a' || inner.tagName === 'span'))
  return parts.map((part) => plainBlanks(textOf(part).replaceAll('\n', ' '))).filter((text) => text !== '' && labelAt(text) === null && !text.endsWith(':')).join(', ')
}

function outletName(link: HtmlElement): string {
  const name = plainBlanks(textOf(link).replaceAll('\n', ' ')).replace(/\s?\(opens in a new tab\)/iu, '').trim()
  if (/^https?:\/\//iu.test(name)) return hostOf(name) ?? name
  return /^(?:link|source|original|archived?)$/iu.test(name) ? (hostOf(linksOf(link)[0] ?? '') ?? '') : name
}

function addLinks(draft: HtmlDraft, name: string, addresses: readonly string[]): void {
  const archiveUrl = addresses.find(isArchive) ?? addresses[1] ?? null
  draft.links.push({ name, url: addresses.find((address) => address !== archiveUrl) ?? null, archiveUrl })
}

function takePublication(draft: HtmlDraft, element: HtmlElement): void {
  const link = element.tagName === 'a' ? element : firstIn(element, (each) => each.tagName === 'a')
  if (link === null) return
  const name = outletName(link)
  if (name === '') return
  draft.facts.push({ fact: 'outlets', lines: [name] })
  addLinks(draft, name, linksOf(element))
}

/** A row of the older list of cases: `[data-column="Date" | "Title" | "Outlets" | "Country"]`. */
function takeListRow(drafts: HtmlDraft[], row: HtmlElement): void {
  const cells = new Map<string, HtmlElement>()
  for (const element of elementsIn(row)) {
    const column = attributeOf(element, 'data-column')
    if (column !== null) cells.set(column.toLowerCase(), element)
  }
  const title = cells.get('title')
  if (title === undefined) return
  const draft = begin(drafts, titleText(title))
  draft.sourceUrl = reportLink(title) ?? reportLink(row)
  for (const [column, fact] of [['date', 'publishedOn'], ['outlets', 'outlets'], ['country', 'countries']] as const) {
    const cell = cells.get(column)
    const value = cell === undefined ? '' : plainBlanks(textOf(cell).replaceAll('\n', ', ')).replace(/(?:, )+/gu, ', ').replace(/^, |, $/gu, '')
    if (value !== '') draft.facts.push({ fact, lines: [value] })
  }
}

/** An entry of the newer list: a link with the title, and a date somewhere in it. */
function takeListItem(drafts: HtmlDraft[], item: HtmlElement): void {
  const texts = textOf(item).split('\n').map(plainBlanks).filter((text) => text !== '')
  const date = texts.find((text) => readDate(text) !== null)
  const title = texts.filter((text) => text !== date).toSorted((a, b) => b.length - a.length)[0]
  if (title === undefined) return
  const draft = begin(drafts, titleOn(title) ?? title)
  draft.sourceUrl = reportLink(item)
  if (date !== undefined) draft.facts.push({ fact: 'publishedOn', lines: [date] })
}

import { BadInputError } from '../../errors.ts'
import type { CaseRecord, OutletRef } from '../case-record.ts'
import { sourceOf } from '../case-records.ts'
import type { IngestContext } from '../inference.ts'
import { readDrafts } from './case-page.ts'
import { itemsOfPage, pageSigns } from './case-page-text.ts'
import { looksLikeHtml, parseHtml, textOf } from './html.ts'
import { rejectedRow } from './item-report.ts'
import { type HtmlDraft, htmlDrafts, pageAddress, siteClasses } from './page-html.ts'
import { disclaimerNote, pageItems } from './page-items.ts'
import { readWhole } from './read-whole.ts'
import type { Reader } from './reader.ts'
import { planFor } from './table-plan.ts'

const mostCharacters = 16 * 1024 * 1024

/** A case page or a list of cases saved as HTML, in both generations of the site; any other page by its words alone. */
export const casePageHtml: Reader = {
  format: 'case-page-html',
  name: 'Saved case page (HTML)',
  recognise(head) {
    if (!looksLikeHtml(head.text)) return null
    const plan = planFor(head, 'case-page-html')
    if (siteClasses.test(head.text)) return { plan, why: 'It is a saved page with the marks of the case database’s site.', confidence: 0.95 }
    const signs = pageSigns(textOf(parseHtml(head.text), { withoutSite: true, bullets: true }))
    if (signs !== null) return { plan, why: `It is a saved page. ${signs.why}`, confidence: Math.min(signs.confidence, 0.75) }
    // A page whose case stands behind a long head.
    return head.isWhole ? null : { plan, why: 'It is a saved page; whether there is a case on it shows when it is read.', confidence: 0.3 }
  },
  async *read(file, plan, context, signal) {
    const { text, trouble } = await readWhole(file, plan, mostCharacters, 'a saved page is far shorter', signal)
    const page = parseHtml(text)
    const drafts = siteClasses.test(text) ? htmlDrafts(page) : []
    if (drafts.length > 0) {
      yield* disclaimerNote(textOf(page))
      yield* pageItems(readDrafts(drafts, 1, context), context, (record, { row }) => withAddresses(record, drafts[row - 1], context))
    } else {
      const words = textOf(page, { withoutSite: true, bullets: true })
      if (words === '') throw new BadInputError(`${file.name} is a page without words`)
      const address = pageAddress(page)
      const items = [...itemsOfPage(words, file.name, context)]
      const isOnly = items.filter(({ is }) => is !== 'note').length === 1
      for (const item of items) yield item.is === 'case' && isOnly ? { ...item, record: { ...item.record, sourceUrl: address } } : item
    }
    if (trouble !== null) yield rejectedRow(drafts.length + 1, trouble.code, trouble.reason)
  },
}

/** What a saved page knows beside the words: the case's own address, those of its outlets, and what the disproof links to. */
function withAddresses(record: CaseRecord, draft: HtmlDraft | undefined, context: IngestContext): CaseRecord {
  if (draft === undefined) return record
  const outlets = record.outlets.map((outlet): OutletRef => {
    const link = draft.links.find(({ name }) => name === outlet.rawValue || context.entities.resolveOutlet(name).some(({ id }) => id === outlet.id))
    return link === undefined ? outlet : { ...outlet, url: link.url, archiveUrl: link.archiveUrl }
  })
  const sources = new Map(record.sources.map((source) => [source.id, source]))
  for (const address of draft.cited) {
    const source = sourceOf(address)
    if (!sources.has(source.id)) sources.set(source.id, { ...source, rawValue: address, evidence: [] })
  }
  const addresses = draft.links.flatMap(({ name, url, archiveUrl }) => [`${name}: ${[url, archiveUrl].filter((one) => one !== null).join(' ')}`])
  const raw = { ...record.raw, ...(draft.sourceUrl === null ? {} : { url: draft.sourceUrl }), ...(addresses.length === 0 ? {} : { publications: addresses.join('\n') }), ...(draft.cited.length === 0 ? {} : { links: draft.cited.join('\n') }) }
  return { ...record, raw, sourceUrl: draft.sourceUrl, outlets, sources: [...sources.values()] }
}


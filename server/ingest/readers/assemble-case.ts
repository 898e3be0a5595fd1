import type { CaseField, DateOrder } from '#graph-schema/case-fields.ts'
import { slug } from '#graph-schema/fold.ts'
import { type CaseRecord, type OutletRef, type ReferenceRef, type SourceRef, titleFromAddress } from '../case-record.ts'
import { fromText, sourceOf } from '../case-records.ts'
import { type IngestContext, inferFacts } from '../inference.ts'
import { hostOf, isArchive, originalOf, readAddress } from './addresses.ts'
import type { CellResolver, Separators } from './cell-resolver.ts'
import { cleanLine } from './clean-text.ts'
import { readDateIn } from './dates.ts'
import { ItemReport } from './item-report.ts'
import type { ReadItem } from './reader.ts'
import { readReferences } from './references.ts'
import { type Cell, mostValues, nothing, RowValues } from './row-values.ts'

const longestTitle = 1000
/** One row, entry or object, before its values are read. */
export interface CaseRow {
  row: number
  /** All values as they stood. */
  raw: Record<string, string>
  cells: ReadonlyMap<CaseField, readonly Cell[]>
}

/** How the rows of a file become cases. */
export interface Assembly {
  context: IngestContext
  resolver: CellResolver
  separators: Separators
  dateOrder: DateOrder | null
  /** One cell names one outlet, whatever commas stand in it. */
  oneOutlet: boolean
  /** Who published the cases, where a row does not say so: as the user chose, and as the format has it where there is no address either. */
  source: { chosen: string | null; usual: string | null }
  /** The rows add to cases that are known by their address; without a title of their own they take its words. */
  isUpdate: boolean
}

/** The part of a page's title that names the site's section. */
const titlePrefix = /^disinfo\s?:\s*/iu

/**
 * One row as a case, or rejected with the reason. Invents nothing: what is missing is null or []; what can't be read is reported
 * with column and value and stays in `raw`.
 */
export function assembleCase({ row, raw, cells }: CaseRow, how: Assembly): ReadItem {
  const report = new ItemReport(row)
  const values = new RowValues(cells, report)
  if (report.isRejected) return report.rejected(raw)
  const addressed = readSourceUrl(values, report)
  const title = readTitle(values, addressed?.url ?? null, how, report)
  const countries = values.entities('countries', (cell) => how.resolver.countries(cell.value, cell.isOne === true ? 'none' : how.separators))
  const languages = values.entities('languages', (cell) => how.resolver.languages(cell.value, cell.isOne === true ? 'none' : how.separators))
  const keywords = values.entities('keywords', (cell) => how.resolver.keywords(cell.value, cell.isOne === true ? 'none' : how.separators))
  const named = values.entities('outlets', (cell) => how.resolver.outlets(cell.value, cell.isOne === true || how.oneOutlet ? 'none' : how.separators))
  if (report.isRejected || title === null) return report.rejected(raw)
  const claim = values.text('claim')
  const disproof = values.text('disproof')
  const outlets = withAddresses(named, values, how, report)
  const inferred = how.isUpdate && claim === null ? [] : inferFacts({ title: title.text, claim, disproof, statesCountries: countries.length > 0 }, how.context)
  const read = fromText(inferred, how.context.entities)
  const record: CaseRecord = {
    row,
    raw,
    sourceUrl: addressed?.url ?? null,
    source: readSource(values, addressed?.url ?? null, how),
    title: title.text,
    claim,
    claimOrigin: claim === null ? null : 'source',
    disproof,
    disproofOrigin: disproof === null ? null : 'source',
    publishedOn: readDay(values, how.dateOrder, report),
    issue: readIssue(values, report),
    status: readStatus(values, title.isFromAddress, report),
    countries,
    inferredCountries: title.isFromAddress && claim === null ? [] : read.inferredCountries,
    languages,
    outlets,
    keywords,
    sources: withListed(read.sources, values, report),
    refersTo: references(values, disproof, title.text, report),
    inferred: read.inferred,
  }
  return { is: 'case', record, warnings: report.warnings, cleanings: report.cleanings }
}

function readSourceUrl(values: RowValues, report: ItemReport): { url: string } | null {
  for (const { column, value } of values.filled('sourceUrl')) {
    const url = readAddress(cleanLine(value, column, report))
    if (url === null) {
      report.warn('address-not-read', 'This is no web address; it is kept as it stands.', column, value)
      continue
    }
    const original = originalOf(url)
    if (original !== null) report.clean('archive-address', column, value, original)
    else if (url !== value.trim()) report.clean('address-completed', column, value, url)
    return { url: original ?? url }
  }
  return null
}

function readTitle(values: RowValues, url: string | null, how: Assembly, report: ItemReport): { text: string; isFromAddress: boolean } | null {
  const cell = values.first('title')
  if (cell === null) {
    const words = how.isUpdate && url !== null ? titleFromAddress(url) : ''
    if (words !== '') {
      report.clean('title-from-address', 'title', url ?? '', words)
      return { text: words, isFromAddress: true }
    }
    report.reject('no-title', how.isUpdate ? 'The row has no address by which a case could be found.' : 'The row has no title; a case needs one.', values.columnOf(how.isUpdate ? 'sourceUrl' : 'title'), null)
    return null
  }
  const line = cleanLine(cell.value, cell.column, report)
  const text = line.replace(titlePrefix, '')
  if (text !== line) report.clean('title-prefix', cell.column, cell.value, text)
  if (text === '' || text.length > longestTitle) {
    report.reject('no-title', text === '' ? 'The title is empty; a case needs one.' : `A title of ${String(text.length)} characters is no title; ${String(longestTitle)} is the most.`, cell.column, cell.value)
    return null
  }
  return { text, isFromAddress: false }
}

function readSource(values: RowValues, url: string | null, how: Assembly): string {
  const stated = values.first('source')
  const host = url === null ? null : hostOf(url)
  if (stated !== null) return slug(stated.value.slice(0, 100)) || 'unstated'
  if (host === 'euvsdisinfo.eu') return 'euvsdisinfo'
  return slug(how.source.chosen ?? host ?? how.source.usual ?? '') || 'unstated'
}

function readDay(values: RowValues, order: DateOrder | null, report: ItemReport): string | null {
  const cell = values.first('publishedOn')
  if (cell === null) return null
  const reading = readDateIn(cell.value, order)
  if (reading.date !== null) return reading.date
  const reasons = {
    ambiguous: 'This date can be read in two ways and the file does not show which is meant; it is left out. Choose day first or month first.',
    'no-date': 'This is no date; it is kept as it stands.',
    'out-of-range': 'This date lies outside 1900–2099; it is kept as it stands.',
  }
  report.warn(reading.why === 'ambiguous' ? 'date-ambiguous' : reading.why === 'out-of-range' ? 'date-out-of-range' : 'date-not-read', reasons[reading.why], cell.column, cell.value)
  return null
}

function readIssue(values: RowValues, report: ItemReport): number | null {
  const cell = values.first('issue')
  if (cell === null) return null
  const digits = /^(?:[\p{L} ]{0,20}[#.:]?\s?)?(\d{1,6})(?:\.0)?$/u.exec(cell.value.trim())?.[1]
  if (digits === undefined || Number(digits) === 0) {
    report.warn('issue-not-read', 'This holds no issue number; it is kept as it stands.', cell.column, cell.value)
    return null
  }
  return Number(digits)
}

function readStatus(values: RowValues, isFromAddress: boolean, report: ItemReport): CaseRecord['status'] {
  const cell = values.first('status')
  if (cell !== null) {
    const word = cell.value.trim().toLowerCase()
    if (/withdrawn|withdrew|retract|remov|delet|rescind/u.test(word)) return 'withdrawn'
    if (/correct|amend|updat|revis|clarif/u.test(word)) return 'corrected'
    if (!/^(?:active|published|current|ok|live|known-by-title)$/u.test(word)) report.warn('status-not-read', 'This is no status that is known (active, corrected, withdrawn); it is kept as it stands.', cell.column, cell.value)
  }
  return isFromAddress ? 'known-by-title' : 'active'
}

/**
 * Outlets with the addresses that stand beside them. An address goes to the outlet of its host, or to the only outlet of the row;
 * one that fits none names an outlet by its host. An archive's address goes beside its original, never in its place.
 */
function withAddresses(named: readonly OutletRef[], values: RowValues, how: Assembly, report: ItemReport): OutletRef[] {
  const addresses = [...values.filled('outletUrl'), ...values.filled('archiveUrl').map((cell) => ({ ...cell, isArchived: true }))]
  if (addresses.length === 0) return [...named]
  const outlets = named.map((outlet) => ({ ...outlet }))
  for (const cell of addresses) {
    for (const value of cell.value.split(/[\s|]+(?=https?:)|[\r\n]+/u)) {
      const text = cleanLine(value, cell.column, report)
      if (text === '' || nothing.test(text)) continue
      const address = readAddress(text)
      if (address === null) {
        report.warn('address-not-read', 'This is no web address; it is kept as it stands.', cell.column, value)
        continue
      }
      const archived = 'isArchived' in cell || isArchive(address)
      placeAddress(outlets, archived ? originalOf(address) : address, archived ? address : null, cell.column, how, report)
    }
  }
  return outlets
}

function placeAddress(outlets: OutletRef[], url: string | null, archiveUrl: string | null, column: string, how: Assembly, report: ItemReport): void {
  const host = url === null ? null : hostOf(url)
  const byHost = host === null ? undefined : how.resolver.outlets(host, 'none').refs[0]
  const free = outlets.filter((outlet) => (archiveUrl === null ? outlet.url === null : outlet.archiveUrl === null))
  const own =
    free.find((outlet) => byHost !== undefined && (outlet.id === byHost.id || (host !== null && outlet.domain !== null && (host === outlet.domain || host.endsWith(`.${outlet.domain}`))))) ??
    (archiveUrl !== null ? free.find((outlet) => outlet.url !== null && outlet.url === url) : undefined) ??
    (outlets.length === 1 ? free[0] : undefined)
  if (own !== undefined) {
    if (url !== null) own.url ??= url
    if (archiveUrl !== null) own.archiveUrl ??= archiveUrl
  } else if (byHost !== undefined && outlets.every((outlet) => outlet.id !== byHost.id)) {
    outlets.push({ ...byHost, rawValue: url ?? byHost.rawValue, url, archiveUrl })
    report.clean('outlet-from-address', column, url ?? '', byHost.name)
  } else if (byHost === undefined) {
    report.clean('outlet-unknown', column, url ?? archiveUrl ?? '', null)
  }
}

/** Sources cited in the text and those that the row lists beside it. */
function withListed(read: readonly SourceRef[], values: RowValues, report: ItemReport): SourceRef[] {
  const sources = new Map(read.map((source) => [source.id, source]))
  for (const cell of values.filled('citedSources')) {
    const parts = cell.isOne === true ? [cell.value] : cell.value.split(/[+;|\s]+(?=https?:)|[;|\r\n]+/u)
    for (const part of parts.slice(0, mostValues)) {
      const value = cleanLine(part, cell.column, report).replace(/[+;,]$/u, '')
      if (value.length < 5 || value.length > 2000) continue
      const source = sourceOf(value)
      if (!sources.has(source.id)) sources.set(source.id, { ...source, rawValue: value, evidence: [] })
    }
  }
  return [...sources.values()]
}

/** Cases that the disproof names in a sentence, and those that the row lists. */
function references(values: RowValues, disproof: string | null, title: string, report: ItemReport): ReferenceRef[] {
  const found = new Map<string, ReferenceRef>()
  if (disproof !== null) for (const { title: named, quote } of readReferences(disproof)) found.set(named, { title: named, quote, note: null })
  for (const cell of values.filled('refersTo')) {
    for (const part of cell.isOne === true ? [cell.value] : cell.value.split(/[;|\r\n]+/u)) {
      const named = cleanLine(part, cell.column, report)
      if (named !== '' && named.length <= longestTitle && !found.has(named)) found.set(named, { title: named, quote: null, note: 'listed by the source among related cases' })
    }
  }
  found.delete(title)
  return [...found.values()]
}

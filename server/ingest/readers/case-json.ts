import { type CaseDocument, caseDocumentSchema } from '#graph-schema/case-document.ts'
import type { CaseRecord, CountryRef, LanguageRef } from '../case-record.ts'
import { fromText, keywordRefs, outletRefs, sourceOf } from '../case-records.ts'
import { type IngestContext, inferFacts } from '../inference.ts'
import { readAddress } from './addresses.ts'
import { cleanLine, cleanText } from './clean-text.ts'
import { flatten, rawOf } from './flatten-json.ts'
import { ItemReport } from './item-report.ts'
import { jsonRows } from './read-json.ts'
import type { ReadItem, Reader } from './reader.ts'
import { sniffJson } from './sniff-json.ts'
import { planFor } from './table-plan.ts'

/** Throughline's own form: what `throughline export` writes, as one object, a list, or one object a line. */
export const caseJson: Reader = {
  format: 'case-json',
  name: 'Cases as Throughline exports them',
  recognise(head) {
    const json = sniffJson(head)
    const own = json?.samples.filter((sample) => sample['format'] === 'throughline-case').length ?? 0
    if (json === null || own * 2 < json.samples.length || own === 0) return null
    return { plan: planFor(head, 'case-json'), why: `Its objects say themselves that they are cases of Throughline${json.shape.kind === 'lines' ? ', one a line' : ''}.`, confidence: 1 }
  },
  async *read(file, plan, context, signal) {
    for await (const { row, object, item } of jsonRows(file, plan, signal)) {
      if (object === null) {
        yield item
        continue
      }
      const document = caseDocumentSchema.safeParse(object)
      if (document.success) {
        yield itemOf(row, document.data, rawOf(flatten(object)), context)
        continue
      }
      const report = new ItemReport(row)
      for (const { path, message } of document.error.issues) report.reject('not-the-form', `Element ${String(row)} does not fit the form of a case: ${message}`, path.length === 0 ? null : path.join('.'), null)
      yield report.rejected()
    }
  },
}

function itemOf(row: number, document: CaseDocument, raw: Record<string, string>, context: IngestContext): ReadItem {
  const { entities } = context
  const report = new ItemReport(row)
  const title = cleanLine(document.title, 'title', report)
  if (title === '') {
    report.reject('no-title', 'The title is empty; a case needs one.', 'title', document.title)
    return report.rejected()
  }
  const claim = document.claim === null ? null : cleanText(document.claim, 'claim', report)
  const disproof = document.disproof === null ? null : cleanText(document.disproof, 'disproof', report)
  const countries = document.countries.filter(({ inferred }) => !inferred).flatMap(({ id, name }): CountryRef[] => {
    const resolved = entities.countryById(id) ?? entities.resolveCountry(name)
    if (resolved !== null && !('junk' in resolved)) return [{ ...resolved, rawValue: name }]
    report.warn('unknown-country', `“${name.slice(0, 80)}” is no country or region that the tables know; nothing is linked, the value is kept as it stands.`, 'countries', name)
    return []
  })
  const languages = document.languages.flatMap(({ id, name }): LanguageRef[] => {
    const resolved = entities.languageById(id) ?? entities.resolveLanguage(name)
    if (resolved !== null && !('junk' in resolved)) return [{ ...resolved, rawValue: name }]
    report.warn('unknown-language', `“${name.slice(0, 80)}” is no language that the tables know; nothing is linked, the value is kept as it stands.`, 'languages', name)
    return []
  })
  const outlets = document.outlets.flatMap(({ name, url, archiveUrl, domain }) =>
    outletRefs([cleanLine(name, 'outlets', report)], entities).slice(0, 1).map((outlet) => ({ ...outlet, domain: outlet.domain ?? domain, url: addressOf(url), archiveUrl: addressOf(archiveUrl) })),
  )
  const inferred = inferFacts({ title, claim, disproof, statesCountries: countries.length > 0 }, context)
  const read = fromText(inferred, entities)
  const sources = new Map(read.sources.map((source) => [source.id, source]))
  for (const { name, url } of document.citedSources) {
    const source = sourceOf(url ?? name)
    if (!sources.has(source.id)) sources.set(source.id, { ...source, name: cleanLine(name, 'citedSources', report), rawValue: name, evidence: [] })
  }
  const record: CaseRecord = {
    row,
    raw,
    sourceUrl: document.sourceUrl === null ? null : readAddress(document.sourceUrl),
    source: document.source,
    title,
    claim: claim === '' ? null : claim,
    claimOrigin: claim === null || claim === '' ? null : (document.claimOrigin ?? 'source'),
    disproof: disproof === '' ? null : disproof,
    disproofOrigin: disproof === null || disproof === '' ? null : (document.disproofOrigin ?? 'source'),
    publishedOn: document.publishedOn,
    issue: document.issue,
    status: document.status,
    countries: distinct(countries),
    inferredCountries: read.inferredCountries,
    languages: distinct(languages),
    outlets: distinct(outlets),
    keywords: keywordRefs(document.keywords.map(({ name }) => cleanLine(name, 'keywords', report)), entities),
    sources: [...sources.values()],
    refersTo: document.refersTo.map(({ title: named, quote, note }) => ({ title: cleanLine(named, 'refersTo', report), quote, note })),
    inferred,
  }
  return { is: 'case', record, warnings: report.warnings, cleanings: report.cleanings }
}

function addressOf(value: string | null): string | null {
  return value === null ? null : readAddress(value)
}

function distinct<Ref extends { id: string }>(refs: readonly Ref[]): Ref[] {
  return [...new Map(refs.map((ref) => [ref.id, ref])).values()]
}

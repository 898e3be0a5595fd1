import { createHash } from 'node:crypto'
import { slug } from '#graph-schema/fold.ts'
import type { Inferred, ReadCase, ReadResult } from '#graph-schema/read-result.ts'
import type { CorpusEntry } from '#seed/dataset.ts'
import type { CaseRecord, CountryRef, InferredCountryRef, KeywordRef, LanguageRef, OutletRef, SourceRef } from './case-record.ts'
import { type IngestContext, inferFromText } from './inference.ts'
import type { Entities } from './normalise/entities.ts'

const source = 'euvsdisinfo'

/**
 * The cases that a reader found, as records. `raws` are the values as they stood in the file, in the order of the cases; without
 * them the read values stand in.
 */
export function toCaseRecords(result: ReadResult, entities: Entities, raws: readonly Record<string, string>[] = []): CaseRecord[] {
  return result.cases.map((read, index) => ({
    row: index + 1,
    raw: raws[index] ?? rawOf(read),
    sourceUrl: null,
    source,
    title: read.title,
    claim: read.claim,
    claimOrigin: read.claim === null ? null : 'source',
    disproof: read.disproof,
    disproofOrigin: read.disproof === null ? null : 'source',
    publishedOn: read.publishedOn,
    issue: read.issue,
    status: 'active',
    countries: read.countries.flatMap((id) => entities.countryById(id) ?? []).map((country) => ({ ...country, rawValue: country.name })),
    languages: read.languages.flatMap((id) => entities.languageById(id) ?? []).map((language) => ({ ...language, rawValue: language.name })),
    outlets: outletRefs(read.outlets, entities),
    keywords: keywordRefs(read.keywords, entities),
    refersTo: read.refersTo.map(({ title, quote }) => ({ title, quote, note: null })),
    ...fromText(read.inferred, entities),
  }))
}

/** An entry of the curated corpus as a record: facts and title are the source's, claim and disproof our paraphrase. */
export function toCaseRecord(entry: CorpusEntry, row: number, context: IngestContext): CaseRecord {
  const { entities } = context
  const countries = countryRefs(entry.countries, entities)
  const inferred = inferFromText({ title: entry.title, claim: entry.claim, disproof: entry.disproof, statesCountries: countries.length > 0 }, context)
  return {
    row,
    raw: rawOf(entry),
    sourceUrl: entry.sourceUrl,
    source,
    title: entry.title,
    claim: entry.claim,
    claimOrigin: 'paraphrase',
    disproof: entry.disproof,
    disproofOrigin: 'paraphrase',
    publishedOn: entry.publishedOn,
    issue: entry.issue,
    status: 'active',
    countries,
    languages: languageRefs(entry.languages, entities),
    outlets: outletRefs(entry.outlets, entities),
    keywords: keywordRefs(entry.keywords, entities),
    refersTo: entry.refersTo.map((title) => ({ title, quote: null, note: 'the source names it among related cases; its sentence is not copied into the curated corpus' })),
    ...fromText(inferred, entities),
  }
}

/** Countries by the names a file gives. Unknown ones and junk stay in the raw values only. */
export function countryRefs(values: readonly string[], entities: Entities): CountryRef[] {
  return distinct(values.flatMap((rawValue) => {
    const country = entities.resolveCountry(rawValue)
    return country === null || 'junk' in country ? [] : [{ ...country, rawValue }]
  }))
}

/** Languages by name: “Spanish” and “Castilian” are one. */
export function languageRefs(values: readonly string[], entities: Entities): LanguageRef[] {
  return distinct(values.flatMap((rawValue) => {
    const language = entities.resolveLanguage(rawValue)
    return language === null || 'junk' in language ? [] : [{ ...language, rawValue }]
  }))
}

/** Outlets by name; one value can hold several lines. */
export function outletRefs(values: readonly string[], entities: Entities): OutletRef[] {
  return distinct(values.flatMap((rawValue) => entities.resolveOutlet(rawValue).map((outlet) => ({ ...outlet, rawValue, url: null, archiveUrl: null }))))
}

/** Keywords by name. */
export function keywordRefs(values: readonly string[], entities: Entities): KeywordRef[] {
  return distinct(values.flatMap((rawValue) => {
    const keyword = entities.resolveKeyword(rawValue)
    return keyword === null ? [] : [{ ...keyword, rawValue }]
  }))
}

function distinct<Ref extends { id: string }>(refs: readonly Ref[]): Ref[] {
  const byId = new Map<string, Ref>()
  for (const ref of refs) if (!byId.has(ref.id)) byId.set(ref.id, ref)
  return [...byId.values()]
}

/** Countries and sources read out of the text, each with all the words that name it. */
export function fromText(inferred: Inferred[], entities: Entities): Pick<CaseRecord, 'inferred' | 'inferredCountries' | 'sources'> {
  const countries = new Map<string, InferredCountryRef>()
  const sources = new Map<string, SourceRef>()
  for (const one of inferred) {
    if (one.field === 'country') {
      const country = entities.countryById(one.value)
      if (country === null) continue
      const before = countries.get(country.id)
      if (before === undefined) countries.set(country.id, { ...country, rawValue: one.text, evidence: [one] })
      else before.evidence.push(one)
    } else if (one.field === 'source') {
      const cited = sourceOf(one.value)
      const before = sources.get(cited.id)
      if (before === undefined) sources.set(cited.id, { ...cited, rawValue: one.text, evidence: [one] })
      else before.evidence.push(one)
    }
  }
  return { inferred, inferredCountries: [...countries.values()], sources: [...sources.values()] }
}

/** A cited publication by its address, else by its title. */
export function sourceOf(value: string): { id: string; name: string; url: string | null } {
  const isAddress = /^(?:https?:\/\/|www\.)/iu.test(value)
  const key = slug(isAddress ? value.replace(/^(?:https?:\/\/)?(?:www\.)?/iu, '') : value)
  // A slug that was cut would join what differs only at the end.
  const id = key.length <= 150 && key !== '' ? key : `${key.slice(0, 120)}-${createHash('sha256').update(value).digest('hex').slice(0, 16)}`
  return { id: `source:${id}`, name: value, url: isAddress ? (/^www\./iu.test(value) ? `https://${value}` : value) : null }
}

/** Read values as the raw ones of provenance, where the reader kept none. */
function rawOf(read: Pick<ReadCase, 'title' | 'publishedOn' | 'issue' | 'countries' | 'languages' | 'outlets' | 'keywords'> & { sourceUrl?: string | null }): Record<string, string> {
  const raw: Record<string, string> = { title: read.title }
  if (read.sourceUrl !== undefined && read.sourceUrl !== null) raw['sourceUrl'] = read.sourceUrl
  if (read.publishedOn !== null) raw['publishedOn'] = read.publishedOn
  if (read.issue !== null) raw['issue'] = String(read.issue)
  for (const name of ['countries', 'languages', 'outlets', 'keywords'] as const) if (read[name].length > 0) raw[name] = read[name].join('; ')
  return raw
}

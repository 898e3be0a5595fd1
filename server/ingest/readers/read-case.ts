import type { ReadCase } from '#graph-schema/read-result.ts'
import type { CaseRecord } from '../case-record.ts'

/** A record as `throughline read` prints it: countries and languages as ids, keywords and outlets by the names that the file gives. */
export function readCaseOf(record: CaseRecord): ReadCase {
  const { title, claim, disproof, issue, publishedOn, inferred } = record
  return {
    title,
    claim,
    disproof,
    issue,
    publishedOn,
    languages: record.languages.map(({ id }) => id),
    countries: record.countries.map(({ id }) => id),
    keywords: record.keywords.map(({ rawValue }) => rawValue),
    outlets: [...new Set(record.outlets.map(({ rawValue }) => rawValue))],
    refersTo: record.refersTo.map(({ title: named, quote }) => ({ title: named, quote: quote ?? '' })),
    inferred,
  }
}

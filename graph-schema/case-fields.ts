import { z } from 'zod'

/** What a column of a table, or a path into a JSON object, can be of a case. */
export const caseFields = [
  'title', 'claim', 'disproof', 'publishedOn', 'issue', 'sourceUrl', 'source', 'status',
  'countries', 'languages', 'outlets', 'outletUrl', 'archiveUrl', 'keywords', 'citedSources', 'refersTo', 'reportedBy', 'raw',
] as const
export const caseFieldSchema = z.enum(caseFields)
export type CaseField = z.output<typeof caseFieldSchema>

/** The fields in words, for a screen on which columns are mapped and for `docs/formats.md`. */
export const caseFieldWords: Readonly<Record<CaseField, { name: string; means: string; isList: boolean }>> = {
  title: { name: 'Title', means: 'the case’s title; each case needs one', isList: false },
  claim: { name: 'Claim', means: 'what was claimed, in the source’s words', isList: false },
  disproof: { name: 'Disproof', means: 'why it is false, in the source’s words', isList: false },
  publishedOn: { name: 'Date', means: 'when the claim appeared', isList: false },
  issue: { name: 'Review issue', means: 'number of the weekly review that reported it', isList: false },
  sourceUrl: { name: 'Address of the case', means: 'where the fact-checker published the case; cases are told apart by it', isList: false },
  source: { name: 'Fact-checker', means: 'who published the case', isList: false },
  status: { name: 'Status', means: 'active, corrected or withdrawn', isList: false },
  countries: { name: 'Countries', means: 'countries and regions that the claim discusses', isList: true },
  languages: { name: 'Languages', means: 'languages of the claim', isList: true },
  outlets: { name: 'Outlets', means: 'where the claim appeared, by name', isList: true },
  outletUrl: { name: 'Address of the claim', means: 'where the claim appeared, as an address', isList: true },
  archiveUrl: { name: 'Archived copy', means: 'archived copies of the claim', isList: true },
  keywords: { name: 'Keywords', means: 'the source’s own tags', isList: true },
  citedSources: { name: 'Cited sources', means: 'addresses or titles that the disproof cites', isList: true },
  refersTo: { name: 'Related cases', means: 'titles of cases that this one names', isList: true },
  reportedBy: { name: 'Reported by', means: 'a person or group; dropped unless asked for', isList: false },
  raw: { name: 'Nothing', means: 'kept as it stands with the row, not read', isList: false },
}

/** How a date in figures is meant: day first, month first, year first. */
export const dateOrders = ['dmy', 'mdy', 'ymd'] as const
export type DateOrder = (typeof dateOrders)[number]

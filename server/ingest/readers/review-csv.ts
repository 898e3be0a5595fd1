import { fixedTableReader } from './table-reader.ts'

/** The weekly review of EUvsDisinfo: one row a case with claim and disproof; `source` is where the claim appeared, dates are day.month.year. */
export const reviewCsv = fixedTableReader({
  format: 'review-csv',
  name: 'Weekly review CSV',
  form: {
    fields: {
      issue: 'issue', date: 'publishedOn', outlet: 'outlets', language: 'languages', origin: 'countries', 'reported by': 'reportedBy', keywords: 'keywords',
      source: 'outletUrl', title: 'title', summary: 'claim', disproof: 'disproof',
    },
    separators: 'usual',
    dateOrder: 'dmy',
    oneOutlet: true,
    source: 'euvsdisinfo',
    isUpdate: false,
  },
  telling: [['issue'], ['outlet'], ['origin'], ['title'], ['summary'], ['disproof']],
  why: 'It has the columns issue, outlet, origin, title, summary and disproof of the weekly review.',
  confidence: 0.95,
})

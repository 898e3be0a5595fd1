import { fixedTableReader } from './table-reader.ts'

/** Case pages flattened into one table, with the labels of the pages as columns; dates as the pages have them, day first or with the month's name. */
export const flatDumpCsv = fixedTableReader({
  format: 'flat-dump-csv',
  name: 'Flat table of case pages',
  form: {
    fields: {
      title: 'title', outlet: 'outlets', 'date of publication': 'publishedOn', 'article language(s)': 'languages', 'outlet language(s)': 'languages',
      'countries / regions discussed': 'countries', 'countries and/or regions discussed in the disinformation': 'countries', summary: 'claim', response: 'disproof', disproof: 'disproof',
      keywords: 'keywords', 'reported in': 'issue', url: 'sourceUrl', link: 'sourceUrl',
    },
    separators: 'usual',
    dateOrder: 'dmy',
    source: 'euvsdisinfo',
    isUpdate: false,
  },
  telling: [['title'], ['date of publication'], ['article language(s)', 'outlet language(s)'], ['countries / regions discussed', 'countries and/or regions discussed in the disinformation'], ['summary']],
  why: 'Its columns are the labels of the case pages, from Title to Response.',
  confidence: 0.95,
})

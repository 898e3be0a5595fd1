import { fixedTableReader } from './table-reader.ts'

/** Claims and disproofs of cases that a table of posts lists, joined by their address; addresses in lists are joined by +. */
export const annotationsCsv = fixedTableReader({
  format: 'annotations-csv',
  name: 'Annotations: claims and disproofs by address',
  form: {
    fields: { id: 'sourceUrl', summary: 'claim', disproof: 'disproof', 'disproof-links': 'citedSources', disproof_links: 'citedSources' },
    separators: 'plus',
    dateOrder: 'ymd',
    source: null,
    isUpdate: true,
  },
  telling: [['id'], ['summary'], ['disproof'], ['summary-links', 'summary_links', 'disproof-links', 'disproof_links']],
  why: 'It has the columns id, summary, disproof and their links: claims and disproofs that go with a table of posts.',
  confidence: 0.96,
})

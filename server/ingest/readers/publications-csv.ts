import { fixedTableReader } from './table-reader.ts'

/** Where the claims of cases appeared, with archived copies: one row a publication, joined by the case's address. */
export const publicationsCsv = fixedTableReader({
  format: 'publications-csv',
  name: 'Publications: where claims appeared, by address',
  form: { fields: { id: 'sourceUrl', publication: 'outletUrl', archive: 'archiveUrl' }, separators: 'none', dateOrder: 'ymd', source: null, isUpdate: true },
  telling: [['id'], ['publication'], ['archive']],
  why: 'It has the columns id, publication and archive: addresses that go with a table of posts.',
  confidence: 0.96,
})

import { fixedTableReader } from './table-reader.ts'

/** The table of cases as a Frictionless package publishes it: one row a case, lists joined by +, the address as id. */
export const postsCsv = fixedTableReader({
  format: 'posts-csv',
  name: 'Frictionless CSV of cases',
  form: {
    fields: { date: 'publishedOn', id: 'sourceUrl', title: 'title', countries: 'countries', keywords: 'keywords', languages: 'languages', outlets: 'outlets' },
    separators: 'plus',
    dateOrder: 'ymd',
    source: null,
    isUpdate: false,
  },
  telling: [['date'], ['id'], ['title'], ['countries'], ['keywords'], ['languages'], ['outlets']],
  why: 'It has the columns date, id, title, countries, keywords, languages and outlets of the Frictionless package of cases.',
  confidence: 0.97,
})

import { stringify } from 'csv-stringify/sync'
import * as fc from 'fast-check'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { BadInputError } from '#server/errors.ts'
import { allReaders } from './all-readers.ts'
import { fileOf, readAll, type Reading } from './read-all.test-support.ts'

/** Signs and words that break readers, beside ordinary ones. */
const nasty = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
  { weight: 2, arbitrary: fc.string({ unit: fc.constantFrom('"', '""', ';', ',', '\t', '\n', '\r\n', '\r', '+', '|', '\u0000', '\uFEFF', "'", '=', '<b>', '</script>', '{', ']', '\\', '\uD83D', '…', 'Ã©'), maxLength: 12 }) },
  { weight: 1, arbitrary: fc.constantFrom('30000-01-01', '03/04/2031', '2031-02-03', '__proto__', 'constructor', 'NaN', 'n/a', 'https://euvsdisinfo.eu/report/made-up/', 'http://', 'javascript:alert(1)', 'Show more', 'Kirgizstan', 'Vremya pokazhet, 19:16') },
)
/** A cell with a word by which its row is known again. */
const cellOf = (row: number) => nasty.map((text) => `row${String(row)}x ${text}`)

interface MadeTable {
  columns: string[]
  delimiter: string
  format: string
  rows: string[][]
}

const forms = [
  { format: 'posts-csv', delimiter: ',', columns: ['date', 'id', 'title', 'countries', 'keywords', 'languages', 'outlets'] },
  { format: 'review-csv', delimiter: ';', columns: ['issue', 'date', 'outlet', 'language', 'origin', 'reported by', 'keywords', 'source', 'title', 'summary', 'disproof'] },
  { format: 'flat-dump-csv', delimiter: ',', columns: ['Title', 'Outlet', 'Date of publication', 'Article language(s)', 'Countries / regions discussed', 'Summary', 'Response'] },
  { format: 'annotations-csv', delimiter: ',', columns: ['id', 'summary', 'disproof', 'summary-links', 'disproof-links'] },
  { format: 'publications-csv', delimiter: ',', columns: ['id', 'publication', 'archive'] },
  { format: 'corrections-csv', delimiter: ',', columns: ['url', 'title', 'status', 'date', 'note'] },
  { format: 'mapped-csv', delimiter: '\t', columns: ['Headline', 'Published on', 'Country', 'Tags', 'Link'] },
] as const

const tables: fc.Arbitrary<MadeTable> = fc.constantFrom(...forms).chain(({ format, delimiter, columns }) =>
  fc.integer({ min: 1, max: 12 }).chain((count) =>
    fc.tuple(...Array.from({ length: count }, (_, row) => fc.tuple(...columns.map(() => fc.oneof({ weight: 4, arbitrary: cellOf(row) }, { weight: 1, arbitrary: nasty })))))
      .map((rows) => ({ format, delimiter, columns: [...columns], rows })),
  ),
)

/** Rows are told one by one, each once and in order; read = records + rejected. */
function expectRowsToldOnce({ items, records, rejected }: Reading): number[] {
  const rows = items.flatMap((item) => (item.is === 'case' ? [item.record.row] : item.is === 'rejected' ? [item.row] : []))
  expect(rows).toEqual(rows.map((_, index) => index + 1))
  expect(records.length + rejected).toBe(rows.length)
  return rows
}

/** What is stored of records, raw values aside: whole characters, nothing that XML forbids. */
function expectStorable({ records }: Reading): void {
  for (const { raw: _, ...record } of records) {
    // oxlint-disable-next-line no-control-regex -- they are what is looked for
    expect(JSON.stringify([record.title, record.claim, record.disproof, record.keywords.map(({ name }) => name), record.outlets.map(({ name }) => name)])).not.toMatch(/\\u00(?:0[0-8bcef]|1.)|\\ud[89a-f]/u)
    expect(record.title).not.toBe('')
    expect(record.publishedOn ?? '2000-01-01').toMatch(/^(?:19|20)\d\d-\d\d-\d\d$/u)
    expect(record.source).toMatch(/^\S+$/u)
  }
}

async function readOrRefused(content: string | Uint8Array, format: string, mapping: Record<string, 'title'> | null = null): Promise<Reading | null> {
  try {
    return await readAll(fileOf(content), mapping === null ? { format } : { format, mapping })
  } catch (error) {
    expect(error).toBeInstanceOf(BadInputError)
    return null
  }
}

describe('tables as programs write them', () => {
  test('every row is told, raw values are those of the file, nothing of a rejected row is in a record', { timeout: 120_000 }, async () => {
    await fc.assert(fc.asyncProperty(tables, fc.boolean(), fc.boolean(), async ({ format, delimiter, columns, rows }, isPacked, endsWithLine) => {
      const written = stringify([columns, ...rows], { delimiter, eof: endsWithLine })
      const reading = await readOrRefused(isPacked ? gzipSync(written) : written, format)
      if (reading === null) {
        // A file with rows is refused only where so much of it is NULs that it is no text.
        expect(written.split('\u0000').length - 1).toBeGreaterThan(Buffer.byteLength(written) / 20)
        return
      }
      expect(expectRowsToldOnce(reading)).toHaveLength(rows.length)
      expectStorable(reading)
      // A byte order mark inside a file and halves of characters do not survive UTF-8; all else does.
      const asBytes = (text: string) => Buffer.from(text).toString()
      for (const { row, raw } of reading.records) for (const [at, column] of columns.entries()) if (column !== 'reported by') expect(raw[column]).toBe(asBytes(rows[row - 1]?.[at] ?? ''))
      const rejectedRows = reading.items.flatMap((item) => (item.is === 'rejected' ? [item.row - 1] : []))
      const stored = JSON.stringify(reading.records)
      for (const row of rejectedRows) expect(stored).not.toMatch(new RegExp(`\\brow${String(row)}x\\b`, 'u'))
    }), { numRuns: 250 })
  })
})

describe('tables that were mangled', () => {
  const mangling = fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.integer({ min: 0, max: 30 }), put: fc.constantFrom('', '"', '\n', ';', ',', '\u0000', '\r', '""', '\uFEFF', ',"', '",', '\t') }), { maxLength: 8 })
  test('each row is told once, no error but a refusal', { timeout: 120_000 }, async () => {
    await fc.assert(fc.asyncProperty(tables, mangling, async ({ format, delimiter, columns, rows }, edits) => {
      let body = stringify(rows, { delimiter })
      for (const { at, cut, put } of edits) {
        const place = Math.floor(at * body.length)
        body = body.slice(0, place) + put + body.slice(place + cut)
      }
      const reading = await readOrRefused(`${columns.join(delimiter)}\n${body}`, format)
      if (reading === null) return
      expectRowsToldOnce(reading)
      expectStorable(reading)
      for (const item of reading.items) if (item.is === 'rejected') for (const { reason, row } of item.problems) expect([row, reason]).toEqual([item.row, expect.stringMatching(/\.$/u)])
    }), { numRuns: 250 })
  })
})

describe('JSON', () => {
  const entry = (row: number) => fc.record({ title: fc.oneof({ weight: 6, arbitrary: cellOf(row) }, { weight: 1, arbitrary: fc.constant('') }), tags: fc.array(nasty, { maxLength: 3 }), date: nasty, x: fc.jsonValue({ maxDepth: 3 }) })
  const lists = fc.integer({ min: 1, max: 10 }).chain((count) => fc.tuple(...Array.from({ length: count }, (_, row) => entry(row))))
  const mapping = { title: 'title' } as const
  const poisons = fc.array(fc.record({ row: fc.nat(10), text: fc.constantFrom('{"title": "never closed', '{"a":', '{"title": nope}', '{"__proto__": 1}', "{'a': 1}", '{"title": "x",}') }), { maxLength: 3 })

  test.each(['list', 'lines', 'pretty'])('%s: every element is told, what is wrong in one stays there', { timeout: 120_000 }, async (how) => {
    await fc.assert(fc.asyncProperty(lists, poisons, async (all, bad) => {
      const texts = all.map((one) => JSON.stringify(one, null, how === 'pretty' ? 2 : undefined))
      for (const { row, text } of bad) texts.splice(Math.min(row, texts.length), 0, text)
      const content = how === 'lines' ? `${texts.join('\n')}\n` : `[\n${texts.join(',\n')}\n]`
      const reading = await readOrRefused(content, 'mapped-json', mapping)
      if (reading === null) {
        expect(texts.filter((text) => text.startsWith('{"title":"row') || text.startsWith('{\n')).length * 2).toBeLessThanOrEqual(texts.length)
        return
      }
      expectRowsToldOnce(reading)
      expectStorable(reading)
      if (how === 'pretty') return
      expect(reading.items.filter(({ is }) => is !== 'note')).toHaveLength(texts.length)
      const titles = reading.records.map(({ raw }) => raw['title'])
      for (const one of all) if (one.title.trim() !== '' && !/"(?:__proto__|constructor)"/u.test(JSON.stringify(one))) expect(titles).toContain(one.title)
    }), { numRuns: 120 })
  })
})

describe('anything at all', () => {
  const anything = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.string({ unit: 'binary', maxLength: 300 }).map((text) => Buffer.from(text)),
    fc.array(fc.constantFrom('title', ',', ';', '\n', '"', '{', '}', '[', ']', ':', 'Disinfo: x', '\n\n', 'Summary', 'Disproof', '<!doctype html>', '<h1 class="b-catalog__report-title">', '</h1>', '<div class="b-report__summary-text">', '<script type="application/ld+json">', '"@type":"ClaimReview"', 'id,publication,archive', 'null', '\uFEFF', '\u0000'), { maxLength: 40 }).map((parts) => Buffer.from(parts.join(''))),
  )
  test('gives rows or a refusal, whichever reader is asked', { timeout: 120_000 }, async () => {
    await fc.assert(fc.asyncProperty(anything, fc.constantFrom(...allReaders.map(({ format }) => format)), fc.boolean(), async (content, format, isPacked) => {
      const reading = await readOrRefused(isPacked ? gzipSync(content) : content, format, format.startsWith('mapped') ? { title: 'title' } : null)
      if (reading === null) return
      expectRowsToldOnce(reading)
      expectStorable(reading)
      // Findings of one row do not grow with the row.
      for (const item of reading.items) if (item.is === 'case') expect(item.warnings.length + item.cleanings.length).toBeLessThan(250)
    }), { numRuns: 1_500 })
  })
})

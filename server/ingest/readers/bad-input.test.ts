import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { ReadItem } from './reader.ts'
import { fileOf, readAll } from './read-all.test-support.ts'

const header = 'date,id,title,countries,keywords,languages,outlets'
const good = (n: number) => `2031-02-0${String(n)},https://euvsdisinfo.eu/report/made-up-${String(n)}/,[Made up] row ${String(n)},Moldova,NATO,Russian,Made-up Herald`
/** A table of five rows of which the third is the given one. */
const around = (poison: string) => [header, good(1), good(2), poison, good(4), good(5), ''].join('\n')
const problemOf = (item: ReadItem | undefined) => (item?.is === 'rejected' ? item.problems[0] : undefined)

describe('a file that cannot be read at all is refused with its reason', () => {
  test.each([
    ['empty', '', /is empty/],
    ['blank', ' \n\n', /nothing but blanks/],
    ['a spreadsheet', Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0]), /Office document.*CSV/],
    ['a PDF', '%PDF-1.7\n', /PDF/],
    ['a program', Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7) % 32)), /no text/],
    ['packed twice', gzipSync(gzipSync('x')), /packed twice/],
    ['a header and no rows', `${header}\n`, /names of 7 columns and no rows/],
    ['an empty list', '{"all_results": []}', /no reader|no elements/],
    ['broken gzip from the first byte', Buffer.from([0x1f, 0x8b, 8, 0, 255, 255, 255, 255]), /damaged/],
  ])('%s', async (_, content, reason) => {
    await expect(readAll(fileOf(content))).rejects.toThrow(reason)
  })

  test('a wrong format is named, missing columns too', async () => {
    await expect(readAll(fileOf('alpha,beta\n1,2\n'))).rejects.toThrow(/no column is mapped to the title/)
    await expect(readAll(fileOf('just words'), { format: 'claim-review' })).rejects.toThrow(/no JSON/)
  })
})

describe('one poison row never stops the others', () => {
  test.each([
    ['too few values', '2031-02-03,https://euvsdisinfo.eu/report/x/,[Made up] ragged', 'ragged-row', null],
    ['too many values', `${good(3)},one more`, 'ragged-row', null],
    ['a quote that is never closed', '2031-02-03,"https://euvsdisinfo.eu/report/x/,[Made up] open,Moldova,NATO,Russian,RT', 'quote-not-closed', 'id'],
    ['no title', '2031-02-03,https://euvsdisinfo.eu/report/x/,,Moldova,NATO,Russian,RT', 'no-title', 'title'],
    ['a title like a book', `2031-02-03,https://euvsdisinfo.eu/report/x/,${'x'.repeat(1_500)},Moldova,NATO,Russian,RT`, 'no-title', 'title'],
    ['a cell of 10 MB', `2031-02-03,https://euvsdisinfo.eu/report/x/,[Made up] big,"${'Moldova '.repeat(1_310_720)}",NATO,Russian,RT`, 'cell-too-large', 'countries'],
    ['a cell of 10 MB on many lines', `2031-02-03,https://euvsdisinfo.eu/report/x/,[Made up] big,"${'Moldova\n'.repeat(1_310_720)}",NATO,Russian,RT`, 'cell-too-large', 'countries'],
    ['a million keywords', `2031-02-03,https://euvsdisinfo.eu/report/x/,[Made up] many,Moldova,${Array.from({ length: 1_000_000 }, (_, at) => at).join('+')},Russian,RT`, 'cell-too-large', 'keywords'],
    ['a thousand keywords', `2031-02-03,https://euvsdisinfo.eu/report/x/,[Made up] many,Moldova,${Array.from({ length: 1_000 }, (_, at) => `k${String(at)}`).join('+')},Russian,RT`, 'too-many-values', 'keywords'],
  ])('%s', { timeout: 60_000 }, async (_, poison, code, column) => {
    const { records, items, rejected } = await readAll(fileOf(around(poison)))
    expect([records.map(({ row }) => row), rejected]).toEqual([[1, 2, 4, 5], 1])
    const problem = problemOf(items.find(({ is }) => is === 'rejected'))
    expect(problem).toMatchObject({ row: 3, column, code, severity: 'rejected' })
    expect((problem?.value ?? '').length).toBeLessThan(400)
    // Nothing of a rejected row is in a record.
    expect(JSON.stringify(records)).not.toMatch(/ragged|one more|\/report\/x\/|\bk17\b/u)
  })

  test.each([
    ['NUL', '[Made up] a\u0000b', '[Made up] ab', 'illegal-characters'],
    ['signs that XML forbids', '[Made up] \u0001\u000B\uFFFEb', '[Made up] b', 'illegal-characters'],
    ['a formula', '=HYPERLINK(1)', '=HYPERLINK(1)', 'formula-in-text'],
    ['a command as formula', "@SUM(1+1)*cmd|' /C calc'!A0", "@SUM(1+1)*cmd|' /C calc'!A0", 'formula-in-text'],
    ['a script', '<script>alert(1)</script>', '<script>alert(1)</script>', 'markup-in-text'],
    ['an image', '[Made up] <img src=x onerror=alert(1)>', '[Made up] <img src=x onerror=alert(1)>', 'markup-in-text'],
  ])('%s is kept as plain words and named', async (_, given, title, code) => {
    const { records, rejected, items } = await readAll(fileOf(around(`2031-02-03,https://euvsdisinfo.eu/report/x/,"${given.replaceAll('"', '""')}",Moldova,NATO,Russian,RT`)))
    expect([records.length, rejected, records[2]?.title, records[2]?.raw['title']]).toEqual([5, 0, title, given])
    const item = items[2]
    expect(item?.is === 'case' && item.warnings).toMatchObject([{ row: 3, column: 'title', code, severity: 'warning' }])
  })

  test.each([['30000-01-01', 'date-out-of-range'], ['01/01/30000', 'date-out-of-range'], ['2031-02-30', 'date-not-read'], ['yesterday', 'date-not-read'], ['43830', 'date-not-read'], ['1066-10-14', 'date-out-of-range']])('the date %s is left out and named', async (date, code) => {
    const { records, items } = await readAll(fileOf(around(`${date},https://euvsdisinfo.eu/report/x/,[Made up] dated,Moldova,NATO,Russian,RT`)))
    expect([records.length, records[2]?.publishedOn, records[2]?.raw['date']]).toEqual([5, null, date])
    expect(items[2]?.is === 'case' && items[2].warnings).toMatchObject([{ row: 3, column: 'date', value: date, code }])
  })
})

describe('headers', () => {
  test('doubled, missing and harmful ones are kept apart', async () => {
    const { plan, records, notes, rejected } = await readAll(fileOf('title,title,__proto__,constructor,,date\n[Made up] one,two,three,four,five,2031-02-03\n'))
    expect([plan.format, rejected]).toEqual(['mapped-csv', 0])
    expect(notes).toEqual(['duplicate-header@-:title', 'harmful-header@-:__proto__', 'harmful-header@-:constructor'])
    expect(records[0]?.raw).toEqual({ title: '[Made up] one', 'column 2 (title)': 'two', 'column 3 (__proto__)': 'three', 'column 4 (constructor)': 'four', 'column 5': 'five', date: '2031-02-03' })
    expect(Object.prototype).not.toHaveProperty('three')
  })
})

describe('encodings', () => {
  const table = 'title;date;country\n[Made up] Заголовок;03.02.2031;Россия\n[Made up] Ещё один;04.02.2031;Молдавия\n'
  const western = 'title;date;country\n[Made up] Café déjà vu;03.02.2031;France\n[Made up] Größe – “quoted”;04.02.2031;Österreich\n'
  const inPage = (text: string, page: 'windows-1251' | 'windows-1252') => {
    const decoder = new TextDecoder(page)
    const byteOf = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]))
    for (const [sign, byte] of [['–', 0x96], ['“', 0x93], ['”', 0x94]] as const) byteOf.set(sign, byte)
    return Uint8Array.from(Array.from(text, (sign) => byteOf.get(sign) ?? 63))
  }
  test.each([
    ['UTF-8', Buffer.from(table), 'utf-8', 'Заголовок'],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${table}`), 'utf-8', 'Заголовок'],
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${table}`, 'utf16le'), 'utf-16le', 'Заголовок'],
    ['UTF-16 without', Buffer.from(table, 'utf16le'), 'utf-16le', 'Заголовок'],
    ['UTF-16 big end first', Buffer.from(`\uFEFF${table}`, 'utf16le').swap16(), 'utf-16be', 'Заголовок'],
    ['Windows-1251', inPage(table, 'windows-1251'), 'windows-1251', 'Заголовок'],
    ['Windows-1252', inPage(western, 'windows-1252'), 'windows-1252', 'Café déjà vu'],
    ['UTF-8, packed', gzipSync(table), 'utf-8', 'Заголовок'],
  ])('%s', async (_, content, encoding, title) => {
    const { plan, records, rejected, warnings } = await readAll(fileOf(content))
    expect([plan.encoding, plan.delimiter, records.length, rejected, warnings]).toEqual([encoding, ';', 2, 0, []])
    expect(records[0]?.title).toBe(`[Made up] ${title}`)
    expect(records[0]?.publishedOn).toBe('2031-02-03')
  })

  test('one broken byte leaves a text UTF-8, and is named', async () => {
    const content = Buffer.concat([Buffer.from(`${table}[Made up] bro`), Buffer.from([0xff]), Buffer.from('ken;05.02.2031;Россия\n')])
    const { plan, records, warnings } = await readAll(fileOf(content))
    expect([plan.encoding, records[2]?.title, warnings]).toEqual(['utf-8', '[Made up] bro\uFFFDken', ['broken-characters@3:title']])
  })

  test('UTF-8 that was once read as windows-1252 is put right', async () => {
    const { records, cleanings } = await readAll(fileOf('title,country\n[Made up] CafÃ© dÃ©jÃ\u00A0 vu,Moldova\n'))
    expect([records[0]?.title, records[0]?.raw['title'], cleanings.map(({ code }) => code)]).toEqual(['[Made up] Café déjà vu', '[Made up] CafÃ© dÃ©jÃ\u00A0 vu', ['mojibake']])
  })

  test('“sep=” and semicolons of a spreadsheet, empty columns at the right', async () => {
    const { plan, records, rejected } = await readAll(fileOf('sep=;\r\ntitle;date;;\r\n[Made up] a, b;2031-02-03;;\r\n'))
    expect([plan.delimiter, records.length, rejected, records[0]?.title]).toEqual([';', 1, 0, '[Made up] a, b'])
  })
})

describe('packed files', () => {
  const table = [header, ...Array.from({ length: 2_000 }, (_, at) => `2031-02-03,https://euvsdisinfo.eu/report/made-up-${String(at)}/,[Made up] row ${String(at)} ${String(at * 7_919)},Moldova,NATO,Russian,Made-up Herald`), ''].join('\n')

  test('.csv.gz and .ndjson.gz are read', async () => {
    expect((await readAll(fileOf(gzipSync(table), 'posts.csv.gz'))).records).toHaveLength(2_000)
    expect((await readAll(fileOf(gzipSync('{"title":"[Made up] one"}\n{"title":"[Made up] two"}\n'), 'x.ndjson.gz'))).records).toHaveLength(2)
  })

  test.each([['a table', gzipSync(table), 'posts-csv'], ['lines of JSON', gzipSync(Array.from({ length: 3_000 }, (_, at) => JSON.stringify({ title: `[Made up] row ${String(at)} ${String(at * 7_919)}` })).join('\n')), 'mapped-json']])('%s that was cut short gives what is whole, and says so', async (_, packed, format) => {
    const { plan, records, items, rejected } = await readAll(fileOf(packed.subarray(0, Math.floor(packed.length * 0.6)), 'cut.gz'))
    expect([plan.format, rejected]).toEqual([format, 1])
    expect(records.length).toBeGreaterThan(100)
    expect(problemOf(items.at(-1))).toMatchObject({ row: records.length + 1, code: 'gzip-truncated' })
    // The row in which it broke off is not taken for a whole one.
    for (const { title } of records) expect(title).toMatch(/^\[Made up\] row (\d+) \d+$/u)
    expect(records.every(({ title, row }) => title === `[Made up] row ${String(row - 1)} ${String((row - 1) * 7_919)}`)).toBe(true)
  })

  test('one that unpacks without end is stopped', { timeout: 60_000 }, async () => {
    const bomb = gzipSync(Buffer.concat([Buffer.from(`${header}\n${good(1)}\n${good(2)}\n`), Buffer.alloc(300 * 1024 * 1024, 'x')]))
    expect(bomb.length).toBeLessThan(400_000)
    const { records, items } = await readAll(fileOf(bomb, 'bomb.csv.gz'), { format: 'posts-csv' })
    expect(records.map(({ row }) => row)).toEqual([1, 2])
    expect(items.filter(({ is }) => is === 'rejected').map((item) => problemOf(item)?.code)).toContain('gzip-too-large')
  })
})

describe('JSON', () => {
  const list = (poison: string) => `[\n{"title":"[Made up] one"},\n${poison},\n{"title":"[Made up] three"}\n]`
  test.each([
    ['nested without end', `{"title":"[Made up] deep","x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 'json-too-deep'],
    ['of a huge text', `{"title":"[Made up] huge","x":"${'y'.repeat(17 * 1024 * 1024)}"}`, 'json-too-large'],
    ['with __proto__', '{"title":"[Made up] p","__proto__":{"polluted":1}}', 'harmful-key'],
    ['with constructor.prototype', '{"title":"[Made up] p","constructor":{"prototype":{"polluted":1}}}', 'harmful-key'],
    ['that is no JSON', "{'title': '[Made up] single quotes'}", 'json-not-read'],
    ['that does not close', '{"title":"[Made up] open", "x": {', 'json-not-closed'],
    ['with a title that is no text', '{"title":{"a":1}}', 'no-title'],
    ['of a text too long', `{"title":"[Made up] long","claim":"${'y'.repeat(300_000)}"}`, 'cell-too-large'],
  ])('an element %s is rejected alone', { timeout: 60_000 }, async (_, poison, code) => {
    const { records, rejections, items } = await readAll(fileOf(list(poison)), { format: 'mapped-json', mapping: { title: 'title', claim: 'claim' } })
    expect(records.map(({ title, row }) => [title, row])).toEqual([['[Made up] one', 1], ['[Made up] three', 3]])
    expect(rejections).toHaveLength(1)
    expect(rejections[0]).toMatch(new RegExp(`^${code}@2:`, 'u'))
    expect(JSON.stringify(items).length).toBeLessThan(5_000)
    expect(Object.prototype).not.toHaveProperty('polluted')
  })

  test('halves of characters become U+FFFD and are named', async () => {
    const { records, warnings } = await readAll(fileOf('[{"title":"[Made up] \\ud83d half"}]'))
    expect([records[0]?.title, warnings]).toEqual(['[Made up] \uFFFD half', ['illegal-characters@1:title']])
    expect(JSON.stringify(records.map(({ title, claim, inferred }) => [title, claim, inferred]))).not.toMatch(/\\ud83d/u)
  })
})

test('reading stops at the next row when it is given up', async () => {
  const { readerOf } = await import('./all-readers.ts')
  const { context } = await import('./read-all.test-support.ts')
  const stop = new AbortController()
  let seen = 0
  const plan = { format: 'posts-csv', encoding: 'utf-8', isGzip: false, delimiter: ',', mapping: null, dateOrder: null, source: null, keepsReporters: false } as const
  for await (const _ of readerOf('posts-csv')?.read(fileOf(around(good(3))), plan, context, stop.signal) ?? []) {
    seen += 1
    if (seen === 2) stop.abort()
  }
  expect(seen).toBe(2)
})

import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { findProjectRoot } from '#server/project-root.ts'
import { mappedCsv } from './mapped-csv.ts'
import { readMappingFile } from './mapping.ts'
import { context, example, fileOf, hasSharedData, readAll, sharedData } from './read-all.test-support.ts'
import type { ReadItem } from './reader.ts'

const ids = (refs: readonly { id: string }[] | undefined) => refs?.map(({ id }) => id)

describe('the Frictionless CSV of cases', () => {
  test('is read from its example', async () => {
    const { plan, records, rejected, warnings, cleanings } = await readAll(example('posts.csv'))
    expect([plan.format, plan.delimiter, plan.encoding, rejected]).toEqual(['posts-csv', ',', 'utf-8', 0])
    const [tea, moon, third] = records
    expect(tea).toMatchObject({
      row: 1, title: '[Made up] The lake is made of tea', publishedOn: '2031-02-03', source: 'euvsdisinfo', sourceUrl: 'https://euvsdisinfo.eu/report/made-up-lake-is-made-of-tea/',
      claim: null, claimOrigin: null, disproof: null, issue: null, status: 'active',
    })
    expect(ids(tea?.countries)).toEqual(['country:MD', 'region:ussr'])
    expect(ids(tea?.languages)).toEqual(['language:es'])
    expect(ids(tea?.keywords)).toEqual(['keyword:made-up-keyword', 'keyword:nato', 'keyword:lgbt'])
    expect(ids(tea?.outlets)).toEqual(['outlet:made-up-herald'])
    expect(tea?.raw['outlets']).toBe('Made-up Herald+Show more+Made-up Herald')
    expect(moon).toMatchObject({ title: '[Made up] The moon, they say, was painted "blue"', countries: [], outlets: [], keywords: [], languages: [] })
    expect(ids(third?.outlets)).toEqual(['outlet:made-up-line-one', 'outlet:sputnik-belarus'])
    expect(ids(third?.countries)).toEqual(['country:KG'])
    expect(warnings).toEqual(['unknown-country@3:countries'])
    expect(cleanings.map(({ row, code, value, became }) => [row, code, value, became])).toEqual(expect.arrayContaining([
      [1, 'junk', 'Show more', null], [1, 'same-twice', 'Made-up Herald', 'Made-up Herald'], [2, 'junk', 'bit.ly', null], [3, 'alias', 'Kirgizstan', 'Kyrgyzstan'],
    ]))
  })

  test.skipIf(!hasSharedData)('the real one comes in whole: 7,197 of 7,197', async () => {
    const { records, rejected, notes } = await readAll(sharedData('posts.csv'))
    expect([records.length, rejected, notes]).toEqual([7197, 0, []])
    const rows = z.array(z.record(z.string(), z.string())).parse(parse(readFileSync(path.resolve(findProjectRoot(), '..', 'shared', 'data', 'posts.csv')), { columns: true, bom: true }))
    expect(records.map(({ raw }) => raw)).toEqual(rows)
    expect(records.map(({ publishedOn, sourceUrl }) => [publishedOn, sourceUrl])).toEqual(rows.map(({ date, id }) => [date, id]))
    expect(records.map(({ row }) => row)).toEqual(rows.map((_, index) => index + 1))
    // An independent count with plain maps: distinct country strings that the tables know, and how often.
    const counted = new Map<string, number>()
    for (const row of rows) {
      const found = new Set((row['countries'] ?? '').split('+').flatMap((name) => {
        const country = context.entities.resolveCountry(name)
        return country === null || 'junk' in country ? [] : [country.id]
      }))
      for (const id of found) counted.set(id, (counted.get(id) ?? 0) + 1)
    }
    const read = new Map<string, number>()
    for (const { id } of records.flatMap(({ countries }) => countries)) read.set(id, (read.get(id) ?? 0) + 1)
    expect(read).toEqual(counted)
  })
})

describe('the weekly review', () => {
  test('is read from its example; who reported is dropped unless asked for', async () => {
    const { plan, records, warnings, cleanings } = await readAll(example('review.csv'))
    expect([plan.format, plan.delimiter]).toEqual(['review-csv', ';'])
    const [tea, moon] = records
    expect(tea).toMatchObject({
      title: '[Made up] The lake is made of tea', publishedOn: '2031-02-03', issue: 901, source: 'euvsdisinfo', sourceUrl: null, claimOrigin: 'source', disproofOrigin: 'source',
      claim: 'A made-up summary on two\nlines; it says "tea".', disproof: 'A made-up disproof: the lake is water. See https://water.example/report',
      sources: [{ id: 'source:water-example-report', url: 'https://water.example/report' }],
      outlets: [{ id: 'outlet:made-up-herald', url: 'https://herald.made-up.example/tea', archiveUrl: null }],
    })
    expect(ids(tea?.countries)).toEqual(['country:MD', 'region:ussr'])
    expect(tea?.raw).not.toHaveProperty('reported by')
    expect(ids(moon?.countries)).toEqual(['region:the-west'])
    expect(moon?.languages).toEqual([])
    expect(warnings).toEqual([])
    expect(cleanings.map(({ code, value }) => `${code} ${value}`)).toContain('junk Lithuania')
    const kept = await readAll(example('review.csv'), { keepsReporters: true })
    expect(kept.records[0]?.raw['reported by']).toBe('Made-up Reporter')
  })

  test.skipIf(!hasSharedData)('the real one comes in whole: 1,464 of 1,464, claims beside disproofs', async () => {
    const { records, rejected, notes, warnings } = await readAll(sharedData('review-2015-2017.csv'))
    expect([records.length, rejected, notes]).toEqual([1464, 0, []])
    expect(records.every(({ claim, disproof, issue, publishedOn }) => claim !== null && disproof !== null && issue !== null && publishedOn !== null)).toBe(true)
    expect(records.filter(({ disproof }) => (disproof ?? '').trim().length < 60)).toHaveLength(276)
    expect(new Set(records.map(({ issue }) => issue)).size).toBe(40)
    expect(records.some(({ raw }) => 'reported by' in raw)).toBe(false)
    expect(warnings.filter((warning) => !warning.startsWith('unknown-country'))).toEqual([])
  })
})

describe('any other table', () => {
  test('is mapped by a file', async () => {
    const file = example('mapped.csv')
    const { fields, dateOrder, source } = readMappingFile('mapped.mapping.json', readFileSync(path.join(findProjectRoot(), 'seed', 'fixtures', 'formats', 'mapped.mapping.json'), 'utf8'))
    const { plan, records, warnings } = await readAll(file, { format: 'mapped-csv', mapping: fields, dateOrder, source })
    expect(plan.delimiter).toBe('\t')
    expect(records.map(({ title, publishedOn, claim, disproof, source: by, outlets, raw }) => [title, publishedOn, claim, disproof, by, outlets.map(({ name, url }) => [name, url]), raw['Nr']])).toEqual([
      ['[Made up] The lake is made of tea', '2031-02-13', 'A made-up claim', 'A made-up disproof, long enough to be one.', 'made-up-checkers', [['herald.made-up.example', 'https://herald.made-up.example/tea']], '1'],
      ['[Made up] The moon was painted', '2031-02-03', 'A made-up claim', 'A made-up disproof, long enough to be one.', 'made-up-checkers', [['herald.made-up.example', 'https://herald.made-up.example/moon']], '2'],
    ])
    expect(records.map(({ countries }) => ids(countries))).toEqual([['country:MD'], ['country:RU']])
    expect(warnings).toEqual([])
  })

  test('says which columns of a mapping it does not have', async () => {
    const { records, notes } = await readAll(fileOf('Titel;LAND\n[Made up] one;Moldova\n'), { format: 'mapped-csv', delimiter: ';', mapping: { Titel: 'title', land: 'countries', Datum: 'publishedOn', 'reported by': 'reportedBy' } })
    expect(records.map(({ title, countries }) => [title, ids(countries)])).toEqual([['[Made up] one', ['country:MD']]])
    expect(notes).toEqual(['mapped-column-missing@-:Datum', 'mapped-column-missing@-:reported by'])
  })

  test('is guessed from names and values; a mapping without a title is refused', async () => {
    const text = 'Headline,Fact-checker,Published on,Country/Region,Article URL,Archived URL,Reported by\n"[Made up] A title",Made-up Checkers,2031-02-03,Moldova,https://a.made-up.example/x,https://web.archive.org/web/20310203000000/https://a.made-up.example/x,Somebody\n'
    const { plan, records } = await readAll(fileOf(text))
    expect(plan.format).toBe('mapped-csv')
    expect(plan.mapping).toEqual({ Headline: 'title', 'Fact-checker': 'source', 'Published on': 'publishedOn', 'Country/Region': 'countries', 'Article URL': 'outletUrl', 'Archived URL': 'archiveUrl', 'Reported by': 'reportedBy' })
    expect(records[0]).toMatchObject({ source: 'made-up-checkers', outlets: [{ url: 'https://a.made-up.example/x', archiveUrl: 'https://web.archive.org/web/20310203000000/https://a.made-up.example/x' }] })
    await expect(readAll(fileOf(text), { mapping: { Country: 'countries' } })).rejects.toThrow(/no column is mapped to the title/)
    expect(() => readMappingFile('m.json', '{"throughlineMapping":1,"fields":{"a":"claim"}}')).toThrow(/title/)
    expect(() => readMappingFile('m.json', '{')).toThrow(/^m\.json is no mapping file that can be used: it is no JSON/)
    expect(() => readMappingFile('m.json', '{"throughlineMapping":1,"fields":{"a":"title","b":"data"},"dateOrder":"dm"}')).toThrow(/^m\.json .*: fields › b is "data", which is no field of a case.*\. dateOrder is "dm"/u)
  })

  test.each([
    ['25/12/2030', '03/04/2031', ['2030-12-25', '2031-04-03']],
    ['12/25/2030', '03/04/2031', ['2030-12-25', '2031-03-04']],
    ['01/02/2031', '03/04/2031', [null, null]],
  ])('the file as a whole decides between day and month first: %s beside %s', async (first, second, dates) => {
    const { records, warnings, notes } = await readAll(fileOf(`title,date\n[Made up] one,${first}\n[Made up] two,${second}\n`))
    expect(records.map(({ publishedOn }) => publishedOn)).toEqual(dates)
    expect(warnings).toEqual(dates[0] === null ? ['date-ambiguous@1:date', 'date-ambiguous@2:date'] : [])
    expect(notes).toEqual(dates[0] === null ? ['date-order-open@-:-'] : [])
  })

  test('dates of both orders: only those that can be read in one way are', async () => {
    const text = 'title;date\n[Made up] one;25/12/2030\n[Made up] two;12/25/2030\n[Made up] three;03/04/2031\n[Made up] four;03.04.2031\n'
    const { records, warnings, notes } = await readAll(fileOf(text))
    expect(records.map(({ publishedOn }) => publishedOn)).toEqual(['2030-12-25', '2030-12-25', null, '2031-04-03'])
    expect([warnings, notes]).toEqual([['date-ambiguous@3:date'], ['date-orders-mixed@-:-']])
    expect((await readAll(fileOf(text), { dateOrder: 'mdy' })).records.map(({ publishedOn }) => publishedOn)).toEqual(['2030-12-25', '2030-12-25', '2031-03-04', '2031-04-03'])
  })
})

test('a first look at a table shows its values before any column is the title, and keeps each row out', async () => {
  const file = fileOf('Alpha,Beta\nMade-up one,1\nMade-up two,2\n')
  const plan = { format: 'mapped-csv', encoding: 'utf-8', isGzip: false, delimiter: ',', mapping: {}, dateOrder: null, source: null, keepsReporters: false } as const
  const items: ReadItem[] = []
  for await (const item of mappedCsv.preview?.(file, plan, context) ?? []) items.push(item)
  expect(items).toMatchObject([{ is: 'rejected', row: 1, raw: { Alpha: 'Made-up one', Beta: '1' } }, { is: 'rejected', row: 2, raw: { Alpha: 'Made-up two' } }])
})

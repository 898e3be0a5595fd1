import { describe, expect, test } from 'vitest'
import { mergeCases, storedFromRecord } from '../merge-case.ts'
import type { CaseRecord } from '../case-record.ts'
import { example, fileOf, readAll } from './read-all.test-support.ts'

function first(records: readonly CaseRecord[]): CaseRecord {
  const [record] = records
  if (record === undefined) throw new Error('no record')
  return record
}

describe('dumps of others', () => {
  test('the flat table of case pages', async () => {
    const { plan, records, rejected, warnings, cleanings } = await readAll(example('flat-dump.csv'))
    expect([plan.format, plan.encoding, records.length, rejected, warnings]).toEqual(['flat-dump-csv', 'utf-8', 2, 0, []])
    expect(records[0]).toMatchObject({
      title: '[Made up] The lake is made of tea', publishedOn: '2031-02-03', source: 'euvsdisinfo', claim: 'A made-up summary.', disproof: 'A made-up disproof that is long enough to be called one.',
      outlets: [{ id: 'outlet:herald-made-up-example', domain: 'herald.made-up.example' }], languages: [{ id: 'language:es' }], countries: [{ id: 'country:MD' }, { id: 'region:eastern-europe' }],
    })
    // The labels are those of the pages, whose dates are day first.
    expect(records[1]?.publishedOn).toBe('2031-04-03')
    expect(cleanings.map(({ code }) => code)).toContain('site-statement')
  })

  test('posts, annotations and publications meet in one case, in any order', async () => {
    const posts = first((await readAll(example('posts.csv'))).records)
    const annotation = await readAll(example('annotations.csv'))
    const publications = await readAll(example('publications.csv'))
    expect([annotation.plan.format, publications.plan.format]).toEqual(['annotations-csv', 'publications-csv'])
    expect(first(annotation.records)).toMatchObject({ claim: 'A made-up summary.', sources: [{ url: 'https://water.example/report' }, { url: 'https://lake.example/' }] })
    expect(publications.records.map(({ outlets }) => outlets.map(({ name, url, archiveUrl }) => [name, url, archiveUrl]))).toEqual([
      [['herald.made-up.example', 'https://herald.made-up.example/tea', 'https://web.archive.org/web/20310203120000/https://herald.made-up.example/tea']],
      [['Sputnik Belarus', 'https://sputnik.by/made-up', null]],
    ])
    const stored = [posts, first(annotation.records), ...publications.records].map(storedFromRecord)
    const [a, b, c, d] = stored
    if (a === undefined || b === undefined || c === undefined || d === undefined) throw new Error('four records')
    const merged = mergeCases(mergeCases(mergeCases(a, b), c), d)
    expect(merged).toMatchObject({ id: 'case:euvsdisinfo/made-up-lake-is-made-of-tea', name: '[Made up] The lake is made of tea', status: 'active', claim: 'A made-up summary.' })
    expect(mergeCases(d, mergeCases(c, mergeCases(b, a)))).toEqual(merged)
    expect(mergeCases(mergeCases(b, d), mergeCases(a, c))).toEqual(merged)
  })
})

describe('corrections and withdrawals', () => {
  test('give a case its status and never its title', async () => {
    const { plan, records, rejections } = await readAll(example('corrections.csv'))
    expect(plan.format).toBe('corrections-csv')
    expect(records.map(({ status, title, sourceUrl, publishedOn, source }) => [status, title, sourceUrl, publishedOn, source])).toEqual([
      ['withdrawn', 'made up lake is made of tea', 'https://euvsdisinfo.eu/report/made-up-lake-is-made-of-tea/', null, 'euvsdisinfo'],
      ['corrected', '[Made up] The moon was painted', null, null, 'euvsdisinfo'],
    ])
    expect(records[0]?.raw).toEqual({ url: 'https://euvsdisinfo.eu/report/made-up-lake-is-made-of-tea/', title: '', status: 'withdrawn', date: '2031-05-06', note: 'A made-up note: the lake was tea after all.' })
    expect(rejections).toEqual(['status-not-read@3:status', 'no-title@4:url'])
    const posts = storedFromRecord(first((await readAll(example('posts.csv'))).records))
    const withdrawn = storedFromRecord(first(records))
    expect(mergeCases(posts, withdrawn)).toMatchObject({ name: '[Made up] The lake is made of tea', status: 'withdrawn' })
    expect(mergeCases(withdrawn, posts)).toEqual(mergeCases(posts, withdrawn))
  })

  test('a table of cases with a status is a table of cases', async () => {
    const { plan, records } = await readAll(fileOf('title,summary,status\n[Made up] one,A claim,corrected\n[Made up] two,A claim,\n'))
    expect(plan.format).toBe('mapped-csv')
    expect(records.map(({ status }) => status)).toEqual(['corrected', 'active'])
  })
})

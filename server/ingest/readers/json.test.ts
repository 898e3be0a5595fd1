import * as fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { jsonElements, jsonElementsOf } from './json-elements.ts'
import { example, fileOf, readAll } from './read-all.test-support.ts'

const ids = (refs: readonly { id: string }[] | undefined) => refs?.map(({ id }) => id)

describe('Throughline’s own form', () => {
  test('is read from its example: one object a line', async () => {
    const { plan, records, rejections, items } = await readAll(example('cases.ndjson'))
    expect([plan.format, rejections]).toEqual(['case-json', ['not-the-form@2:-']])
    expect(items[1]).toMatchObject({ is: 'rejected', problems: [{ reason: expect.stringContaining('disproofState') }] })
    expect(records[0]).toMatchObject({
      title: '[Made up] The lake is made of tea', claim: 'A made-up claim.', publishedOn: '2031-02-03', issue: 901, source: 'euvsdisinfo', status: 'active',
      outlets: [{ id: 'outlet:made-up-herald', domain: 'herald.made-up.example', url: 'https://herald.made-up.example/tea' }],
      refersTo: [{ title: '[Made up] The moon was painted', quote: 'See similar cases: [Made up] The moon was painted.', note: null }],
    })
    // What was inferred when it was written out is inferred anew, or not at all.
    expect(ids(records[0]?.countries)).toEqual(['country:MD'])
    expect(records[1]).toMatchObject({ row: 3, status: 'withdrawn', source: 'other' })
  })

  test('as a list and as one object', async () => {
    const line = Buffer.from((await text('cases.ndjson')).split('\n')[0] ?? '').toString()
    for (const content of [`[${line},\n ${line}]`, line, `{"cases": [${line}]}`, JSON.stringify(JSON.parse(line), null, 2)]) {
      const { plan, records } = await readAll(fileOf(content))
      expect([plan.format, records[0]?.title]).toEqual(['case-json', '[Made up] The lake is made of tea'])
    }
  })
})

async function text(name: string): Promise<string> {
  let all = ''
  for await (const piece of example(name).open()) all += String(piece)
  return all
}

describe('other people’s JSON', () => {
  test('one object a line with mapped fields; what is wrong in a line stays there', async () => {
    const { plan, records, rejections } = await readAll(example('mapped.ndjson'))
    expect([plan.format, plan.mapping]).toEqual(['mapped-json', { tags: 'keywords', geo: 'countries', lang: 'languages', 'review.headline': 'title', 'review.published_at': 'publishedOn' }])
    expect(records.map(({ row, title, publishedOn }) => [row, title, publishedOn])).toEqual([
      [1, '[Made up] The lake is made of tea', '2031-02-03'], [2, '[Made up] The moon was painted', '2031-02-04'], [5, '[Made up] A fourth title', null],
    ])
    expect(records[0]?.raw).toEqual({ ref: '7', 'review.headline': '[Made up] The lake is made of tea', 'review.published_at': '2031-02-03T10:00:00Z', tags: 'NATO\nMade-up keyword', geo: 'Moldova; USSR', lang: 'es' })
    expect(ids(records[0]?.keywords)).toEqual(['keyword:nato', 'keyword:made-up-keyword'])
    expect(rejections).toEqual(['json-not-read@3:-', 'harmful-key@4:-'])
    expect(Object.prototype).not.toHaveProperty('polluted')
  })

  test('several fact-checkers: a list may be an empty text, dates are day first', async () => {
    const { plan, records, rejections } = await readAll(example('multi-checker.json'))
    expect([plan.format, rejections]).toEqual(['multi-checker-json', ['no-title@3:statement']])
    expect(records.map(({ publishedOn, source, outlets, countries, languages }) => [publishedOn, source, ids(outlets), ids(countries), ids(languages)])).toEqual([
      ['2031-02-03', 'euvsdisinfo', ['outlet:made-up-herald', 'outlet:sputnik-belarus'], ['country:MD', 'region:ussr'], ['language:es']],
      ['2031-02-04', 'checkers-made-up-example', [], [], []],
    ])
  })
})

describe('ClaimReview', () => {
  const network = vi.spyOn(globalThis, 'fetch')
  afterEach(() => {
    // No context, no appearance and no picture is ever asked for.
    expect(network).not.toHaveBeenCalled()
  })

  test('in a feed: HTML in texts becomes words, a person who made the claim is no outlet', async () => {
    const { plan, records, rejections } = await readAll(example('claim-review.json'))
    expect([plan.format, rejections]).toEqual(['claim-review', ['no-claim-review@2:-']])
    expect(records).toHaveLength(1)
    expect(records[0]).toMatchObject({
      title: '[Made up] The lake is made of tea', source: 'made-up-checkers', sourceUrl: 'https://checkers.made-up.example/reviews/lake-of-tea', publishedOn: '2031-02-03',
      disproof: 'A made-up disproof: the lake is water.\n\nIt is long enough & in two paragraphs.',
      outlets: [{ id: 'outlet:herald-made-up-example', archiveUrl: 'https://web.archive.org/web/20310203000000/https://herald.made-up.example/tea' }, { id: 'outlet:sputnik-belarus', url: 'https://sputnik.by/made-up' }],
    })
    expect([ids(records[0]?.countries), ids(records[0]?.languages), ids(records[0]?.keywords)]).toEqual([['country:MD'], ['language:es'], ['keyword:nato', 'keyword:made-up-keyword']])
  })

  test('in a saved page, with a graph and a context elsewhere that is named and not fetched', async () => {
    const { records, notes } = await readAll(example('claim-review.html'), { format: 'claim-review' })
    expect(notes).toEqual(['remote-context@-:@context'])
    expect(records).toHaveLength(1)
    expect(records[0]).toMatchObject({ title: '[Made up] The moon was not painted', claim: '[Made up] The moon was painted', disproof: null, publishedOn: '2031-02-04', outlets: [{ url: 'https://herald.made-up.example/moon' }] })
  })

  test.each([
    ['one object', '{"@context":"http://schema.org","@type":"ClaimReview","claimReviewed":"[Made up] one","datePublished":"2031-02-03"}', 1],
    ['a list', '[{"@type":"ClaimReview","claimReviewed":"[Made up] one"},{"@type":"http://schema.org/ClaimReview","claimReviewed":"[Made up] two"}]', 2],
    ['a graph', '{"@context":"https://schema.org","@graph":[{"@type":"Organization","name":"Made up"},{"@type":"ClaimReview","claimReviewed":"[Made up] one"}]}', 1],
    ['nested', '{"@type":"WebPage","mainEntity":{"@type":"ItemList","itemListElement":[{"@type":"ClaimReview","claimReviewed":"[Made up] one"}]}}', 1],
  ])('%s', async (_, content, count) => {
    const { plan, records, rejected } = await readAll(fileOf(content))
    expect([plan.format, records.length, rejected]).toEqual(['claim-review', count, 0])
  })

  test('the date of the review stands in for that of the claim, and says so', async () => {
    const { records, cleanings } = await readAll(fileOf('{"@type":"ClaimReview","claimReviewed":"[Made up] one","datePublished":"2031-02-03"}'))
    expect([records[0]?.publishedOn, cleanings.map(({ code }) => code)]).toEqual(['2031-02-03', ['date-of-review']])
  })
})

test('a path that a mapping names and no object has is told once the file is read', async () => {
  const content = ['{"headline":"[Made up] one","who":{"reported":"Somebody"}}', '{"headline":"[Made up] two","place":{"land":"Moldova"}}'].join('\n')
  const { records, notes } = await readAll(fileOf(content), { format: 'mapped-json', mapping: { headline: 'title', 'place.land': 'countries', 'place.town': 'keywords', 'who.reported': 'reportedBy' } })
  expect(records.map(({ countries }) => countries.map(({ id }) => id))).toEqual([[], ['country:MD']])
  expect(records.some(({ raw }) => 'who.reported' in raw)).toBe(false)
  expect(notes).toEqual(['mapped-column-missing@-:place.town'])
})

describe('elements', () => {
  const list = { kind: 'list', path: [] } as const
  const told = (content: string, shape: Parameters<typeof jsonElementsOf>[1] = list) => jsonElementsOf(content, shape, true).map((element) => (element.isBroken ? element.code : element.text.replace(/\s/gu, '')))

  test.each([
    ['a forgotten closing bracket', '[{"a":[1}, {"b":2}]', ['{"a":[1}', '{"b":2}']],
    ['one too many', '[{"a":1}}, {"b":2}]', ['{"a":1}', '{"b":2}']],
    ['a string that does not close', '[\n{"a":"x},\n{"b":2},\n{"c":3}\n]', ['json-not-closed', '{"b":2}', '{"c":3}']],
    ['an element that does not close, in a pretty list', '[\n  {\n    "a": {\n      "x": 1\n  ,\n  {\n    "b": 2\n  }\n]', ['json-not-closed', '{"b":2}']],
    ['brackets in strings', '[{"a":"}]{[\\""}, {"b":"\\\\"}]', ['{"a":"}]{[\\""}', '{"b":"\\\\"}']],
    ['lines of which one does not close, far from the end', `[\n{"a":{"x":1},\n${'{"b":2},\n'.repeat(3)}{"c":3}\n]`, ['json-not-closed', '{"b":2}', '{"b":2}', '{"b":2}', '{"c":3}']],
    ['an object flush left in a list flush left', '[\n{\n"a":[\n{"x":1},\n{"x":2}\n]\n},\n{"b":2}\n]', ['{"a":[{"x":1},{"x":2}]}', '{"b":2}']],
    ['a list that is cut short', '[{"a":1},', ['{"a":1}', 'json-not-closed']],
  ])('%s', (_, content, elements) => {
    expect(told(content)).toEqual(elements)
  })

  test('the same whatever the pieces, and under any key', async () => {
    const value = fc.jsonValue({ maxDepth: 4 })
    const objects = fc.array(fc.dictionary(fc.string(), value), { maxLength: 6 })
    await fc.assert(fc.asyncProperty(objects, fc.integer({ min: 1, max: 40 }), fc.boolean(), async (all, size, pretty) => {
      const content = JSON.stringify({ meta: { list: [1, { cases: [] }] }, cases: all, more: [{}] }, null, pretty ? 2 : undefined)
      const found: unknown[] = []
      async function* pieces() { for (let at = 0; at < content.length; at += size) yield await Promise.resolve(content.slice(at, at + size)) }
      for await (const element of jsonElements(pieces(), { kind: 'list', path: ['cases'] })) found.push(element.isBroken ? element : JSON.parse(element.text))
      expect(JSON.stringify(found)).toBe(JSON.stringify(all))
    }), { numRuns: 300 })
  })
})

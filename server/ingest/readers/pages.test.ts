import { describe, expect, test } from 'vitest'
import { readCasePageWithRaw } from './case-page.ts'
import { readCaseOf } from './read-case.ts'
import { context, example, fileOf, readAll } from './read-all.test-support.ts'
import { expectedOfLayouts, expectedOfRealPage, hasSharedSeeds, sharedSeed } from './shared-seeds.test-support.ts'

const ids = (refs: readonly { id: string }[] | undefined) => refs?.map(({ id }) => id)

describe('saved pages', () => {
  test('of 2018 to 2022: texts, facts, outlets with their archived copies, cited addresses', async () => {
    const { plan, records, warnings, rejections, notes, items } = await readAll(example('case-page-2019.html'))
    expect([plan.format, warnings, rejections, notes]).toEqual(['case-page-html', [], [], ['disclaimer@-:-']])
    expect(records).toHaveLength(1)
    expect(records[0]).toMatchObject({
      title: '[Made up] The lake is made of tea', sourceUrl: 'https://euvsdisinfo.eu/report/made-up-lake-is-made-of-tea/', publishedOn: '2031-02-03', issue: 901,
      claim: 'A made-up summary. Summary: it says “tea”.',
      disproof: 'A made-up disproof: the lake is water, as a report says.\n\nSee similar cases: The made-up moon was painted blue; A third made-up title of all.',
      refersTo: [{ title: 'The made-up moon was painted blue', quote: expect.stringMatching(/^See similar cases: .*all\.$/u) }, { title: 'A third made-up title of all' }],
      outlets: [{ id: 'outlet:made-up-herald', url: 'https://herald.made-up.example/tea', archiveUrl: 'https://archive.is/abcde' }, { id: 'outlet:sputnik-belarus', url: 'https://sputnik.by/made-up', archiveUrl: null }],
      sources: [{ url: 'https://water.example/report' }],
    })
    expect([ids(records[0]?.countries), ids(records[0]?.languages), records[0]?.keywords.map(({ name }) => name)]).toEqual([['country:MD', 'region:ussr'], ['language:es'], ['NATO', 'Made-up keyword']])
    expect(JSON.stringify(items.filter(({ is }) => is === 'case'))).not.toMatch(/feedback|never run|share|disclaimer|database focus/iu)
    expect(items.find(({ is }) => is === 'note')).toMatchObject({ problem: { value: expect.stringMatching(/^Cases in the EUvsDisinfo database focus on .*statement\.$/u) } })
  })

  test('of 2023 on: labels in the list, title twice, keywords in elements of their own', async () => {
    const { records, warnings, items } = await readAll(example('case-page-2024.html'))
    expect(warnings).toEqual([])
    expect(records).toHaveLength(1)
    expect(records[0]).toMatchObject({
      title: '[Made up] The moon was painted', sourceUrl: 'https://euvsdisinfo.eu/report/made-up-moon-was-painted/', publishedOn: '2031-02-04', claim: 'A made-up summary.',
      outlets: [{ name: 'herald.made-up.example', url: 'https://herald.made-up.example/moon', archiveUrl: 'https://web.archive.org/web/20310204000000/https://herald.made-up.example/moon' }],
      refersTo: [{ title: 'The river is made of coffee' }, { title: 'The rain is made of milk' }],
    })
    expect(records[0]?.keywords.map(({ name }) => name)).toEqual(['NATO', 'Conspiracy theory'])
    expect(records[0]?.disproof).toMatch(/^A made-up disproof, in two paragraphs\.\n\nRead similar cases .*milk\.$/u)
    expect(JSON.stringify(items.filter(({ is }) => is === 'case'))).not.toMatch(/footer|new tab|disclaimer/iu)
  })

  test('lists of cases of both generations', async () => {
    const older = await readAll(example('case-list-2019.html'))
    expect(older.records.map(({ row, title, publishedOn, sourceUrl, outlets, countries }) => [row, title, publishedOn, sourceUrl, ids(outlets), ids(countries)])).toEqual([
      [1, '[Made up] The lake is made of tea', '2031-02-03', 'https://euvsdisinfo.eu/report/made-up-lake-is-made-of-tea/', ['outlet:made-up-herald', 'outlet:rt'], ['country:MD']],
      [2, '[Made up] The moon was painted', '2031-02-04', 'https://euvsdisinfo.eu/report/made-up-moon-was-painted/', [], []],
    ])
    expect(older.warnings).toContain('unknown-country@2:countries')
    const newer = await readAll(example('case-list-2024.html'))
    expect(newer.records.map(({ title, publishedOn, sourceUrl }) => [title, publishedOn, sourceUrl])).toEqual([['[Made up] The lake is made of tea', '2031-02-03', 'https://euvsdisinfo.eu/report/made-up-lake-is-made-of-tea/']])
  })

  test('several cases on one page keep apart; nothing goes to a neighbour', async () => {
    const one = (title: string, claim: string, facts: string) => `<article><h1 class="b-catalog__report-title">${title}</h1><div class="b-report__summary-text"><p>${claim}</p></div><div class="b-report__disproof-text"><p>It is false.</p></div>${facts}</article>`
    const { records } = await readAll(fileOf(`<!doctype html><body>${one('[Made up] one', 'First.', '<ul class="b-catalog__repwidget-list"><li>Country: Moldova</li></ul>')}${one('[Made up] two', 'Second.', '')}</body>`))
    expect(records.map(({ title, claim, countries }) => [title, claim, ids(countries)])).toEqual([['[Made up] one', 'First.', ['country:MD']], ['[Made up] two', 'Second.', []]])
  })

  test('of another make are read by their words', async () => {
    const { plan, records } = await readAll(fileOf('<!doctype html><html><head><link rel="canonical" href="https://euvsdisinfo.eu/report/made-up/"></head><body><nav>Country: France</nav><div><h2>Disinfo: [Made up] A title</h2><p>A claim.</p><h3>Disproof</h3><p>It is false.</p><ul><li>Reported in: Issue 7</li><li>Country: Moldova</li></ul></div></body></html>'))
    expect([plan.format, records.map(({ title, claim, disproof, issue, countries, sourceUrl }) => [title, claim, disproof, issue, ids(countries), sourceUrl])]).toEqual([
      'case-page-html', [['[Made up] A title', 'A claim.', 'It is false.', 7, ['country:MD'], 'https://euvsdisinfo.eu/report/made-up/']],
    ])
  })

  test('with a nest of a hundred thousand elements, and scripts in every place', { timeout: 30_000 }, async () => {
    const deep = `<!doctype html><body><h1 class="b-catalog__report-title">[Made up] deep</h1><div class="b-report__summary-text">${'<div>'.repeat(100_000)}The claim.<script>x</script></div></body>`
    const { records } = await readAll(fileOf(deep))
    expect(records[0]?.claim).toBe('The claim.')
  })
})

describe.skipIf(!hasSharedSeeds)('the real copied pages as files', () => {
  test.each(['case-page.txt', ...[...expectedOfLayouts().keys()].map((name) => `pages/${name}`)])('%s: the same cases as the reader of texts gives', async (name) => {
    const text = sharedSeed(name)
    const { plan, records, rejections } = await readAll(fileOf(text, name))
    const { result } = readCasePageWithRaw(text, context)
    expect([plan.format, rejections]).toEqual(['case-page', []])
    const expected = name === 'case-page.txt' ? expectedOfRealPage() : result.cases
    expect(records.map(({ title, claim, disproof, issue, publishedOn, countries, languages, refersTo }) => ({ title, claim, disproof, issue, publishedOn, countries: ids(countries), languages: ids(languages), refersTo: refersTo.map(({ title: named, quote }) => ({ title: named, quote })) })))
      .toEqual(expected.map(({ title, claim, disproof, issue, publishedOn, countries, languages, refersTo }) => ({ title, claim, disproof, issue, publishedOn, countries, languages, refersTo })))
    // What `throughline read --json` prints, inferred values included.
    expect(records.map(readCaseOf)).toEqual(result.cases)
    for (const { claim, disproof, raw } of records) expect([raw['claim'] ?? null, raw['disproof'] ?? null]).toEqual([claim, disproof])
  })
})

describe('texts that are no page', () => {
  test('are not taken for one; a page without a case says so', async () => {
    await expect(readAll(fileOf('Dear diary,\n\ntoday I saw a lake. It was made of water.\n'))).rejects.toThrow(/no reader/)
    await expect(readAll(fileOf('<!doctype html><p>Nothing here</p>'), { format: 'case-page-html' })).rejects.toThrow(/no case was found/)
    await expect(readAll(fileOf('Disinfo: t\n'.repeat(1_001)))).rejects.toThrow(/more than 1000 lines/)
  })
})

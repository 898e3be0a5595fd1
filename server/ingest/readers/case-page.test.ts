import { describe, expect, test } from 'vitest'
import { readResultSchema, type ReadCase, type ReadResult } from '#graph-schema/read-result.ts'
import { loadTaxonomy } from '#server/narratives/taxonomy.ts'
import { findProjectRoot } from '#server/project-root.ts'
import { loadEntities } from '../normalise/entities.ts'
import { readCasePage, readCasePageWithRaw } from './case-page.ts'
import { expectedOfLayouts, expectedOfRealPage, fixture, hasSharedSeeds, sharedSeed } from './shared-seeds.test-support.ts'

const context = { entities: loadEntities(findProjectRoot()), taxonomy: loadTaxonomy(findProjectRoot()) }
const read = (text: string): ReadResult => readResultSchema.parse(readCasePage(text, context))

function withoutInferred(one: ReadCase) {
  const { inferred: _, ...stated } = one
  return stated
}

/** Fields of what was inferred, offsets aside, narratives apart. */
function inferredParts(one: ReadCase) {
  return one.inferred.filter(({ field }) => field !== 'narrative').map(({ field, value, in: place, text }) => ({ field, value, in: place, text }))
}

function narrativesOf(one: ReadCase | undefined): Set<string> {
  return new Set(one?.inferred.filter(({ field }) => field === 'narrative').map(({ value }) => value))
}

function expectTrueOffsets({ title, claim, disproof, inferred }: ReadCase): void {
  const texts = { title, claim: claim ?? '', disproof: disproof ?? '' }
  for (const one of inferred) if (one.in !== 'facts') expect(texts[one.in].slice(one.start, one.end)).toBe(one.text)
}

describe('the made-up page', () => {
  test('is read exactly', () => {
    const { format, cases, problems } = read(fixture.text)
    expect(format).toBe('case-page')
    expect(problems).toEqual([])
    expect(cases.map(withoutInferred)).toEqual(fixture.cases.map(({ stated }) => stated))
    for (const [index, one] of cases.entries()) {
      expect(inferredParts(one)).toEqual(fixture.cases[index]?.inferred)
      expect([...narrativesOf(one)]).toEqual(expect.arrayContaining(fixture.cases[index]?.narratives ?? ['?']))
      expectTrueOffsets(one)
    }
  })

  test('keeps the facts as they stood for provenance', () => {
    const { raws } = readCasePageWithRaw(fixture.text, context)
    expect(raws).toHaveLength(4)
    expect(raws[0]).toMatchObject({ publishedOn: '03/04/2021', languages: 'Russian, Spanish, Castilian', countries: 'Moldova, Georgia, USSR', issue: 'Issue 999' })
    expect(Object.keys(raws[1] ?? {})).toEqual(['title'])
  })
})

describe.skipIf(!hasSharedSeeds)('the real pages', () => {
  test('the seed page is read exactly', () => {
    const { cases, problems } = read(sharedSeed('case-page.txt'))
    expect(problems).toEqual([])
    expect(cases.map(withoutInferred)).toEqual(expectedOfRealPage())
    for (const one of cases) expectTrueOffsets(one)
  })

  test('names the four narratives, the countries and the cited sources of the seed page', () => {
    const [revolution, nato, deepState, baltic] = read(sharedSeed('case-page.txt')).cases
    expect(narrativesOf(revolution)).toContain('narrative:colour-revolutions')
    expect(narrativesOf(nato)).toContain('narrative:nato-broken-promise')
    expect(narrativesOf(deepState)).toContain('narrative:deep-state')
    expect(narrativesOf(baltic)).toContain('narrative:nazi-baltic-states')
    const values = (one: ReadCase | undefined, field: string) => [...new Set(one?.inferred.filter((each) => each.field === field).map(({ value }) => value))]
    expect(values(revolution, 'country')).toEqual([])
    expect(values(nato, 'country')).toEqual(['region:the-west', 'region:ussr'])
    expect(values(deepState, 'country')).toEqual(['country:GB', 'country:KZ', 'country:RU', 'region:ussr'])
    expect(values(baltic, 'country')).toEqual(['country:LT', 'country:LV', 'country:BY'])
    expect(values(deepState, 'source')).toHaveLength(1)
    expect(values(baltic, 'source')).toHaveLength(1)
  })

  test.each([...expectedOfLayouts()])('%s', (file, expected) => {
    const { cases, problems } = read(sharedSeed(`pages/${file}`))
    expect(problems).toEqual([])
    expect(cases.map((one) => ({ ...withoutInferred(one), claim: null, disproof: null, refersTo: one.refersTo.map(({ title }) => title) }))).toEqual(
      expected.map((one) => ({ ...one, claim: null, disproof: null })),
    )
    for (const [index, { claim, disproof }] of expected.entries()) {
      expect(cases[index]?.claim?.startsWith(claim[0]) && cases[index].claim.endsWith(claim[1])).toBe(true)
      expect(cases[index]?.disproof?.startsWith(disproof[0]) && cases[index].disproof.endsWith(disproof[1])).toBe(true)
    }
    for (const one of cases) expectTrueOffsets(one)
  })

  test('keywords without separators are told apart and said to be inferred', () => {
    const one = read(sharedSeed('pages/layout-2024.txt')).cases[0]
    expect(one?.inferred.filter(({ field, in: place }) => field === 'keyword' && place === 'facts').map(({ text }) => text)).toEqual(one?.keywords)
  })
})

describe('what is missing or strange', () => {
  test.each(['', '   \n\n ', 'A recipe for soup.\n\nTake three onions.', '<!doctype html><html><body><p>Nothing</p></body></html>', '{"cases": []}', '\u0000\u0000'])('no case in %j', (text) => {
    const { cases, problems } = read(text)
    expect(cases).toEqual([])
    expect(problems).toEqual([expect.objectContaining({ code: 'no-case-found', severity: 'rejected', row: null })])
    expect(problems[0]?.reason).toMatch(/empty|No case/i)
  })

  test('unknown countries, languages and dates are named, and lost nowhere', () => {
    const { result, raws } = readCasePageWithRaw('Disinfo: A title here\n\nA claim.\n\nDisproof\n\nIt is false.\n\n• Date of publication: 31/02/2020\n• Article language(s) French, Klingon\n• Country: Ruritania, Russia', context)
    expect(result.cases[0]).toMatchObject({ publishedOn: null, languages: ['language:fr'], countries: ['country:RU'] })
    expect(result.problems.map(({ code, value, severity, row }) => [code, value, severity, row])).toEqual([
      ['date-not-read', '31/02/2020', 'warning', 1],
      ['unknown-language', 'Klingon', 'warning', 1],
      ['unknown-country', 'Ruritania', 'warning', 1],
    ])
    expect(raws[0]?.['countries']).toBe('Ruritania, Russia')
  })

  test('a case without disproof is a case, and says so', () => {
    const { cases, problems } = read('Disinfo: A title here\n\nThe claim and nothing else.')
    expect(cases).toEqual([expect.objectContaining({ claim: 'The claim and nothing else.', disproof: null })])
    expect(problems.map(({ code }) => code)).toEqual(['disproof-missing'])
  })

  test('a disproof that nothing announces is a guess, and says so', () => {
    const { cases, problems } = read('Disinfo: A title here\n\nThe moon is cheese.\n\nIt is rock.')
    expect(cases[0]).toMatchObject({ claim: 'The moon is cheese.', disproof: 'It is rock.' })
    expect(problems.map(({ code }) => code)).toEqual(['disproof-start-guessed'])
  })

  test('facts and cases do not rub off on their neighbours', () => {
    const { cases, problems } = read('…the end of a case that was cut off.\n\n• Reported in: Issue 7\n• Keywords: NATO\nsee more\n\nDisinfo: A title here\n\nA claim.\n\nDisproof\n\nIt is false.')
    expect(cases).toEqual([expect.objectContaining({ title: 'A title here', issue: null, keywords: [] })])
    expect(problems.map(({ code }) => code)).toEqual(['text-not-read', 'facts-without-case'])
  })

  test('a disproof above its claim is told by its heading', () => {
    expect(read('Disinfo: A title here\n\nDisproof\n\nIt is false.\n\nSummary\n\nA claim.').cases[0]).toMatchObject({ claim: 'A claim.', disproof: 'It is false.' })
  })

  test('a page without blank lines', () => {
    expect(read('Disinfo: A title here\nSummary\nFirst sentence.\nSecond sentence.\nDisproof\nIt is false.\nReported in: Issue 12\nCountry: Russia').cases[0]).toMatchObject({
      title: 'A title here', claim: 'First sentence.\n\nSecond sentence.', disproof: 'It is false.', issue: 12, countries: ['country:RU'],
    })
  })

  test('outlets under “publication/media”, and one on a line of its own', () => {
    const facts = 'publication/media\n\n• Sputnik Poland (archived)\n• made-up-outlet.example (archived)*\n• Reported in: Issue 12'
    expect(read(`Disinfo: A title here\n\nA claim.\n\nDisproof\n\nIt is false.\n\n${facts}`).cases[0]?.outlets).toEqual(['Sputnik Poland', 'made-up-outlet.example'])
    expect(read('Disinfo: A title here\n\n\nA claim.\n\nIts second part.\n\n\nRT\n\n\nIt is false.').cases[0]).toMatchObject({ outlets: ['RT'], claim: 'A claim.\n\nIts second part.', disproof: 'It is false.' })
  })
})

describe('hostile input', () => {
  /** Two million characters take up to 6 s each here, in proportion to this. */
  const size = 300_000
  const repeat = (piece: string): string => piece.repeat(Math.ceil(size / piece.length))
  test.each([
    ['one word', 'a'.repeat(size)],
    ['dots', `Disinfo: t\n\n${'.'.repeat(size)}`],
    ['blanks', `Disinfo: t\n\nx${' '.repeat(size)}y`],
    ['NULs and half surrogates', `Disinfo: t\n\n${repeat('\u0000\uD83D x\uDE00')}`],
    ['HTML', `<html>${repeat('<p class="x">Disinfo: &amp; <b>t</b></p>\n')}`],
    ['titles', repeat('Disinfo: t\n')],
    ['titles with blank lines', repeat('Disinfo: t\n\nx\n\n')],
    ['facts', `Disinfo: t\n\nx\n\n${repeat('Keywords: a, b\n')}`],
    ['different keywords', `Disinfo: t\n\nx\n\n${Array.from({ length: 30_000 }, (_, at) => `Keywords: k${String(at)}`).join('\n')}`],
    ['commas', `Disinfo: t\n\nx\n\nCountries: ${repeat('Korea,')}`],
    ['bullets', `Disinfo: t\n\nx\n\nKeywords: ${repeat('• ')}`],
    ['see more', repeat('see more\n\nA title\n\nx\n\n\n')],
    ['quotes', `Disinfo: t\n\nDisproof\n\n${repeat('analysis: "')}`],
    ['references', `Disinfo: t\n\nDisproof\n\n${repeat('see related other other cases: A b c ')}`],
    ['matching words', `Disinfo: t\n\n${repeat('nato promise east nazi ukraine US ')}`],
    ['sentences', `Disinfo: t\n\nDisproof\n\n${repeat('Narrative nazi. ')}`],
    ['addresses', `Disinfo: t\n\nDisproof\n\n${repeat('www.')}`],
  ])('%s: read in linear time, offsets true', { timeout: 30_000 }, (_, text) => {
    const begun = performance.now()
    const { cases, problems } = read(text)
    expect(performance.now() - begun).toBeLessThan(8_000)
    expect(cases.length + problems.length).toBeGreaterThan(0)
    for (const one of cases.slice(0, 50)) expectTrueOffsets(one)
  })
})

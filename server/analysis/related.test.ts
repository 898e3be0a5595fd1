import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { relatedOracle } from '#tests/builders/related-oracle.ts'
import { comparedText, indexRelated, type RelatableCase, type RelatedHit } from './related.ts'
import { relatedSentence, wordsAsWritten, writtenStems } from './related-sentence.ts'

// Made-up titles.
const made = (id: string, title: string, more: Partial<RelatableCase> = {}): RelatableCase => ({ id, title, claim: null, publishedOn: '2018-05-01', keywords: [], countries: [], ...more })
const cases = [
  made('a', 'The lighthouse was moved by night', { keywords: ['Sea', 'Lamps'], countries: ['Norway'] }),
  made('b', 'A lighthouse stands where none was', { publishedOn: '2018-05-13', keywords: ['Sea'], countries: ['Norway'] }),
  made('c', 'Rain falls upward in spring', { publishedOn: '2018-05-01', countries: ['Norway', 'Spain'] }),
  made('d', 'Bread is made of stone', { publishedOn: '2012-01-01' }),
  made('e', 'Lamps burn water', { publishedOn: null, keywords: ['Lamps'] }),
]
const index = indexRelated(cases)

/** The sentence of a hit, with keywords and countries as they are called here. */
function said(hit: RelatedHit | undefined, ties: string[] = []): string | undefined {
  const other = cases.find(({ id }) => id === hit?.id)
  return hit === undefined || other === undefined ? undefined : relatedSentence({ ...hit, words: wordsAsWritten(hit.words, writtenStems(comparedText(other))), ties })
}

describe('related cases', () => {
  test('what shares rare words, keywords, countries and days comes first, and says why', () => {
    const [first, ...others] = index.relatedTo('a', { limit: 10 })
    expect(first?.id).toBe('b')
    expect(said(first)).toBe('rare word lighthouse; keyword Sea; both discuss Norway; 12 days apart')
    expect(others.map(({ id }) => id).sort()).toEqual(['c', 'e'])
  })

  test('shares add up to 1, and scores fall', () => {
    const hits = index.relatedTo('a', { limit: 10 })
    for (const { shares } of hits) expect(shares.text + shares.theme + shares.place + shares.time + shares.ties).toBeCloseTo(1, 9)
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).toSorted((x, y) => y - x))
  })

  test('what shares little that is rare is related loosely, unless the sources tie the two, whatever the weights', () => {
    // In a hundred cases a word or keyword of two weighs much, one of fifty little.
    const many = [
      made('q', 'Comets poison the northern wells', { keywords: ['Wells'], publishedOn: '2018-05-01' }),
      made('close', 'The northern wells were poisoned by comets', { keywords: ['Wells'], publishedOn: '2012-01-01' }),
      made('far', 'Northern roads were closed in winter', { publishedOn: '2018-05-01' }),
      made('tied', 'Northern roads were closed in spring', { repeats: ['q'] }),
      ...Array.from({ length: 96 }, (_, at) => made(`z${String(at)}`, at % 2 === 0 ? 'Northern bread is made of sand' : 'Nothing else is told', { keywords: ['Bread'] })),
    ]
    for (const weights of [undefined, { text: 0.1, theme: 0, place: 2, time: 2 }]) {
      const looseOf = new Map(indexRelated(many).relatedTo('q', { limit: 100, ...(weights === undefined ? {} : { weights }) }).map(({ id, isLoose }) => [id, isLoose]))
      expect([looseOf.get('close'), looseOf.get('far'), looseOf.get('tied')]).toEqual([false, true, false])
    }
  })

  test('weights move the order; nearness in time alone relates nothing; a withheld keyword is not used', () => {
    const order = (weights: { text: number; theme: number; place: number; time: number }) => index.relatedTo('a', { limit: 10, weights }).map(({ id }) => id)
    expect(order({ text: 0, theme: 0, place: 1, time: 0.5 })[0]).toBe('c')
    expect(order({ text: 0, theme: 0, place: 0, time: 1 })).not.toContain('d')
    expect(index.relatedTo('e', { limit: 10, withoutKeyword: 'Lamps' }).flatMap(({ keywords }) => keywords)).toEqual([])
  })

  test('what the sources state leads, and is spoken of first; a withdrawn case is shown to nobody', () => {
    const stated = indexRelated([...cases, made('f', 'Snow is warm', { publishedOn: null, refersTo: ['a'] }), made('g', 'Wind is heavy', { publishedOn: null, sources: ['s'] }), made('h', 'Moved lighthouse by night', { isShown: false, sources: ['s'] })])
    const hit = stated.relatedTo('a', { limit: 10 }).find(({ id }) => id === 'f')
    expect(hit).toMatchObject({ ties: ['referredToBy'], days: null, words: [], shares: { ties: 1 } })
    expect(hit && relatedSentence({ ...hit, words: [], ties: ['it refers to this case'] })).toBe('it refers to this case')
    expect(stated.relatedTo('a', { limit: 10 }).map(({ id }) => id)).not.toContain('h')
    expect(stated.relatedTo('h', { limit: 10 }).find(({ id }) => id === 'g')).toMatchObject({ sources: ['s'], ties: [] })
  })

  test('a word of more than one case in fifty is not called rare', () => {
    const many = [
      made('q', 'Comets poison the wells'),
      made('r', 'Comets fill the wells'),
      ...Array.from({ length: 98 }, (_, at) => made(`z${String(at)}`, at < 10 ? 'Wells are deep' : 'Nothing else is told')),
    ]
    const [first] = indexRelated(many).relatedTo('q', { limit: 1 })
    expect(first?.words.map(({ stem, isRare }) => [stem, isRare])).toEqual([['comet', true], ['well', false]])
  })

  test('common words are called common, and a single day is said as people do', () => {
    const shares = { text: 1, theme: 0, place: 0, time: 0, ties: 0 }
    const hit = { shares, words: [{ text: 'Russia', isRare: false }], keywords: [], countries: [], days: 1, ties: [] }
    expect(relatedSentence(hit)).toBe('common word Russia')
    expect(relatedSentence({ ...hit, words: [...hit.words, { text: 'Kerch', isRare: true }], shares: { ...shares, text: 0.5, time: 0.5 } })).toBe('rare word Kerch; 1 day apart')
  })

  test('are the ones that comparing every case with every other gives, whatever the cases and weights', () => {
    const some = (names: string[]) => fc.subarray(names)
    const word = fc.constantFrom('lighthouse', 'lighthouses', 'moved', 'night', 'Rain', 'bread', 'stone', 'the', 'US', 'Kiev')
    const oneCase = fc.record({
      title: fc.array(word, { maxLength: 8 }).map((words) => words.join(' ')), claim: fc.option(fc.array(word, { maxLength: 12 }).map((words) => words.join(' '))),
      publishedOn: fc.option(fc.constantFrom('2018-01-01', '2018-01-20', '2019-06-01')), keywords: some(['k', 'l', 'm']), countries: some(['x', 'y']), sources: some(['s', 't']), refersTo: some(['0', '3']), repeats: some(['1', '3']), isShown: fc.boolean(),
    })
    const weight = fc.constantFrom(0, 0.35, 1, 2)
    fc.assert(
      fc.property(fc.array(oneCase, { minLength: 1, maxLength: 30 }), fc.record({ text: weight, theme: weight, place: weight, time: weight }), (drawn, weights) => {
        const all = drawn.map((one, at) => ({ ...one, id: String(at) }))
        const [made_, oracle] = [indexRelated(all), relatedOracle(all)]
        for (const { id } of all.slice(0, 4)) {
          const [hits, expected] = [made_.relatedTo(id, { limit: 100, weights }), oracle(id, weights)]
          expect(hits.map(({ score }) => score)).toEqual(expected.map(({ score }) => expect.closeTo(score, 9)))
          // Equal scores come by id; sums in another order may differ in their last place.
          expect(hits.map((hit) => hit.id).toSorted()).toEqual(expected.map((hit) => hit.id).toSorted())
        }
      }),
      { numRuns: 150 },
    )
  })

  test('an unknown id and an empty index have none', () => {
    expect(index.relatedTo('z', { limit: 3 })).toEqual([])
    expect(indexRelated([]).relatedTo('a', { limit: 3 })).toEqual([])
  })
})

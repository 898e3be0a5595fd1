import { describe, expect, test } from 'vitest'
import { countryKind } from '#graph-schema/node-kinds/country.ts'
import { loadCorpus } from '#seed/dataset.ts'
import { findProjectRoot } from '#server/project-root.ts'
import { loadEntities } from './entities.ts'

const entities = loadEntities(findProjectRoot())
const corpus = loadCorpus(findProjectRoot())

/** The id of a value, `junk`, or null. */
const idOf = (found: { id: string } | { junk: string } | null): string | null => (found === null ? null : 'junk' in found ? 'junk' : found.id)
const distinct = (values: readonly string[]): string[] => [...new Set(values)].toSorted()

describe('every value of the curated corpus is an entity', () => {
  test.each(distinct(corpus.flatMap(({ entry }) => entry.countries)))('country %s', (value) => {
    expect(idOf(entities.resolveCountry(value))).toMatch(new RegExp(`^(?:${countryKind.idPrefixes.join('|')}):`))
  })
  test.each(distinct(corpus.flatMap(({ entry }) => entry.languages)))('language %s', (value) => {
    expect(idOf(entities.resolveLanguage(value))).toMatch(/^language:[a-z]{2,3}$/)
  })
  test('outlets and keywords are in the tables', () => {
    expect(distinct(corpus.flatMap(({ entry }) => entry.outlets)).filter((value) => value.split('\n').some((line) => entities.knownOutlet(line) === null))).toEqual([])
    expect(distinct(corpus.flatMap(({ entry }) => entry.keywords)).filter((value) => (entities.resolveKeyword(value)?.keywordType ?? null) === null)).toEqual([])
  })
})

describe('countries', () => {
  test.each([
    ['US', 'country:US'],
    ['the united states', 'country:US'],
    ['KAZAKHSTAN', 'country:KZ'],
    ['Türkiye', 'country:TR'],
    ['turkey', 'country:TR'],
    ['USSR', 'region:ussr'],
    ['The West', 'region:the-west'],
    ['West', 'region:the-west'],
    ['International', 'region:international'],
    ['Europe', 'region:europe'],
    ['EU', 'region:eu'],
    ['Palau', 'country:PW'],
    ['Islam', 'junk'],
    ['Ruritania', null],
    ['', null],
  ])('%s → %s', (raw, id) => {
    expect(idOf(entities.resolveCountry(raw))).toBe(id)
  })

  const named = (text: string): string[] => entities.countriesIn(text).map(({ country, start, end }) => `${country.id} ${text.slice(start, end)}`)

  test('are found in prose by name, with their place', () => {
    expect(named('In Kazakhstan, the US and the UK’s allies met South Korea.')).toEqual(['country:KZ Kazakhstan', 'country:US US', 'country:GB UK', 'country:KR South Korea'])
  })
  test.each([
    'He told us of an international turkey dinner in the west.',
    'International law is silent on polish.',
    'It concerns South America and the West Bank.',
  ])('are not seen where none is named: %s', (text) => {
    expect(named(text).filter((found) => !found.startsWith('region:') && !found.startsWith('country:PS'))).toEqual([])
    expect(named(text).filter((found) => /international|the-west/.test(found))).toEqual([])
  })
})

describe('languages', () => {
  test('Spanish and Castilian are one', () => {
    expect(idOf(entities.resolveLanguage('Spanish'))).toBe('language:es')
    expect(idOf(entities.resolveLanguage('Castilian'))).toBe('language:es')
  })
  test('a country among them is junk', () => {
    expect(idOf(entities.resolveLanguage('Serbia'))).toBe('junk')
  })
})

describe('outlets', () => {
  test('belong to a family, and hold no comma apart', () => {
    expect(entities.resolveOutlet('Sputnik Poland')).toEqual([expect.objectContaining({ id: 'outlet:sputnik-poland', family: expect.objectContaining({ id: 'outlet:sputnik', name: 'Sputnik' }) })])
  })
  test('one a line; unknown ones are their own, junk is none', () => {
    expect(entities.resolveOutlet('RT\r\nMade-up Herald\nhttps://made-up.example/page\n\nShow more').map(({ id, domain }) => [id, domain])).toEqual([
      ['outlet:rt', expect.any(String)],
      ['outlet:made-up-herald', null],
      ['outlet:made-up-example', 'made-up.example'],
    ])
  })
})

describe('what a source writes beside an outlet’s name', () => {
  const read = (raw: string): unknown => entities.readOutlets(raw).outlets.map(({ name, family }) => (family === null ? name : `${name} of ${family.name}`))
  test.each([
    ['Vremya pokazhet @ Pervyi kanal, 19:16', ['Vremya Pokazhet of Pervyi Kanal']],
    ['‘Vremya pokazhet’ @ ‘Pervyi kanal’ (1:15:50)', ['Vremya Pokazhet of Pervyi Kanal']],
    ['Petr Tolstoy\'s "Vremya Pokazhet", political talk show, 11:16, 18:46', ['Vremya Pokazhet of Pervyi Kanal']],
    ['Mesto Vstrechi (02:31, 14:56)', ['Mesto vstrechi of NTV']],
    ['A made-up programme @ NTV (time: 14:53)', ['A made-up programme @ NTV of NTV']],
    ['"Made-up Herald", YouTube channel', ['Made-up Herald - YouTube']],
    ['Made-up Person\'s YouTube channel', ['Made-up Person - YouTube']],
    ['herald.made-up.example (archived)*', ['herald.made-up.example']],
    ['www.herald.made-up.example', ['herald.made-up.example']],
    ['Lenta.ru', ['lenta.ru']],
    ['xy.sputniknews.com', ['xy.sputniknews.com of Sputnik']],
    ['tvzvezda.ru (and many others)', ['TV Zvezda']],
    ['Pravda.ru, Interfax, herald.made-up.example', ['Pravda.ru', 'Interfax', 'herald.made-up.example']],
    ['Made-up Herald, Moldova', ['Made-up Herald, Moldova']],
    ['time 27:03 – 27:30', []],
    ['https://youtu.be/made-up', []],
    ['page 16-17', []],
    ['RT (closed)', ['RT']],
  ])('%s', (raw, names) => {
    expect(read(raw)).toEqual(names)
  })
})

describe('names in other languages', () => {
  test.each([['Россия', 'country:RU'], ['Oroszország', 'country:RU'], ['საქართველო', 'country:GE'], ['Ukrainian', 'country:UA'], ['MDA', 'country:MD'], ['Soviet', 'region:ussr'], ['Third Reich', 'region:nazi-germany']])('country %s → %s', (raw, id) => {
    expect(idOf(entities.resolveCountry(raw))).toBe(id)
  })
  test.each([['русский', 'language:ru'], ['Deutsch', 'language:de'], ['en-GB', 'language:en'], ['uk', 'language:uk'], ['Ukraine', 'junk'], ['Ruritanian', null]])('language %s → %s', (raw, id) => {
    expect(idOf(entities.resolveLanguage(raw))).toBe(id)
  })
})

describe('keywords', () => {
  test('unknown ones are their own, without a type', () => {
    expect(entities.resolveKeyword('Made-up keyword')).toEqual({ id: 'keyword:made-up-keyword', name: 'Made-up keyword', keywordType: null, aliases: [] })
    expect(entities.resolveKeyword('–')).toBeNull()
  })
  test('a line without separators splits at the known ones', () => {
    expect(entities.splitKeywords('NATO Zorgle Blim EU/NATO enlargement Cold War').map(({ text, known }) => [text, known])).toEqual([
      ['NATO', true], ['Zorgle Blim', false], ['EU/NATO enlargement', true], ['Cold War', true],
    ])
  })
})

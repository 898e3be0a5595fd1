import { compilePhrases } from '../../narratives/phrases.ts'
import { type Token, tokenise } from '../../narratives/tokens.ts'
import type { EntityFiles } from './entity-files.ts'
import { type Junk, LookUp } from './look-up.ts'

export interface CountryEntity {
  id: string
  name: string
  /** ISO 3166-1 alpha-2; null for a region. */
  code: string | null
  isRegion: boolean
  /** Other names it is found under; demonyms are not names. */
  aliases: readonly string[]
}

/** A country named in a text. A demonym (“Russian”) says less than the name. */
export interface CountryMention {
  country: CountryEntity
  by: 'name' | 'demonym'
  start: number
  end: number
}

export interface CountryTable {
  /** By name in English or in a language of the region, by alias, by ISO code of three letters, else by demonym. */
  resolveCountry: (raw: string) => CountryEntity | Junk | null
  countryById: (id: string) => CountryEntity | null
  /** Every country and region named in a text, in the order of the text. */
  countriesIn: (text: string) => CountryMention[]
}

/** As a listed fact this is a region; in prose the word is an adjective, or a direction. */
const neverInProse = new Set(['international', 'west'])

/** Before a country's name these make another place of it: “South America”, “Northern Ireland”. */
const otherPlace = new Set(['south', 'north', 'central', 'latin', 'northern', 'new'])

interface Mentioned {
  country: CountryEntity
  by: 'name' | 'demonym'
  /** Written in capitals, so that “US” is not “us”. */
  capitals: boolean
}

/** Look-ups by name and alias over the country table, with ISO's English names where the table is silent. */
export function buildCountryTable({ countries, isoNames, foreignNames }: Pick<EntityFiles, 'countries' | 'isoNames' | 'foreignNames'>): CountryTable {
  const byName = new LookUp<CountryEntity | Junk>()
  const byId = new Map<string, CountryEntity>()
  const phrases: (readonly [string, Mentioned])[] = []

  function add(country: CountryEntity, names: readonly string[], demonyms: readonly string[]): void {
    const known = byId.get(country.id) ?? country
    byId.set(known.id, known)
    for (const name of names) {
      byName.add(name, known)
      phrases.push([name, { country: known, by: 'name', capitals: isAcronym(name) }])
    }
    for (const demonym of demonyms) phrases.push([demonym, { country: known, by: 'demonym', capitals: isAcronym(demonym) }])
  }

  for (const { id, name, aliases, demonyms } of countries.regions) {
    add({ id: id.startsWith('region:') ? id : `region:${id}`, name, code: null, isRegion: true, aliases }, [name, ...aliases], demonyms)
  }
  for (const { code, name, aliases, demonyms } of countries.iso) {
    add({ id: `country:${code}`, name, code, isRegion: false, aliases }, [name, ...aliases], demonyms)
  }
  for (const { value, reason } of countries.junk) byName.add(value, { junk: reason })
  for (const [code, names] of isoNames) {
    const name = names[0]
    if (name !== undefined) add({ id: `country:${code}`, name, code, isRegion: false, aliases: names.slice(1) }, names, [])
  }
  const matcher = compilePhrases(phrases)

  /** Thousands of names for the few that the tables lack: made at the first of those. */
  let further: LookUp<CountryEntity> | null = null
  function furtherNames(): LookUp<CountryEntity> {
    if (further !== null) return further
    further = new LookUp()
    for (const [demonym, { country, by }] of phrases) if (by === 'demonym') further.add(demonym, country)
    for (const [code, name] of foreignNames()) {
      const country = byId.get(`country:${code}`)
      if (country !== undefined) further.add(name, country)
    }
    return further
  }

  return {
    resolveCountry: (raw) => byName.get(raw) ?? (/\p{L}{3}/u.test(raw) ? furtherNames().get(raw) : null),
    countryById: (id) => byId.get(id) ?? null,
    countriesIn(text) {
      const { tokens } = tokenise(text)
      const longest = new Map<number, { mention: CountryMention; last: number }>()
      for (const { payload, first, last } of matcher.find(tokens)) {
        const begin = tokens[first]
        const end = tokens[last]
        if (begin === undefined || end === undefined || !isWrittenAsName(tokens, first, last, payload)) continue
        if ((longest.get(first)?.last ?? -1) >= last) continue
        longest.set(first, { last, mention: { country: payload.country, by: payload.by, start: nameStart(tokens, first, last, payload), end: end.end } })
      }
      return withoutOverlaps([...longest].toSorted(([a], [b]) => a - b))
    },
  }
}

/** Whether the words stand there as the name of a place: with a capital, and not as part of another name. */
function isWrittenAsName(tokens: readonly Token[], first: number, last: number, { capitals, country }: Mentioned): boolean {
  const article = first < last && tokens[first]?.key === 'the'
  const head = tokens[article ? first + 1 : first]
  if (head === undefined || head.letterCase === 'lower') return false
  if (first === last && (neverInProse.has(head.key) || (capitals && head.letterCase !== 'upper'))) return false
  const before = tokens[first - 1]
  if (!article && before?.letterCase === 'capital' && before.sentence === head.sentence && otherPlace.has(before.key)) return false
  const after = tokens[last + 1]
  const partOfName = after?.letterCase === 'capital' && after.start === (tokens[last]?.end ?? 0) + 1
  return !(country.id === 'region:the-west' && article && first + 1 === last && partOfName) // “the West Bank”
}

/** “the USSR” is named by “USSR”; “the West” would be a direction without its article. */
function nameStart(tokens: readonly Token[], first: number, last: number, { country }: Mentioned): number {
  const withoutArticle = first < last && tokens[first]?.key === 'the' && country.id !== 'region:the-west'
  return tokens[withoutArticle ? first + 1 : first]?.start ?? 0
}

/** “South Sudan” is not also Sudan. */
function withoutOverlaps(found: readonly (readonly [first: number, { mention: CountryMention; last: number }])[]): CountryMention[] {
  const mentions: CountryMention[] = []
  let taken = -1
  for (const [first, { mention, last }] of found) {
    if (first <= taken) continue
    taken = last
    mentions.push(mention)
  }
  return mentions
}

function isAcronym(name: string): boolean {
  return name.length <= 5 && name === name.toUpperCase()
}

import { expect, test } from 'vitest'
import { type CandidateCase, narrativeCandidates } from './candidates.ts'

// Made-up titles: a theme that is new, one that is old and linked, and noise.
const places = ['Bergen', 'Oslo', 'Turku', 'Gdansk', 'Riga', 'Tartu', 'Vilnius', 'Malmo']
const oldThemes = ['Harbour tax doubled', 'Milk sold by metre', 'Trams run on honey', 'Owls elected mayor', 'Paper boats banned', 'Clocks walk backwards', 'Salt mines sing']
const earlier = Array.from({ length: 60 }, (_, n) => `${oldThemes[n % oldThemes.length] ?? ''} in ${places[n % places.length] ?? ''} ${String(n)}`)
const window: CandidateCase[] = [
  ...places.map((place, n) => ({ id: `new-${String(n)}`, title: `Glass bridge melts near ${place}`, publishedOn: '2018-05-01', isLinked: false })),
  ...oldThemes.flatMap((theme, t) => places.map((place, n) => ({ id: `old-${String(t)}-${String(n)}`, title: `${theme} in ${place}`, publishedOn: '2018-05-02', isLinked: true }))),
  ...['Snow in June', 'Cats learn chess', 'Nine moons seen'].map((title, n) => ({ id: `noise-${String(n)}`, title, publishedOn: '2018-05-03', isLinked: false })),
]

test('what is new and not linked is proposed first, with its rising words', () => {
  const [first, second] = narrativeCandidates(window, earlier)
  expect(first?.cases.every((id) => id.startsWith('new-'))).toBe(true)
  expect(first?.cases).toHaveLength(8)
  expect(first?.linkedShare).toBe(0)
  expect(first?.risingTerms.slice(0, 3).map(({ term }) => term).sort()).toEqual(['bridg', 'glass', 'melt'])
  expect(second?.linkedShare).toBe(1)
})

test('the order of the input does not matter, and an empty window has none', () => {
  expect(narrativeCandidates(window.toReversed(), earlier.toReversed())).toEqual(narrativeCandidates(window, earlier))
  expect(narrativeCandidates([], earlier)).toEqual([])
})

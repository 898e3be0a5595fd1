import { describe, expect, test } from 'vitest'
import { readReferences } from './references.ts'

describe('readReferences', () => {
  test.each([
    ['Read also related cases: First made-up title, Second one of them or EU and US do a third thing.', ['First made-up title', 'Second one of them', 'EU and US do a third thing']],
    ['See similar cases: Apples are blue; Pears, plums and figs are red; Rain is dry.', ['Apples are blue', 'Pears, plums and figs are red', 'Rain is dry']],
    ['Read similar cases claiming that Apples are blue again, that It was always so, or that The rain is dry.', ['Apples are blue again', 'It was always so', 'The rain is dry']],
    ['See other examples: “Apples are blue”, “Pears are not”.', ['Apples are blue', 'Pears are not']],
    ['Read also related case: The rain is dry.', ['The rain is dry']],
    ['See also other related cases: Apples are red, green or blue.', ['Apples are red, green or blue']],
  ])('%s', (sentence, titles) => {
    const disproof = `No evidence is given. ${sentence} It was never so.`
    expect(readReferences(disproof)).toEqual(titles.map((title) => ({ title, quote: sentence })))
  })

  test.each([
    'See related examples of disinformation claims alleging that the rain is dry and that it falls up.',
    'You can read more about other cases here.',
    'See the statement by the spokesperson here.',
    'We see other cases of flu.',
  ])('prose without titles gives none: %s', (sentence) => {
    expect(readReferences(sentence)).toEqual([])
  })
})

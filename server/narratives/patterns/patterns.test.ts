import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tokenise } from '../tokens.ts'
import { compilePatterns } from './compile-patterns.ts'
import { faultLine, parseAliases, parsePatterns } from './parse-patterns.ts'

const aliases = parseAliases('kyiv = kyiv|kiev\n$west = west|US|european union', 'aliases.txt').aliases

/** What the patterns find, as the words of each clause. */
function found(lines: string, text: string): string[] {
  const { patterns, faults } = parsePatterns(lines, 'test.txt', aliases)
  expect(faults.map(faultLine)).toEqual([])
  const { tokens } = tokenise(text)
  return [...compilePatterns(patterns.map((pattern) => [pattern, null])).find(tokens)].map(({ clauses }) => clauses.map(({ first, last }) => text.slice(tokens[first]?.start, tokens[last]?.end)).join(' + '))
}

describe('the pattern language', () => {
  test.each([
    ['colour revolution*', 'Two colour-revolutions', ['colour-revolutions']],
    ['church', 'Churchill', []],
    ['nato ..4 expan*|enlarg*', 'NATO has for years been expanding', ['NATO has for years been expanding']],
    ['nato ..4 expan*|enlarg*', 'NATO has for many long years been expanding', []],
    ['russia ~3 afraid', 'Afraid of Russia; Russia is afraid', ['Afraid of Russia']],
    ['russia ~3 afraid', 'Russia is very afraid', ['Russia is very afraid']],
    ['nato & promise*', 'A promise of NATO. No promise.', ['NATO + promise']],
    ['nato & promise*', 'A promise. NATO.', []],
    ['molotov !cocktail*', 'Molotov spoke', ['Molotov']],
    ['molotov !cocktail*', 'A Molotov cocktail', []],
    ['molotov !cocktail*', 'A cocktail. Molotov spoke.', ['Molotov']],
    ['kyiv wants', 'Kiev wants', ['Kiev wants']],
    ['kiev wants', 'Kyiv wants', ['Kyiv wants']],
    ['run by $west', 'run by the US; run by US; run by us', ['run by US']],
    ['run by $west', 'run by european union', ['run by european union']],
    ['US troops', 'us troops', []],
    ['(deep state|shadow government)', 'a shadow government', ['shadow government']],
    ['a ..2 b c', 'a b b c', ['a b b c']],
    ['anti-russian|russophob*', 'Anti-Russian and russophobic', ['Anti-Russian']],
    ['# a comment only\n\nnato # and another', 'NATO', ['NATO']],
  ])('%s in “%s”', (lines, text, spans) => {
    expect(found(lines, text)).toEqual(spans)
  })

  test('a fault names file, line and column, and good lines are kept', () => {
    const { patterns, faults } = parsePatterns('nato\nnato ..40 expan*\n* a\nna*to\n(deep state\ndeep state|(a b)\n!nato\n$nobody\na & \nnato\n[other]\na ~2 b c\ntitle: good', 'nato.txt', aliases)
    expect(patterns.map(({ text, place }) => `${place} ${text}`)).toEqual(['text nato', 'title title: good'])
    expect(faults.map(faultLine)).toEqual([
      'nato.txt, line 2, column 8: a gap has 1 to 12 words, not 40; words further apart are joined with &',
      'nato.txt, line 3, column 1: a * alone would fit every word',
      'nato.txt, line 4, column 3: a * stands only at the end of a word',
      'nato.txt, line 5, column 1: this bracket is not closed',
      'nato.txt, line 6, column 12: alternatives with several words stand inside one bracket: (deep state|shadow government)',
      'nato.txt, line 7, column 1: an exclusion alone would fit nearly every text',
      'nato.txt, line 8, column 1: there is no alias $nobody',
      'nato.txt, line 9, column 5: the line ends where a word should follow',
      'nato.txt, line 10, column 1: the same pattern stands in line 1',
      'nato.txt, line 11, column 1: a section is [patterns] or [statements]',
      'nato.txt, line 12, column 8: ~ joins two places and no more; use & for others',
    ])
  })

  test('no line makes the parser throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'US', '*', '|', '(', ')', '..', '~', '&', '!', ' ', '3', '$', '-', '#', 'title:', '\n') }), (text) => {
        const { patterns, faults } = parsePatterns(text, 'any.txt', aliases)
        expect(patterns.length + faults.length).toBeLessThanOrEqual(text.split('\n').length)
      }),
    )
  })

  test('on any text: work grows no faster than the text, and spans lie in one sentence', { timeout: 60_000 }, () => {
    const lines = ['a ..12 a ..12 a ..12 d', 'a ~12 e', 'a & b & c !(a b c)', '(a a|a b|b a) ..12 (a a|b b) ..12 c', 'a* ..12 b* ..12 a*'.replaceAll('*', 'a*')].join('\n')
    const { patterns, faults } = parsePatterns(lines, 'hard.txt', aliases)
    expect(faults).toEqual([])
    const index = compilePatterns(patterns.map((pattern) => [pattern, null]))
    /** How many places of the text the matcher looks at. */
    function looks(text: string): number {
      const before = index.looks()
      const { tokens } = tokenise(text)
      for (const { clauses } of index.find(tokens)) {
        for (const { first, last } of clauses) expect(tokens[first]?.sentence).toBe(tokens[last]?.sentence)
      }
      return index.looks() - before
    }
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'aaa', 'a.', 'B'), { minLength: 1, maxLength: 40 }), (words) => {
        const many = Array.from({ length: 20 }, () => words).flat()
        // A word starts at most five clauses; each has at most four places, and no gap lets a place lie further than 39 words away.
        expect(looks(many.join(' '))).toBeLessThanOrEqual(many.length * 5 * 4 * 40)
      }),
      { numRuns: 100 },
    )
  })
})

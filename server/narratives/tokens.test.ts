import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sentencesOf, tokenise, wordKey } from './tokens.ts'

describe('words', () => {
  test('are folded, know their place, and leave the possessive out', () => {
    const text = 'NATO’s “Köln” don’t US us'
    expect(tokenise(text).tokens.map(({ key, start, end, letterCase }) => [key, text.slice(start, end), letterCase])).toEqual([
      ['nato', 'NATO', 'upper'], ['koln', 'Köln', 'capital'], ['dont', 'don’t', 'lower'], ['us', 'US', 'upper'], ['us', 'us', 'lower'],
    ])
  })
  test('any text: keys are those of the words, places grow', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { tokens } = tokenise(text)
        for (const [index, { key, start, end }] of tokens.entries()) {
          expect(wordKey(text.slice(start, end))).toBe(key)
          expect(start).toBeGreaterThanOrEqual(tokens[index - 1]?.end ?? 0)
        }
      }),
    )
  })
})

describe('sentences', () => {
  const split = (text: string): string[] => sentencesOf(text).map(({ start, end }) => text.slice(start, end))
  test.each([
    ['One. Two! “Three?” Four', ['One.', 'Two!', '“Three?”', 'Four']],
    ['Mr. Smith of the U.S. Senate left. He did.', ['Mr. Smith of the U.S. Senate left.', 'He did.']],
    ['It grew 3.5 per cent, e.g. here. so it went on', ['It grew 3.5 per cent, e.g. here. so it went on']],
    ['A heading\n\nA text', ['A heading', 'A text']],
    ['Wait... What', ['Wait...', 'What']],
    ['No end', ['No end']],
    ['', []],
  ])('%j', (text, sentences) => {
    expect(split(text)).toEqual(sentences)
  })
  test('no word is lost', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'B', '.', ' ', '"', '\n', '…', '1') }), (text) => {
        expect(split(text).join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''))
      }),
    )
  })
})

import { expect, it } from 'vitest'
import { keywordOnlyWords, lagWords, liftWords, phraseWords } from './words.ts'

it('says lift with its interval, and why not where there is none', () => {
  expect(liftWords({ lift: 5.72, low: 3.3, high: 9.94 })).toBe('5.7× chance (95 %: 3.3 to 9.9)')
  expect(liftWords({ lift: 12.4, low: 8, high: 19 })).toBe('12× chance (95 %: 8.0 to 19)')
  expect(liftWords({ lift: null, low: null, high: null })).toBe('chance cannot be judged on a selected sample')
})
it('counts days', () => {
  expect([null, 0, 1, 1298].map(lagWords)).toEqual(['undated', 'same day', '+1 day', '+1,298 days'])
})
it('says how many cases hang on a keyword alone', () => {
  expect([keywordOnlyWords(38, 16), keywordOnlyWords(3, 0), keywordOnlyWords(1, 1), keywordOnlyWords(2, 2), keywordOnlyWords(0, 0)]).toEqual(['16 by the source’s keyword only', 'none by the source’s keyword only', 'by the source’s keyword only', 'all by the source’s keyword only', 'no case here'])
})
it('reads a rule of several parts', () => expect(phraseWords('maidan + belarus*')).toBe('“maidan” with “belarus*”'))

import { expect, test } from 'vitest'
import { titleLikeness, titleWords } from './repeats.ts'

test.each([
  ['The lighthouse was moved by night', 'Lighthouse moved by night!', 1],
  ['The old white lighthouse was secretly moved…', 'The old white lighthouse was secretly moved to another island by the fleet', 1],
  ['The old white lighthouse was secretly moved', 'The old white lighthouse was secretly moved to another island by the fleet', 5 / 9],
  ['Rain', 'Rain today', 0],
  ['The lighthouse was moved by night', 'Bread is made of stone and sand', 0],
  ['The old lighthouse was secretly moved by night', 'The old lighthouse was not secretly moved by night', 0],
  ['', '', 0],
])('%s / %s', (a, b, likeness) => {
  const [left, right] = [titleWords(a), titleWords(b)]
  expect(titleLikeness(left, right)).toBeCloseTo(likeness, 9)
  expect(titleLikeness(right, left)).toBeCloseTo(likeness, 9)
})

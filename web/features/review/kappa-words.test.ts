import { expect, test } from 'vitest'
import { kappaFigure, kappaWords } from './kappa-words.ts'

test('a kappa has two places and a minus sign, none before nought', () => {
  expect([0.4, -0.25, -0.001, 1].map(kappaFigure)).toEqual(['0.40', '−0.25', '0.00', '1.00'])
})

test('a kappa in words', () => {
  expect([-0.25, 0.1, 0.81].map(kappaWords)).toEqual(['no better than chance', 'slight', 'almost perfect'])
})

import { expect, it } from 'vitest'
import { daysBetween } from './days.ts'

it('counts calendar days, over clock changes and leap days', () => {
  expect(daysBetween('2020-02-28', '2020-03-01')).toBe(2)
  expect(daysBetween('2019-03-30', '2019-04-01')).toBe(2)
  expect(daysBetween('2020-01-02', '2020-01-01')).toBe(-1)
})

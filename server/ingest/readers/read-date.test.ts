import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDate } from './read-date.ts'

test.each([
  ['11/01/2022', '2022-01-11'],
  ['31.05.2018', '2018-05-31'],
  ['June 12, 2020', '2020-06-12'],
  ['12 June 2020', '2020-06-12'],
  ['Sept 1st, 2019', '2019-09-01'],
  ['2020-02-29', '2020-02-29'],
  ['29/02/2020', '2020-02-29'],
])('%s', (value, date) => {
  expect(readDate(value)).toBe(date)
})

test.each(['', '29/02/2019', '13/13/2020', '00/01/2020', 'June 31, 2020', 'Ma 3, 2020x', '11/01/22', 'yesterday', '1/2/3/2020'])('%j is no date', (value) => {
  expect(readDate(value)).toBeNull()
})

test('day before month, always', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), fc.constantFrom('/', '.', '-'), (date, separator) => {
      const iso = date.toISOString().slice(0, 10)
      expect(readDate(iso.split('-').toReversed().join(separator))).toBe(iso)
    }),
  )
})

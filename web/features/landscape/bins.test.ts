import { describe, expect, it } from 'vitest'
import { binsOfWindow, gapsOf, placeInBin, windowOfBins, yearTicks } from './bins.ts'
import { fourMonths } from './landscape-fixture.ts'

describe('the time window', () => {
  it('covers the bins it touches', () => {
    expect(binsOfWindow(fourMonths, { from: '2019-12-15', to: '2020-01-02' })).toEqual({ first: 1, last: 2 })
    expect(binsOfWindow(fourMonths, {})).toEqual({ first: 0, last: 3 })
    expect(binsOfWindow(fourMonths, { from: '2024-01-01' })).toBeNull()
  })
  it('is open at an end that it reaches', () => {
    expect(windowOfBins(fourMonths, 0, 3)).toEqual({ from: undefined, to: undefined })
    expect(windowOfBins(fourMonths, 1, 2)).toEqual({ from: '2019-12-01', to: '2020-01-31' })
  })
})

it('finds the runs in which nothing was imported', () => expect(gapsOf(fourMonths)).toEqual([{ first: 1, last: 1 }]))

it('places a day in its month, the first day at the left edge and an unknown day in the middle', () => {
  const january = fourMonths[2]
  if (january === undefined) throw new Error('no January')
  expect(placeInBin(january, '2020-01-01')).toBe(0)
  expect(placeInBin(january, '2020-01-31')).toBeCloseTo(30 / 31)
  expect(placeInBin(january, null)).toBe(0.5)
})

it('labels years, and leaves a label out rather than let two touch', () => {
  expect(yearTicks(fourMonths, 'month', 40, 50)).toEqual([{ bin: 0, label: '2019-11' }, { bin: 2, label: '2020' }])
  expect(yearTicks(fourMonths, 'month', 10, 50)).toEqual([{ bin: 2, label: '2020' }])
})

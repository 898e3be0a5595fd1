import { describe, expect, it } from 'vitest'
import { monthWords, rangeOf, windowOf, type MonthBar } from './timeline-model.ts'

const bars: MonthBar[] = ['2021-11', '2021-12', '2022-01', '2022-02'].map((month) => ({ month, from: `${month}-01`, to: `${month}-28`, imported: true, all: 3, loaded: 1, shown: 1 }))

describe('the timeline', () => {
  it('turns a range of months into days and back', () => {
    const window = windowOf(bars, { first: 1, last: 2 })
    expect(window).toEqual({ from: '2021-12-01', to: '2022-01-28' })
    expect(rangeOf(bars, window)).toEqual({ first: 1, last: 2 })
    expect(windowOf(bars, { first: 2, last: 1 })).toEqual(window)
  })

  it('has no window when all months are in it, nor one that lies elsewhere', () => {
    expect(windowOf(bars, { first: 0, last: 3 })).toBeNull()
    expect(rangeOf(bars, { from: '1999-01-01', to: '1999-02-01' })).toEqual({ first: 0, last: 3 })
    expect(rangeOf([], null)).toEqual({ first: 0, last: 0 })
  })

  it('names months', () => {
    expect(monthWords('2022-01')).toBe('Jan 2022')
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lift } from './lift.ts'

describe('lift', () => {
  it('is observed over expected, with its interval', () => {
    // 100 · 50 / 1000 = 5 expected; 20 observed.
    const found = lift(20, 100, 50, 1000)
    expect(found?.lift).toBeCloseTo(4)
    expect(found?.low).toBeCloseTo(4 * Math.exp(-1.96 / Math.sqrt(20)))
    expect(found?.high).toBeCloseTo(4 * Math.exp(1.96 / Math.sqrt(20)))
  })

  it('is null where there is nothing to compare', () => {
    expect(lift(0, 10, 10, 100)).toBeNull()
    expect(lift(3, 0, 10, 100)).toBeNull()
    expect(lift(3, 10, 10, 0)).toBeNull()
  })

  it('is the same both ways round, and its interval narrows with more cases', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 50, max: 400 }), fc.integer({ min: 50, max: 400 }), (both, a, b) => {
        const one = lift(both, a, b, 1000)
        const other = lift(both, b, a, 1000)
        expect(one).toEqual(other)
        const more = lift(both * 2, a * 2, b * 2, 2000)
        if (one === null || more === null) throw new Error('both counts are positive')
        expect(more.high / more.low).toBeLessThan(one.high / one.low)
      }),
    )
  })
})

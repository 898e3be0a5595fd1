import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packDots } from './pack-dots.ts'

describe('packDots', () => {
  it('stacks cases of the same day instead of hiding one behind the other', () => {
    expect(new Set(packDots([10, 10, 10], 30)?.dots.map((dot) => dot.y)).size).toBe(3)
  })
  it('keeps single cases large and on the base line', () => {
    expect(packDots([10, 80], 30)).toEqual({ radius: 4, dots: [{ x: 10, y: 25 }, { x: 80, y: 25 }] })
  })
  it('never puts two dots at the same place, outside the height, or far from their time; else it says that they do not fit', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 120 }), (raw) => {
        const xs = raw.sort((a, b) => a - b)
        const packing = packDots(xs, 28)
        if (packing === null) return
        const { radius, dots } = packing
        expect(new Set(dots.map((dot) => `${dot.x}/${dot.y}`)).size).toBe(dots.length)
        for (const [index, dot] of dots.entries()) {
          expect(dot.y - radius >= 0 && dot.y + radius <= 28).toBe(true)
          expect(dot.x - (xs[index] ?? Number.NaN)).toBeLessThanOrEqual(8)
        }
      }),
    )
  })
  it('says so where too many fall together', () => {
    expect(packDots(Array.from({ length: 200 }, () => 10), 28)).toBeNull()
  })
})

import { describe, expect, it } from 'vitest'
import { findWaves } from './waves.ts'

const all = (length: number) => Array.from({ length }, () => true)
const effort = (length: number) => Array.from({ length }, () => 100)

describe('findWaves', () => {
  it('finds the run in which the pooled share is twice the usual', () => {
    const counts = [1, 1, 1, 1, 8, 9, 1, 1, 1, 1]
    // Pooled over three bins, bins 3 to 6 reach 2 %: twice the median of 1 %.
    expect(findWaves(counts, effort(10), all(10))).toEqual([{ first: 3, last: 6, cases: 19 }])
  })

  it('goes by share, not by count: more cases in a month with more effort are no wave', () => {
    const counts = [1, 1, 1, 9, 9, 1, 1]
    const efforts = [100, 100, 100, 900, 900, 100, 100]
    expect(findWaves(counts, efforts, all(7))).toEqual([])
  })

  it('needs three cases', () => {
    expect(findWaves([1, 0, 0, 1, 0, 0, 2, 0, 0, 1], [100, 1, 1, 100, 1, 1, 1, 1, 1, 100], all(10)).every((wave) => wave.cases >= 3)).toBe(true)
    expect(findWaves([0, 0, 2, 0], [100, 100, 1, 100], all(4))).toEqual([])
  })

  it('cuts off empty bins at both ends, which smoothing alone would add', () => {
    const counts = [1, 0, 0, 0, 9, 9, 9, 0, 0, 0, 1, 1, 1, 1, 1, 1]
    const [wave] = findWaves(counts, effort(16), all(16))
    expect(wave).toEqual({ first: 4, last: 6, cases: 27 })
  })

  it('never runs through a bin that no complete corpus covers, nor counts its cases', () => {
    const counts = [1, 1, 1, 8, 8, 8, 1, 1, 1, 1]
    const complete = all(10)
    complete[4] = false
    const waves = findWaves(counts, effort(10), complete)
    expect(waves.length).toBeGreaterThan(0)
    for (const { first, last } of waves) expect(first > 4 || last < 4).toBe(true)
    expect(findWaves(counts, effort(10), counts.map(() => false))).toEqual([])
  })

  it('finds nothing in nothing', () => {
    expect(findWaves([], [], [])).toEqual([])
    expect(findWaves([0, 0, 0], [10, 10, 10], all(3))).toEqual([])
    expect(findWaves([3, 3, 3], [0, 0, 0], all(3))).toEqual([])
  })
})

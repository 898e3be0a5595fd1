import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LandscapeAnswer } from '#web/api/landscape.ts'
import { caseDots, lanesOf, placeOfDay, unimported, yearCounts } from './recurrence.ts'

const bins: LandscapeAnswer['bins'] = ['2019-11', '2019-12', '2020-01'].map((key) => ({ key, from: `${key}-01`, to: `${key}-28`, imported: true, complete: true }))
const row: LandscapeAnswer['rows'][number] = {
  id: 'narrative:a', name: 'A', definition: '', level: 'sub', head: null, position: 0, cases: 6, sourceTagOnly: 1, earliest: null, latest: null,
  series: [1, 2, 0], strong: [1, 1, 0], waves: [], unplaced: 1,
  dots: { bin: [2, 0], id: ['case:b', 'case:a'], date: ['2020-01-05', '2019-11-02'], title: ['B', 'A'], tier: ['source-tag', 'pattern'], disproofState: ['missing', 'full'] },
}

it('puts dated cases in order and counts those without a place', () => {
  const { dots, undated } = caseDots(row)
  expect(dots.map((dot) => [dot.date, dot.title, dot.tier])).toEqual([['2019-11-02', 'A', 'pattern'], ['2020-01-05', 'B', 'source-tag']])
  expect(undated).toBe(1)
})
it('counts complete corpora and selected samples apart', () => {
  expect(yearCounts(row, bins)).toEqual([
    { year: '2019', complete: 3, strong: 2, selected: 1 },
    { year: '2020', complete: 0, strong: 0, selected: 1 },
  ])
})
it('finds the stretches in which nothing was imported', () => {
  const some = bins.map((bin, index) => ({ ...bin, imported: index === 0 }))
  expect(unimported(some)).toEqual([{ from: '2019-12-01', to: '2020-01-28' }])
  expect(unimported(bins)).toEqual([])
})
it('places days between two others', () => {
  expect(placeOfDay('2020-01-01', '2020-01-01', '2020-01-03')).toBe(0)
  expect(placeOfDay('2020-01-02', '2020-01-01', '2020-01-03')).toBe(0.5)
  expect(placeOfDay('2021-01-01', '2020-01-01', '2020-01-03')).toBe(1)
})
describe('lanesOf', () => {
  it('never lets two dots of a lane come closer than the step', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 80 }), (raw) => {
        const xs = raw.sort((a, b) => a - b)
        const lanes = lanesOf(xs, 10)
        for (const [i, x] of xs.entries()) for (const [j, y] of xs.entries()) if (i < j && lanes[i] === lanes[j]) expect(y - x).toBeGreaterThanOrEqual(10)
      }),
    )
  })
  it('keeps dots apart from each other on the base line', () => expect(lanesOf([0, 20, 40], 10)).toEqual([0, 0, 0]))
})

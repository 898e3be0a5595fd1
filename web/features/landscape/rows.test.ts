import { describe, expect, it } from 'vitest'
import { anAnswer, aRow, dotsOn, fourMonths } from './landscape-fixture.ts'
import { areaValues, groupRows, lastWave, sharedWith, startRows } from './rows.ts'

const head = aRow('head', { level: 'head', cases: 3, position: 0 })
const often = aRow('often', { head: head.id, position: 2, cases: 2, latest: '2020-01-05', dots: dotsOn(fourMonths, ['2019-11-03', '2020-01-05']) })
const once = aRow('once', { head: head.id, position: 1, cases: 2, latest: '2020-02-05', dots: dotsOn(fourMonths, ['2020-02-04', '2020-02-05']) })
const never = aRow('never', { head: head.id, position: 3 })
const alone = aRow('alone', { level: 'head', position: 4, cases: 1, latest: '2019-11-01', dots: dotsOn(fourMonths, ['2019-11-01']) })
const answer = anAnswer([head, once, often, never, alone], { shared: { a: [1, 0], b: [2, 2], cases: [1, 2] } })

describe('groupRows', () => {
  it('puts rows under their head, those seen in most years first and those without cases apart', () => {
    const groups = groupRows(answer, 'theme', {})
    expect(groups.map((group) => [group.head?.data.name ?? null, group.rows.map((row) => row.data.name), group.empty.map((row) => row.data.name)])).toEqual([
      ['head', ['often', 'once'], ['never']],
      [null, ['alone'], []],
    ])
  })
  it('makes one list of all narratives in another order, without the heads that only gather', () => {
    expect(groupRows(answer, 'latest', {}).map((group) => group.rows.map((row) => row.data.name))).toEqual([['once', 'often', 'alone']])
  })
  it('counts in the time window', () => {
    const rows = groupRows(answer, 'cases', { from: '2020-01-01' })[0]?.rows ?? []
    expect(rows.map((row) => [row.data.name, row.inWindow])).toEqual([['once', 2], ['often', 1], ['alone', 0]])
  })
})

it('knows who shares cases with a row, whichever side of the pair it stands on', () => {
  expect([...sharedWith(answer.shared, 2)]).toEqual([[1, 1], [0, 2]])
})

it('starts with the named lines, then with the most recurrent', () => {
  const named = aRow('deep-state', { cases: 1, position: 9, dots: dotsOn(fourMonths, ['2020-02-01']) })
  expect(startRows(groupRows(anAnswer([often, once, named]), 'theme', {})).map((row) => row.data.name)).toEqual(['deep-state', 'often', 'once'])
})

it('gives a bin without effort no share, which is not the same as none', () => {
  expect(areaValues([1, 0, 0, 2], [4, 0, 5, 2], 'share')).toEqual([0.25, null, 0, 1])
  expect(areaValues([1, 0, 0, 2], [4, 0, 5, 2], 'count')).toEqual([1, null, 0, 2])
})

it('calls a wave active only where it reaches the end of the complete data', () => {
  expect(lastWave(aRow('a', { waves: [{ first: 2, last: 3, cases: 9 }] }), fourMonths)).toEqual({ isActive: true, endedIn: '2020-02' })
  expect(lastWave(aRow('a', { waves: [{ first: 0, last: 0, cases: 9 }] }), fourMonths)).toEqual({ isActive: false, endedIn: '2019-11' })
  expect(lastWave(aRow('a'), fourMonths)).toBeNull()
})

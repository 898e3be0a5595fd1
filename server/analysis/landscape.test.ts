import { describe, expect, it } from 'vitest'
import { type CountedCase, countedCases, narrativeSummaries } from './counted-cases.ts'
import { connectionsOf, rulesOf, tiersAndYears, withLags } from './dossier.ts'
import { landscape } from './landscape.ts'

const narrative = (id: string, head: string | null, position: number) => ({
  id, head, position, name: id.toUpperCase(), definition: 'Synthetic.', level: head === null ? ('head' as const) : ('sub' as const), aliases: [], polyNarrative: [],
})
/** A head with two forms, and a head by itself. */
const catalogue = [narrative('h', null, 0), narrative('a', 'h', 1), narrative('b', 'h', 2), narrative('g', null, 3)]

const month = (year: number, number: number) => year * 12 + number - 1
const rows = [
  {
    month: month(2019, 1), day: [5, 6, 7], complete: [true, false, true], issue: [1, 1, -1],
    links: [['a pattern', 'b source-tag'], ['a source-tag'], []], id: ['case:x/2'], title: ['Selected'], disproofState: ['full' as const], repeats: [],
  },
  { month: month(2019, 3), day: [1], complete: [true], issue: [3], links: [['a source-tag', 'g pattern']], id: [], title: [], disproofState: [], repeats: [] },
  { month: null, day: [0], complete: [false], issue: [-1], links: [['g pattern']], id: ['case:x/5'], title: ['Undated'], disproofState: ['missing' as const], repeats: [] },
]
const corpora = [
  { sampling: 'complete' as const, periodFrom: '2019-01-03', periodTo: '2019-01-31', firstDate: '2019-01-05', lastDate: '2019-03-01' },
  { sampling: 'selected' as const, periodFrom: null, periodTo: null, firstDate: '2019-01-06', lastDate: '2019-01-06' },
]
const cases: CountedCase[] = countedCases(rows, catalogue)

describe('countedCases', () => {
  it('puts dates together and gives selected cases their own id and title', () => {
    expect(cases.map(({ date, id, title, issue }) => [date, id, title, issue])).toEqual([
      ['2019-01-05', '', '', 1],
      ['2019-01-06', 'case:x/2', 'Selected', 1],
      ['2019-01-07', '', '', null],
      ['2019-03-01', '', '', 3],
      [null, 'case:x/5', 'Undated', null],
    ])
  })

  it('counts a sub-narrative’s case for its head, once, with the surest tier', () => {
    expect([...(cases[0]?.carried ?? [])]).toEqual([[1, 'pattern'], [0, 'pattern'], [2, 'source-tag']])
  })
})

describe('narrativeSummaries', () => {
  it('counts and dates each narrative', () => {
    expect(narrativeSummaries(catalogue, cases).map(({ id, cases: count, sourceTagOnly, earliest, latest }) => [id, count, sourceTagOnly, earliest, latest])).toEqual([
      ['h', 3, 2, '2019-01-05', '2019-03-01'],
      ['a', 3, 2, '2019-01-05', '2019-03-01'],
      ['b', 1, 1, '2019-01-05', '2019-01-05'],
      ['g', 2, 0, '2019-03-01', '2019-03-01'],
    ])
  })
})

describe('landscape by month', () => {
  const answer = landscape({ by: 'month', count: 'cases', catalogue, cases, corpora })

  it('has no holes, and says of each month what was imported', () => {
    expect(answer.bins).toEqual([
      { key: '2019-01', from: '2019-01-01', to: '2019-01-31', imported: true, complete: true },
      { key: '2019-02', from: '2019-02-01', to: '2019-02-28', imported: false, complete: false },
      { key: '2019-03', from: '2019-03-01', to: '2019-03-31', imported: true, complete: false },
    ])
    expect(answer.effortComplete).toEqual([2, 0, 1])
    expect(answer.effortSelected).toEqual([1, 0, 0])
    expect(answer.sampling).toEqual(['complete', 'selected'])
  })

  it('keeps series and dots apart', () => {
    const [head, a, , g] = answer.rows
    expect(head?.series).toEqual([1, 0, 1])
    expect(head?.strong).toEqual([1, 0, 0])
    expect(a?.dots).toEqual({ bin: [0], id: ['case:x/2'], date: ['2019-01-06'], title: ['Selected'], tier: ['source-tag'], disproofState: ['full'] })
    expect(g?.unplaced).toBe(1)
    expect(g?.dots.id).toEqual([])
  })

  it('always has the row of cases without narrative', () => {
    expect(answer.withoutNarrative).toEqual({ cases: 1, series: [1, 0, 0], dotBins: [] })
  })

  it('lists shared cases of narratives, but not of a head with its own forms', () => {
    expect(answer.shared).toEqual({ a: [0, 1, 1], b: [3, 2, 3], cases: [1, 1, 1] })
  })
})

describe('landscape by issue', () => {
  it('has every issue number between the first and the last', () => {
    const answer = landscape({ by: 'issue', count: 'cases', catalogue, cases, corpora })
    expect(answer.bins.map(({ key, from, to }) => [key, from, to])).toEqual([
      ['1', '2019-01-05', '2019-01-06'],
      ['2', '2019-01-06', '2019-01-06'],
      ['3', '2019-03-01', '2019-03-01'],
    ])
    expect(answer.rows[0]?.series).toEqual([1, 0, 1])
    expect(answer.rows[3]?.unplaced).toBe(1)
  })

  it('is empty without cases', () => {
    const answer = landscape({ by: 'issue', count: 'cases', catalogue, cases: [], corpora: [] })
    expect(answer.bins).toEqual([])
    expect(answer.rows).toHaveLength(4)
  })
})

describe('dossier', () => {
  it('orders connections by lift over complete corpora and leaves out the own line', () => {
    const [first] = connectionsOf(1, catalogue, cases)
    // Complete cases: 3 in all, 2 carry a, 1 carries b, 1 carries both: 1 / (2 · 1 / 3) = 1.5.
    expect(first).toMatchObject({ id: 'b', shared: 1, lift: 1.5 })
    expect(connectionsOf(1, catalogue, cases).map(({ id }) => id)).toEqual(['b', 'g'])
    expect(connectionsOf(0, catalogue, cases).map(({ id }) => id)).toEqual(['g'])
  })

  it('has no lift over selected samples', () => {
    const selected = cases.map((one) => ({ ...one, complete: false }))
    expect(connectionsOf(1, catalogue, selected).every((one) => one.lift === null && one.low === null && one.high === null)).toBe(true)
  })

  it('counts tiers, surest first, and years', () => {
    expect(tiersAndYears(1, cases)).toEqual({ tiers: [{ tier: 'pattern', cases: 1 }, { tier: 'source-tag', cases: 2 }], byYear: [{ year: '2019', cases: 3 }] })
    expect(tiersAndYears(3, cases).byYear).toEqual([{ year: '2019', cases: 1 }])
  })

  it('measures lags from the earliest case recorded here', () => {
    expect(withLags([{ earliest: '2019-01-10' }, { earliest: null }], '2019-01-05').map(({ lagDays }) => lagDays)).toEqual([5, null])
  })

  it('counts cases, not spans, for each rule', () => {
    const span = (rule: string, start: number) => ({ kind: 'match' as const, rule, in: 'title' as const, text: 'x', start, end: start + 1 })
    const rules = rulesOf([[span('colour revolution*', 0), span('colour revolution*', 9), { kind: 'keyword', keyword: 'Coup' }], [span('colour revolution*', 0)]])
    expect(rules).toEqual([
      { kind: 'phrase', text: 'colour revolution*', cases: 2 },
      { kind: 'keyword', text: 'Coup', cases: 1 },
    ])
  })
})

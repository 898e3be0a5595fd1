import type { LandscapeAnswer } from '#web/api/landscape.ts'
import type { AnswerRow } from './rows.ts'

/** A row for tests; what a test does not speak of is empty. */
export function aRow(id: string, own: Partial<AnswerRow> = {}): AnswerRow {
  return {
    id: `narrative:${id}`,
    name: id,
    definition: '',
    level: 'sub',
    head: null,
    position: 0,
    cases: 0,
    sourceTagOnly: 0,
    earliest: null,
    latest: null,
    series: [],
    strong: [],
    dots: { bin: [], id: [], date: [], title: [], tier: [], disproofState: [] },
    waves: [],
    unplaced: 0,
    ...own,
  }
}

/** Dots on these days; every test bin is a month from 2019-11 on. */
export function dotsOn(bins: readonly { from: string; to: string }[], days: readonly string[]): AnswerRow['dots'] {
  return {
    bin: days.map((day) => bins.findIndex((bin) => bin.from <= day && day <= bin.to)),
    id: days.map((day) => `case:test/${day}`),
    date: [...days],
    title: days.map((day) => `Case of ${day}`),
    tier: days.map(() => 'pattern'),
    disproofState: days.map(() => 'full'),
  }
}

/** Four months around a turn of the year, the second not imported. */
export const fourMonths: LandscapeAnswer['bins'] = [
  { key: '2019-11', from: '2019-11-01', to: '2019-11-30', imported: true, complete: true },
  { key: '2019-12', from: '2019-12-01', to: '2019-12-31', imported: false, complete: false },
  { key: '2020-01', from: '2020-01-01', to: '2020-01-31', imported: true, complete: true },
  { key: '2020-02', from: '2020-02-01', to: '2020-02-29', imported: true, complete: true },
]

/** An answer over `fourMonths`. */
export function anAnswer(rows: AnswerRow[], own: Partial<LandscapeAnswer> = {}): LandscapeAnswer {
  return {
    by: 'month',
    count: 'cases',
    total: 0,
    bins: fourMonths,
    effortComplete: [0, 0, 0, 0],
    effortSelected: [0, 0, 0, 0],
    rows,
    withoutNarrative: { cases: 0, series: [], dotBins: [] },
    shared: { a: [], b: [], cases: [] },
    sampling: ['selected'],
    ...own,
  }
}

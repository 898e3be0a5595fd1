import type { LandscapeAnswer } from '#web/api/landscape.ts'
import { type Bin, isBinInWindow, isInWindow, type TimeWindow } from './bins.ts'

export type AnswerRow = LandscapeAnswer['rows'][number]
export type Sort = 'theme' | 'latest' | 'waves' | 'cases'

/** A narrative as the landscape shows it. */
export interface LandscapeRow {
  /** Position in the answer's rows; `shared` speaks of it. */
  index: number
  data: AnswerRow
  /** Cases in the time window; all of them without a window. */
  inWindow: number
  /** Calendar years (on the axis of review issues: issues) with at least one case: what recurrence can honestly mean on a sample. */
  times: number
}

export interface LandscapeGroup {
  /** The head narrative over these rows; null where rows are not grouped. */
  head: LandscapeRow | null
  rows: LandscapeRow[]
  /** Narratives of the group without any case in the graph. */
  empty: LandscapeRow[]
}

/** Cases of a row in the window. Undated cases are in no window. */
export function countInWindow(row: AnswerRow, bins: readonly Bin[], window: TimeWindow): number {
  if (window.from === undefined && window.to === undefined) return row.cases
  let count = 0
  for (const [index, bin] of bins.entries()) if (isBinInWindow(bin, window)) count += row.series[index] ?? 0
  for (const [index, day] of row.dots.date.entries()) {
    const bin = bins[row.dots.bin[index] ?? -1]
    if (day !== null ? isInWindow(day, window) : bin !== undefined && isBinInWindow(bin, window)) count += 1
  }
  return count
}

/** In how many calendar years, or review issues, the row has at least one case. */
export function timesOf(row: AnswerRow, bins: readonly Bin[], by: 'month' | 'issue'): number {
  if (by === 'issue') return new Set([...row.dots.bin, ...[...bins.keys()].filter((bin) => (row.series[bin] ?? 0) > 0)]).size
  const years = new Set<string>()
  for (const [index, bin] of bins.entries()) if ((row.series[index] ?? 0) > 0) years.add(bin.from.slice(0, 4))
  for (const [index, day] of row.dots.date.entries()) {
    const year = (day ?? bins[row.dots.bin[index] ?? -1]?.from)?.slice(0, 4)
    if (year !== undefined) years.add(year)
  }
  return years.size
}

const byRecurrence = (a: LandscapeRow, b: LandscapeRow) => b.times - a.times || b.data.cases - a.data.cases || a.data.position - b.data.position

const orders: Record<Exclude<Sort, 'theme'>, (a: LandscapeRow, b: LandscapeRow) => number> = {
  latest: (a, b) => (b.data.latest ?? '').localeCompare(a.data.latest ?? '') || byRecurrence(a, b),
  waves: (a, b) => b.data.waves.length - a.data.waves.length || byRecurrence(a, b),
  cases: (a, b) => b.inWindow - a.inWindow || byRecurrence(a, b),
}

/** Rows grouped by head in the editors' order, the most recurrent first in each group; or one flat list in another order. */
export function groupRows(answer: LandscapeAnswer, sort: Sort, window: TimeWindow): LandscapeGroup[] {
  const all = answer.rows.map((data, index): LandscapeRow => ({ index, data, inWindow: countInWindow(data, answer.bins, window), times: timesOf(data, answer.bins, answer.by) }))
  const heads = all.filter((row) => row.data.head === null && all.some((other) => other.data.head === row.data.id)).sort((a, b) => a.data.position - b.data.position)
  const rows = all.filter((row) => !heads.includes(row))
  if (sort !== 'theme') {
    return [{ head: null, rows: rows.filter((row) => row.data.cases > 0).sort(orders[sort]), empty: rows.filter((row) => row.data.cases === 0) }]
  }
  const groups = heads.map((head): LandscapeGroup => {
    const own = rows.filter((row) => row.data.head === head.data.id)
    return { head, rows: own.filter((row) => row.data.cases > 0).sort(byRecurrence), empty: own.filter((row) => row.data.cases === 0) }
  })
  const loose = rows.filter((row) => !heads.some((head) => head.data.id === row.data.head))
  if (loose.length > 0) groups.push({ head: null, rows: loose.filter((row) => row.data.cases > 0).sort(byRecurrence), empty: loose.filter((row) => row.data.cases === 0) })
  return groups
}

/** The rows that share cases with the row at `index`, and how many. */
export function sharedWith(shared: LandscapeAnswer['shared'], index: number): Map<number, number> {
  const counts = new Map<number, number>()
  for (const [pair, cases] of shared.cases.entries()) {
    if (shared.a[pair] === index) counts.set(shared.b[pair] ?? -1, cases)
    else if (shared.b[pair] === index) counts.set(shared.a[pair] ?? -1, cases)
  }
  return counts
}

/** "in 3 years", or "in 3 issues". */
export function timesWords(times: number, by: 'month' | 'issue'): string {
  const unit = by === 'month' ? 'year' : 'issue'
  return times === 0 ? `in no ${unit}` : `in ${times} ${unit}${times === 1 ? '' : 's'}`
}

/** Whether shares and waves may be drawn at all: only over a complete corpus. */
export function hasComplete(answer: LandscapeAnswer): boolean {
  return answer.sampling.includes('complete')
}

/** What a row's area shows a bin: its share of the bin's effort, or its count. A bin without effort has neither. */
export function areaValues(counts: readonly number[], effort: readonly number[], measure: 'share' | 'count'): (number | null)[] {
  return effort.map((all, index) => (all === 0 ? null : measure === 'share' ? (counts[index] ?? 0) / all : (counts[index] ?? 0)))
}

/** The largest value; 0 without any. */
export function peakOf(values: readonly (number | null)[]): number {
  return values.reduce<number>((most, value) => Math.max(most, value ?? 0), 0)
}

/** Lines with which a visit starts: named by the editors, else the most recurrent of the graph. */
const startIds: readonly string[] = ['narrative:colour-revolutions', 'narrative:deep-state', 'narrative:nato-broken-promise']

/** Three lines to start with, of those that have cases. */
export function startRows(groups: readonly LandscapeGroup[]): LandscapeRow[] {
  const rows = groups.flatMap((group) => group.rows)
  const named = startIds.flatMap((id) => rows.find((row) => row.data.id === id) ?? [])
  const rest = rows.filter((row) => !named.includes(row)).sort(byRecurrence)
  return [...named, ...rest].slice(0, 3)
}

/** Whether the newest wave still runs where the data ends; else the key of the bin in which it ended. Null without waves. */
export function lastWave(row: AnswerRow, bins: readonly Bin[]): { isActive: boolean; endedIn: string } | null {
  const wave = row.waves.at(-1)
  if (wave === undefined) return null
  const end = bins.findLastIndex((bin) => bin.complete)
  return { isActive: wave.last >= end, endedIn: bins[wave.last]?.key ?? '' }
}

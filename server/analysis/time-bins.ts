import type { CountedCase } from './counted-cases.ts'

/** A stretch of the time axis. */
export interface Bin {
  key: string
  from: string
  to: string
}

/** A corpus as far as the time axis must know it. */
export interface CorpusExtent {
  sampling: 'complete' | 'selected'
  periodFrom: string | null
  periodTo: string | null
  /** Days between which its cases lie. */
  firstDate: string | null
  lastDate: string | null
}

function monthAfter(month: string): string {
  const year = Number(month.slice(0, 4))
  const next = Number(month.slice(5)) + 1
  return next > 12 ? `${String(year + 1)}-01` : `${month.slice(0, 4)}-${String(next).padStart(2, '0')}`
}

function lastDayOf(month: string): string {
  const day = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate()
  return `${month}-${String(day).padStart(2, '0')}`
}

/** All months between the first and the last dated case, without holes. */
export function monthBins(cases: readonly CountedCase[]): Bin[] {
  const months = cases.flatMap(({ date }) => (date === null ? [] : [date.slice(0, 7)])).sort()
  const last = months.at(-1)
  const bins: Bin[] = []
  for (let month = months[0]; month !== undefined && last !== undefined && month <= last; month = monthAfter(month)) {
    bins.push({ key: month, from: `${month}-01`, to: lastDayOf(month) })
  }
  return bins
}

/**
 * All review issues between the first and the last, without holes. A bin lasts from its earliest to its latest case; an issue without a
 * dated case takes the last day of the one before it.
 */
export function issueBins(cases: readonly CountedCase[]): Bin[] {
  const days = new Map<number, { from: string; to: string }>()
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  for (const { issue, date } of cases) {
    if (issue === null) continue
    first = Math.min(first, issue)
    last = Math.max(last, issue)
    if (date === null) continue
    const known = days.get(issue)
    days.set(issue, known === undefined ? { from: date, to: date } : { from: date < known.from ? date : known.from, to: date > known.to ? date : known.to })
  }
  const bins: Bin[] = []
  let before = [...days.values()].map(({ from }) => from).sort()[0] ?? ''
  for (let issue = first; issue <= last; issue += 1) {
    const known = days.get(issue) ?? { from: before, to: before }
    bins.push({ key: String(issue), ...known })
    before = known.to
  }
  return bins
}

function overlaps(bin: Bin, from: string | null, to: string | null): boolean {
  return (from !== null || to !== null) && (from === null || bin.to >= from) && (to === null || bin.from <= to)
}

/**
 * What is known of a bin: whether anything was imported for it, and whether a complete corpus covers it. A stated period decides; without
 * one, a complete corpus covers the days between its first and last case, and a selected one only the bins in which its cases lie
 * (`hasCases`). A bin that a period covers in part counts as covered: its share is that of the covered days.
 */
export function coverage(bin: Bin, corpora: readonly CorpusExtent[], hasCases: boolean): { imported: boolean; complete: boolean } {
  const covers = ({ sampling, periodFrom, periodTo, firstDate, lastDate }: CorpusExtent) => {
    if (periodFrom !== null || periodTo !== null) return overlaps(bin, periodFrom ?? firstDate, periodTo ?? lastDate)
    return sampling === 'complete' && overlaps(bin, firstDate, lastDate)
  }
  return {
    imported: hasCases || corpora.some(covers),
    complete: corpora.some((corpus) => corpus.sampling === 'complete' && covers(corpus)),
  }
}

import type { LandscapeAnswer } from '#web/api/landscape.ts'
import type { TimeWindow } from '#web/exploration/state.ts'

/** One month of the timeline. */
export interface MonthBar {
  /** `YYYY-MM` */
  month: string
  from: string
  to: string
  /** False where nothing was imported: hatched, for no data is not zero. */
  imported: boolean
  /** All reviewed cases of the month. */
  all: number
  /** Cases on the canvas, and those of them that are drawn. */
  loaded: number
  shown: number
}

/** The months of the graph with what the canvas holds of each. */
export function monthBars({ bins, effortComplete, effortSelected }: LandscapeAnswer, onCanvas: ReadonlyMap<string, { loaded: number; shown: number }>): MonthBar[] {
  return bins.map((bin, index) => {
    const own = onCanvas.get(bin.key) ?? { loaded: 0, shown: 0 }
    return { month: bin.key, from: bin.from, to: bin.to, imported: bin.imported, all: (effortComplete[index] ?? 0) + (effortSelected[index] ?? 0), ...own }
  })
}

/** First and last bar of a window, both inclusive. */
export interface BarRange {
  first: number
  last: number
}

/** The bars that a time window touches; all of them without a window. */
export function rangeOf(bars: readonly MonthBar[], window: TimeWindow | null): BarRange {
  const all = { first: 0, last: Math.max(0, bars.length - 1) }
  if (window === null) return all
  const first = bars.findIndex((bar) => bar.to >= window.from)
  const last = bars.findLastIndex((bar) => bar.from <= window.to)
  return first === -1 || last === -1 || last < first ? all : { first, last }
}

/** The days that a range of bars covers; null if it covers them all. */
export function windowOf(bars: readonly MonthBar[], range: BarRange): TimeWindow | null {
  const first = Math.max(0, Math.min(range.first, range.last))
  const last = Math.min(bars.length - 1, Math.max(range.first, range.last))
  const from = bars[first]?.from
  const to = bars[last]?.to
  if (from === undefined || to === undefined || (first === 0 && last === bars.length - 1)) return null
  return { from, to }
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `2022-01` → "Jan 2022". */
export function monthWords(month: string): string {
  const [year, number] = month.split('-')
  return `${monthNames[Number(number) - 1] ?? number} ${year}`
}

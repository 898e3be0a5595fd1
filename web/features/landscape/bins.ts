import type { LandscapeAnswer } from '#web/api/landscape.ts'

export type Bin = LandscapeAnswer['bins'][number]

/** A window of days, both ends inside; an open end is undefined. */
export interface TimeWindow {
  from?: string | undefined
  to?: string | undefined
}

/** Whether a day lies in the window. */
export function isInWindow(day: string, window: TimeWindow): boolean {
  return (window.from === undefined || day >= window.from) && (window.to === undefined || day <= window.to)
}

/** Whether a bin lies in the window as a whole. */
export function isBinInWindow(bin: Bin, window: TimeWindow): boolean {
  return (window.from === undefined || bin.from >= window.from) && (window.to === undefined || bin.to <= window.to)
}

/** First and last bin that the window touches; null without bins in it. */
export function binsOfWindow(bins: readonly Bin[], window: TimeWindow): { first: number; last: number } | null {
  const first = bins.findIndex((bin) => window.from === undefined || bin.to >= window.from)
  const last = bins.findLastIndex((bin) => window.to === undefined || bin.from <= window.to)
  return first === -1 || last === -1 || first > last ? null : { first, last }
}

/** The window that covers these bins; open where it reaches an end, so that all bins are no window at all. */
export function windowOfBins(bins: readonly Bin[], first: number, last: number): TimeWindow {
  return { from: first <= 0 ? undefined : bins[first]?.from, to: last >= bins.length - 1 ? undefined : bins[last]?.to }
}

/** A run of bins, both ends inside. */
export interface Run {
  first: number
  last: number
}

/** Runs of bins in which nothing was imported, for hatching. */
export function gapsOf(bins: readonly Bin[]): Run[] {
  const runs: Run[] = []
  for (const [index, bin] of bins.entries()) {
    if (bin.imported) continue
    const before = runs.at(-1)
    if (before !== undefined && before.last === index - 1) before.last = index
    else runs.push({ first: index, last: index })
  }
  return runs
}

/** Where a day lies in its bin, 0 to 1; the middle when the day is not known or the bin is a single day. */
export function placeInBin(bin: Bin, day: string | null): number {
  if (day === null) return 0.5
  if (bin.from === bin.to) return 0.5
  const from = Date.parse(bin.from)
  const span = Date.parse(bin.to) - from + 86_400_000
  const place = (Date.parse(day) - from) / span
  return Number.isFinite(place) ? Math.min(Math.max(place, 0), 1) : 0.5
}

export interface Tick {
  bin: number
  label: string
}

/** The first bin of each year, thinned so that labels stay `minimum` pixels apart. Review issues carry their number too. */
export function yearTicks(bins: readonly Bin[], by: 'month' | 'issue', binWidth: number, minimum: number): Tick[] {
  const ticks: Tick[] = []
  let year = ''
  for (const [index, bin] of bins.entries()) {
    const own = bin.from.slice(0, 4)
    if (own === year) continue
    const isPartial = year === '' && by === 'month' && !bin.key.endsWith('-01')
    year = own
    const last = ticks.at(-1)
    if (last !== undefined && (index - last.bin) * binWidth < minimum) {
      // A first year of a few months yields its label to the next full one.
      if (last.bin !== 0) continue
      ticks.pop()
    }
    ticks.push({ bin: index, label: by === 'issue' ? `${own} · issue ${bin.key.replace(/^issue:/u, '')}` : isPartial ? bin.key : own })
  }
  return ticks
}

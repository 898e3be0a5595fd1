import { type Bin, gapsOf, placeInBin, type Run, type Tick, yearTicks } from './bins.ts'

/** What every lane shares: how bins lie over the width, where years begin, where data is missing, which bins the window leaves out. */
export interface TimeAxis {
  bins: readonly Bin[]
  width: number
  binWidth: number
  ticks: readonly Tick[]
  gaps: readonly Run[]
  /** Bins in the time window; null when there is no window or nothing in it. */
  window: Run | null
}

/** The axis over a width. */
export function makeTimeAxis(bins: readonly Bin[], by: 'month' | 'issue', width: number, window: Run | null): TimeAxis {
  const binWidth = bins.length === 0 ? 0 : width / bins.length
  return { bins, width, binWidth, ticks: yearTicks(bins, by, binWidth, by === 'issue' ? 110 : 56), gaps: gapsOf(bins), window }
}

/** Where a day of a bin lies, in pixels. */
export function xOf(axis: TimeAxis, bin: number, day: string | null): number {
  const own = axis.bins[bin]
  return (bin + (own === undefined ? 0.5 : placeInBin(own, day))) * axis.binWidth
}

import type { Tier } from '#graph-schema/evidence.ts'
import type { LandscapeAnswer } from '#web/api/landscape.ts'

type Row = LandscapeAnswer['rows'][number]
type Bin = LandscapeAnswer['bins'][number]

/** A case of a selected sample on the time axis. */
export interface CaseDot {
  id: string
  title: string
  date: string
  tier: Tier
  disproofState: string
}

/** The dated cases of selected samples, oldest first, and how many have no date. */
export function caseDots(row: Row): { dots: CaseDot[]; undated: number } {
  const dots = row.dots.id.flatMap((id, index): CaseDot[] => {
    const date = row.dots.date[index] ?? null
    return date === null ? [] : [{ id, date, title: row.dots.title[index] ?? id, tier: row.dots.tier[index] ?? 'suggested', disproofState: row.dots.disproofState[index] ?? 'missing' }]
  })
  dots.sort((a, b) => a.date.localeCompare(b.date) || a.id.localeCompare(b.id))
  return { dots, undated: row.unplaced }
}

/** Cases a year: over complete corpora (with those that rest on more than the source's tag), and single ones of selected samples. */
export interface YearCount {
  year: string
  complete: number
  strong: number
  selected: number
}

/** One entry a year from the first bin to the last, years without cases among them. */
export function yearCounts(row: Row, bins: readonly Bin[]): YearCount[] {
  const years = new Map<string, YearCount>()
  for (const bin of bins) {
    const year = bin.from.slice(0, 4)
    if (!years.has(year)) years.set(year, { year, complete: 0, strong: 0, selected: 0 })
  }
  for (const [index, bin] of bins.entries()) {
    const entry = years.get(bin.from.slice(0, 4))
    if (entry === undefined) continue
    entry.complete += row.series[index] ?? 0
    entry.strong += row.strong[index] ?? 0
  }
  for (const bin of row.dots.bin) {
    const entry = years.get(bins[bin]?.from.slice(0, 4) ?? '')
    if (entry !== undefined) entry.selected += 1
  }
  return [...years.values()]
}

/** Stretches of days in which nothing was imported, for hatching. */
export function unimported(bins: readonly Bin[]): { from: string; to: string }[] {
  const gaps: { from: string; to: string }[] = []
  let isOpen = false
  for (const bin of bins) {
    const last = gaps.at(-1)
    if (!bin.imported && isOpen && last !== undefined) last.to = bin.to
    else if (!bin.imported) gaps.push({ from: bin.from, to: bin.to })
    isOpen = !bin.imported
  }
  return gaps
}

/** Where a day lies between two others, 0 to 1. */
export function placeOfDay(day: string, from: string, to: string): number {
  const start = Date.parse(from)
  const span = Date.parse(to) - start
  return span <= 0 ? 0.5 : Math.min(Math.max((Date.parse(day) - start) / span, 0), 1)
}

/** The lane of each dot, 0 at the base line, so that no two dots on ascending `xs` come closer than `step`. */
export function lanesOf(xs: readonly number[], step: number): number[] {
  const ends: number[] = []
  return xs.map((x) => {
    const free = ends.findIndex((end) => x - end >= step)
    const lane = free === -1 ? ends.length : free
    ends[lane] = x
    return lane
  })
}

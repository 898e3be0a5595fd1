import { countsByBin } from '#web/ui/counts-by-bin.ts'
import { packDots } from '#web/ui/pack-dots.ts'
import { lanesOf } from './recurrence.ts'

/** The picture is no higher than this, however many cases there are. */
const tallest = 150
const radius = 5
const step = radius * 2 + 4

/** How the cases of a narrative stand over time: a dot each, or, where these would not fit at their time, a column a month. */
export type RecurrenceLayout =
  | { as: 'dots'; height: number; radius: number; places: readonly { x: number; y: number }[] }
  | { as: 'columns'; height: number; most: number; months: readonly { from: string; to: string; all: number; solid: number }[] }

/** First days of the months from one day to another. */
function monthsBetween(from: string, to: string): string[] {
  const months: string[] = []
  for (let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))]; ; month === 12 ? [year, month] = [year + 1, 1] : month += 1) {
    const first = `${String(year)}-${String(month).padStart(2, '0')}-01`
    if (first > to) return months
    months.push(first)
  }
}

/** `xs` are ascending, one for each of `dots`, in pixels. */
export function layOutRecurrence(dots: readonly { date: string; isSolid: boolean }[], xs: readonly number[], from: string, to: string): RecurrenceLayout {
  const lanes = lanesOf(xs, step)
  const height = Math.max(5, Math.max(0, ...lanes) + 1) * step + 6
  if (height <= tallest) return { as: 'dots', height, radius, places: xs.map((x, index) => ({ x, y: height - radius - 4 - (lanes[index] ?? 0) * step })) }
  const packed = packDots(xs, tallest)
  if (packed !== null) return { as: 'dots', height: tallest, radius: packed.radius, places: packed.dots.map(({ x, y }) => ({ x, y: y - 2 })) }
  const months = monthsBetween(from, to)
  const monthOf = ({ date }: { date: string }) => months.findLastIndex((first) => first <= date)
  const all = countsByBin(dots.map(monthOf), months.length)
  const solid = countsByBin(dots.filter((dot) => dot.isSolid).map(monthOf), months.length)
  return { as: 'columns', height: tallest, most: Math.max(1, ...all), months: months.map((first, index) => ({ from: first, to: months[index + 1] ?? to, all: all[index] ?? 0, solid: solid[index] ?? 0 })) }
}

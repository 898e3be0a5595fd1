import type { LandscapeAnswer } from '#web/api/landscape.ts'
import type { LaneArea } from './lane.tsx'
import { areaValues, hasComplete, peakOf } from './rows.ts'

/** Below this many cases a share's peak says little and is printed with its count. */
const smallNumber = 10

function printed(peak: number, measure: 'share' | 'count'): string {
  if (measure === 'count') return `${peak}`
  const percent = peak * 100
  return `${percent >= 10 ? Math.round(percent) : percent.toFixed(1)} %`
}

/** The areas of all rows by position, each scaled by its own peak or all alike; null where there is no complete corpus. */
export function areasOf(answer: LandscapeAnswer, measure: 'share' | 'count', scale: 'own' | 'same'): Map<number, LaneArea> | null {
  if (!hasComplete(answer)) return null
  const entries = answer.rows.map((row, index) => {
    const all = areaValues(row.series, answer.effortComplete, measure)
    const strong = areaValues(row.strong, answer.effortComplete, measure)
    const total = row.series.reduce((sum, count) => sum + count, 0)
    return { index, all, strong, peak: peakOf(all), total }
  })
  const heads = new Set(answer.rows.map((row) => row.head))
  const most = Math.max(...entries.filter((entry) => !heads.has(answer.rows[entry.index]?.id ?? '')).map((entry) => entry.peak), 0)
  return new Map(
    entries
      .filter((entry) => entry.total > 0)
      .map((entry) => [
        entry.index,
        {
          all: entry.all,
          strong: entry.strong,
          full: scale === 'own' ? entry.peak : most,
          peak: entry.total < smallNumber && measure === 'share' ? `${printed(entry.peak, measure)}, n = ${entry.total}` : printed(entry.peak, measure),
        },
      ]),
  )
}

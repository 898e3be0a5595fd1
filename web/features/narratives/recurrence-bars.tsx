import { useWidth } from '#web/ui/use-width.ts'
import styles from './dossier.module.css'
import type { YearCount } from './recurrence.ts'

const height = 96
const top = 18
const axis = 22

/** Cases a year over complete corpora, the count on each bar; what hangs on the source's keyword alone is drawn hollow. */
export function RecurrenceBars({ years, label }: { years: readonly YearCount[]; label: string }) {
  const [ref, width] = useWidth()
  const peak = Math.max(1, ...years.map((year) => year.complete))
  const slot = width / Math.max(years.length, 1)
  const barWidth = Math.min(slot * 0.7, 48)
  const every = Math.ceil(44 / Math.max(slot, 1))
  return (
    <div ref={ref}>
      {width > 0 && (
        <svg className={styles['picture']} height={height + top + axis} role="img" aria-label={label}>
          {years.map((year, index) => {
            const x = index * slot + (slot - barWidth) / 2
            const all = (year.complete / peak) * height
            const strong = (year.strong / peak) * height
            return (
              <g key={year.year}>
                <rect className={styles['barTag']} x={x} y={top + height - all} width={barWidth} height={Math.max(all - strong, 0)} />
                <rect className={styles['bar']} x={x} y={top + height - strong} width={barWidth} height={strong} />
                {index % every === 0 && (
                  <>
                    <text className={styles['count']} x={x + barWidth / 2} y={top + height - all - 5} textAnchor="middle">
                      {year.complete}
                    </text>
                    <text className={styles['tick']} x={x + barWidth / 2} y={top + height + 16} textAnchor="middle">
                      {year.year}
                    </text>
                  </>
                )}
              </g>
            )
          })}
          <line className={styles['base']} x1={0} x2={width} y1={top + height} y2={top + height} />
        </svg>
      )}
    </div>
  )
}

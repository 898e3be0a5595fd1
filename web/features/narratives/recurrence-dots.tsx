import { useNavigate } from '@tanstack/react-router'
import { tierStyles } from '#web/edge-styles.ts'
import { useWidth } from '#web/ui/use-width.ts'
import styles from './dossier.module.css'
import { type CaseDot, placeOfDay } from './recurrence.ts'
import { layOutRecurrence } from './recurrence-layout.ts'

const side = 10
const axis = 22

/** The words that go with a dot: the claim is called one, and where its disproof is. */
function dotWords(dot: CaseDot): string {
  return `${dot.date} · Claim: ${dot.title} · ${dot.disproofState === 'missing' ? 'disproof not imported' : 'disproof on the case page'}`
}

export interface RecurrenceDotsProps {
  dots: readonly CaseDot[]
  from: string
  to: string
  /** Stretches in which nothing was imported. */
  gaps: readonly { from: string; to: string }[]
  label: string
}

/** One dot a case on a time axis, or a column a month where dots would not fit. A ring hangs on the source's keyword alone. The list below the picture is its keyboard twin. */
export function RecurrenceDots({ dots, from, to, gaps, label }: RecurrenceDotsProps) {
  const [ref, width] = useWidth()
  const navigate = useNavigate()
  const inner = Math.max(width - side * 2, 1)
  const xOf = (day: string) => side + placeOfDay(day, from, to) * inner
  const xs = dots.map((dot) => xOf(dot.date))
  const layout = layOutRecurrence(dots.map(({ date, tier }) => ({ date, isSolid: tierStyles[tier].mark !== 'ring' })), xs, from, to)
  const { height } = layout
  const tall = (count: number) => (layout.as === 'columns' ? (count / layout.most) * (height - 20) : 0)
  const firstYear = Number(from.slice(0, 4))
  const years = Array.from({ length: Number(to.slice(0, 4)) - firstYear + 1 }, (_, index) => firstYear + index)
  const every = Math.ceil(years.length / Math.max(1, Math.floor(inner / 44)))
  return (
    <div ref={ref}>
      {width > 0 && (
        <svg className={styles['picture']} height={height + axis} role="img" aria-label={label}>
          <defs>
            <pattern id="dossier-gap" width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <line className={styles['hatch']} y2={6} />
            </pattern>
          </defs>
          {gaps.map((gap) => (
            <rect key={gap.from} className={styles['gap']} x={xOf(gap.from)} width={Math.max(xOf(gap.to) - xOf(gap.from), 2)} height={height}>
              <title>{`Nothing imported from ${gap.from} to ${gap.to}`}</title>
            </rect>
          ))}
          {years.map((year, index) => {
            const start = `${year}-01-01`
            const x = start < from ? side : xOf(start)
            return (
              <g key={year}>
                {start >= from && <line className={styles['grid']} x1={x} x2={x} y1={0} y2={height} />}
                {index % every === 0 && (start >= from || xOf(`${year + 1}-01-01`) - x > 40) && (
                  <text className={styles['tick']} x={x} y={height + 16} textAnchor={x > width - 40 ? 'end' : 'start'}>
                    {year}
                  </text>
                )}
              </g>
            )
          })}
          <line className={styles['base']} x1={0} x2={width} y1={height} y2={height} />
          {layout.as === 'columns' && (
            <>
              {layout.months.map((month) => {
                if (month.all === 0) return null
                const x = xOf(month.from < from ? from : month.from)
                const wide = Math.max(xOf(month.to) - x - 1, 1)
                return (
                  <g key={month.from}>
                    <title>{`${month.from.slice(0, 7)}: ${month.all} ${month.all === 1 ? 'case' : 'cases'}`}</title>
                    {month.all > month.solid && <rect className={styles['monthRing']} x={x + 0.5} width={Math.max(wide - 1, 0.5)} y={height - tall(month.all)} height={tall(month.all - month.solid)} />}
                    {month.solid > 0 && <rect className={styles['monthSolid']} x={x} width={wide} y={height - tall(month.solid)} height={tall(month.solid)} />}
                  </g>
                )
              })}
              <text className={styles['tick']} x={2} y={12}>
                at most {layout.most} a month
              </text>
            </>
          )}
          {layout.as === 'dots' &&
            dots.map((dot, index) => (
              <circle
                key={dot.id}
                className={styles[tierStyles[dot.tier].mark === 'ring' ? 'ring' : 'dot']}
                cx={layout.places[index]?.x}
                cy={layout.places[index]?.y}
                r={layout.radius}
                onClick={() => void navigate({ to: '/cases/$id', params: { id: dot.id } })}
              >
                <title>{dotWords(dot)}</title>
              </circle>
            ))}
        </svg>
      )}
    </div>
  )
}

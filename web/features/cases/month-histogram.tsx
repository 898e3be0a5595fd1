import { type PointerEvent, useState } from 'react'
import { useWidth } from '#web/ui/use-width.ts'
import styles from './cases.module.css'
import { type Month, touches, windowOf } from './months.ts'

/** Height of bars; squares stack as high as they need, within it. */
const mostHeight = 84
const axis = 22
/** Up to this many cases a month, each case is a square of its own. */
const mostSquares = 15

export interface MonthHistogramProps {
  months: readonly Month[]
  from: string | undefined
  to: string | undefined
  onWindow: (window: { from: string; to: string }) => void
}

/** Cases by month. Dragging over it sets the time window; the two dates below it are the keyboard's way. */
export function MonthHistogram({ months, from, to, onWindow }: MonthHistogramProps) {
  const [ref, width] = useWidth()
  const [drag, setDrag] = useState<{ start: number; end: number } | null>(null)
  const slot = width / Math.max(months.length, 1)
  const peak = Math.max(1, ...months.map((month) => month.count))
  const isSquares = peak <= mostSquares
  const unit = isSquares ? Math.min(mostHeight / peak, 11) : mostHeight / peak
  const height = isSquares ? Math.max(peak, 4) * unit : mostHeight
  const gap = isSquares ? 1 : 0
  const barWidth = Math.max(Math.min(slot - 1, isSquares ? Math.max(unit - 1, 6) : 14), 1)
  const yearEvery = Math.ceil(44 / Math.max(slot * 12, 1))
  const indexAt = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    return Math.min(Math.max(Math.floor((event.clientX - box.left) / Math.max(slot, 0.1)), 0), months.length - 1)
  }
  const brushed = drag === null ? null : { first: Math.min(drag.start, drag.end), last: Math.max(drag.start, drag.end) }
  return (
    <div ref={ref}>
      {width > 0 && (
        <svg
          className={styles['picture']}
          height={height + axis}
          role="img"
          aria-label={`Cases by month from ${months[0]?.key ?? ''} to ${months.at(-1)?.key ?? ''}, ${peak} at most in one month`}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId)
            setDrag({ start: indexAt(event), end: indexAt(event) })
          }}
          onPointerMove={(event) => {
            if (drag !== null) setDrag({ ...drag, end: indexAt(event) })
          }}
          onPointerUp={() => {
            const window = drag === null ? null : windowOf(months, drag.start, drag.end)
            setDrag(null)
            if (window !== null) onWindow(window)
          }}
          onPointerCancel={() => setDrag(null)}
        >
          <rect width={width} height={height} fill="transparent" />
          {brushed !== null && <rect className={styles['brush']} x={brushed.first * slot} width={(brushed.last - brushed.first + 1) * slot} height={height} />}
          {months.map((month, index) => {
            const x = index * slot + (slot - barWidth) / 2
            const look = styles[touches(month, from, to) ? 'cell' : 'cellOut']
            const january = month.key.endsWith('-01') && Number(month.key.slice(0, 4)) % yearEvery === 0
            return (
              <g key={month.key}>
                <title>{`${month.key}: ${month.count} ${month.count === 1 ? 'case' : 'cases'}`}</title>
                {isSquares ? Array.from({ length: month.count }, (_, place) => <rect key={place} className={look} x={x} y={height - (place + 1) * unit + gap} width={barWidth} height={unit - gap} />) : <rect className={look} x={x} y={height - month.count * unit} width={barWidth} height={month.count * unit} />}
                {january && (
                  <text className={styles['tick']} x={Math.min(index * slot, width - 32)} y={height + 16}>
                    {month.key.slice(0, 4)}
                  </text>
                )}
              </g>
            )
          })}
          <line className={styles['base']} x1={0} x2={width} y1={height} y2={height} />
        </svg>
      )}
    </div>
  )
}

import type { Counted } from '#graph-schema/api/narratives.ts'
import { countOf } from './counted-words.ts'
import laneStyles from './lane.module.css'
import { ticksPath } from './dots-path.ts'
import { type LandscapeRow, timesWords } from './rows.ts'
import styles from './start-strip.module.css'

export interface StartStripProps {
  rows: readonly LandscapeRow[]
  /** Number of bins of the axis. */
  bins: number
  by: 'month' | 'issue'
  counted: Counted
  selected: string | undefined
  onSelect: (id: string) => void
}

/** The row's cases as marks over the whole period. */
function Barcode({ row, bins }: { row: LandscapeRow; bins: number }) {
  const peak = Math.max(...row.data.series, 1)
  return (
    <svg width="100%" height={16} viewBox={`0 0 ${Math.max(bins, 1)} 16`} preserveAspectRatio="none" aria-hidden focusable="false">
      {row.data.series.map((count, bin) => (count === 0 ? null : <rect key={`s${bin}`} className={laneStyles['all']} x={bin} width={1} y={16 - (count / peak) * 16} height={(count / peak) * 16} />))}
      <path d={ticksPath([...new Set(row.data.dots.bin)].map((bin) => bin + 0.5), 2, 16)} stroke="var(--accent)" strokeWidth={2} vectorEffect="non-scaling-stroke" />
      <line x1={0} x2={bins} y1={15.5} y2={15.5} stroke="var(--line-strong)" vectorEffect="non-scaling-stroke" />
    </svg>
  )
}

/** Three recurring lines to begin with, with their plain counts. */
export function StartStrip({ rows, bins, by, counted, selected, onSelect }: StartStripProps) {
  if (rows.length === 0) return null
  return (
    <section className={styles['strip']} aria-labelledby="start-here">
      <h2 id="start-here">Start here: lines that keep returning</h2>
      <div className={styles['cards']}>
        {rows.map((row) => (
          <button key={row.data.id} type="button" className={styles['card']} aria-pressed={row.data.id === selected} onClick={() => onSelect(row.data.id)}>
            <span className={styles['cardName']}>{row.data.name}</span>
            <span className={styles['cardFacts']}>
              <strong>{countOf(row.data.cases, counted)}</strong>
              {by === 'month' ? ` ${timesWords(row.times, by)}` : `, ${row.data.cases - row.data.unplaced} on this axis`}
              {row.data.earliest !== null && (
                <>
                  {' · '}
                  <time>{row.data.earliest.slice(0, 7)}</time> to <time>{(row.data.latest ?? row.data.earliest).slice(0, 7)}</time>
                </>
              )}
            </span>
            <Barcode row={row} bins={bins} />
          </button>
        ))}
      </div>
    </section>
  )
}

import { clsx } from 'clsx'
import { memo } from 'react'
import type { Counted } from '#graph-schema/api/narratives.ts'
import { Lane, type LaneArea, type PointedDot } from './lane.tsx'
import { countOf } from './counted-words.ts'
import columnStyles from './columns.module.css'
import nameStyles from './name.module.css'
import styles from './row.module.css'
import { type LandscapeRow, lastWave, timesWords } from './rows.ts'
import type { TimeAxis } from './time-axis.ts'

/** How a row stands to the one that is pointed at. */
export type Light = 'self' | 'shares' | 'dim' | null

export interface RowViewProps {
  row: LandscapeRow
  axis: TimeAxis
  by: 'month' | 'issue'
  counted: Counted
  area: LaneArea | null
  light: Light
  /** Cases shared with the row that is pointed at. */
  shared: number
  isSelected: boolean
  /** One of the lines to start with. */
  isStart: boolean
  hasWindow: boolean
  onHover: (index: number | null) => void
  onSelect: (id: string) => void
  onPoint: (dot: PointedDot | null) => void
  onOpen: (caseId: string) => void
}

const rowHeight = 28
const startHeight = 40

function Recurrence({ row, axis, by }: { row: LandscapeRow; axis: TimeAxis; by: 'month' | 'issue' }) {
  const wave = lastWave(row.data, axis.bins)
  if (wave === null) {
    return (
      <>
        <span>{timesWords(row.times, by)}</span>
        <span>{row.data.latest?.slice(0, 7) ?? 'undated'}</span>
      </>
    )
  }
  return (
    <>
      <span>{row.data.waves.length === 1 ? '1 wave' : `${row.data.waves.length} waves`}</span>
      <span className={clsx(wave.isActive && styles['active'])}>{wave.isActive ? 'in a wave' : `to ${wave.endedIn}`}</span>
    </>
  )
}

/** One narrative: a button with its count, its lane, and what recurs. Pointing at it, or the keyboard's focus, lights the rows that share cases. */
export const RowView = memo(function RowView({ row, axis, by, counted, area, light, shared, isSelected, isStart, hasWindow, onHover, onSelect, onPoint, onOpen }: RowViewProps) {
  const { data } = row
  const label = `${data.name}: ${countOf(data.cases, counted)}, ${data.earliest === null ? 'undated' : `earliest recorded here ${data.earliest}, latest ${data.latest ?? ''}`}, ${timesWords(row.times, by)}`
  return (
    <li
      className={clsx(styles['row'], isSelected && styles['selected'], isStart && styles['start'], light === 'dim' && styles['dim'], light === 'shares' && styles['shares'], light === 'self' && styles['self'])}
      id={`row-${data.id}`}
      onMouseEnter={() => onHover(row.index)}
      onMouseLeave={() => onHover(null)}
      onClick={() => onSelect(data.id)}
    >
      <button
        type="button"
        className={nameStyles['name']}
        aria-pressed={isSelected}
        title={data.name}
        onFocus={() => onHover(row.index)}
        onBlur={() => onHover(null)}
        onClick={(event) => {
          event.stopPropagation()
          onSelect(data.id)
        }}
      >
        <span className={nameStyles['text']}>{data.name}</span>
        <span className={nameStyles['count']}>
          {hasWindow && <span className={nameStyles['of']}>{row.inWindow} of </span>}
          {data.cases}
        </span>
      </button>
      <Lane axis={axis} row={data} height={isStart ? startHeight : rowHeight} area={area} largestDot={4} label={label} onPoint={onPoint} onOpen={onOpen} />
      <div className={columnStyles['note']}>{light === 'shares' ? <span className={styles['sharedCount']}>{countOf(shared, counted, 'shared')}</span> : <Recurrence row={row} axis={axis} by={by} />}</div>
    </li>
  )
})

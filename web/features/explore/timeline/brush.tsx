import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { monthWords, type BarRange, type MonthBar } from './timeline-model.ts'
import styles from './timeline.module.css'

export interface BrushProps {
  bars: readonly MonthBar[]
  range: BarRange
  width: number
  height: number
  isSet: boolean
  onChange: (range: BarRange) => void
  onClear: () => void
}

type Drag = { mode: 'first' | 'last' | 'new' | 'move'; at: number; from: BarRange; moved: boolean }

/** Half the width of a handle's catching area, in pixels. */
const catching = 8

/** Chooses a range of months over the bars: by dragging, or with the arrow keys on either end. */
export function Brush({ bars, range, width, height, isSet, onChange, onClear }: BrushProps) {
  const drag = useRef<Drag | null>(null)
  const step = width / Math.max(1, bars.length)
  const left = range.first * step
  const right = (range.last + 1) * step
  const barAt = (x: number): number => Math.max(0, Math.min(bars.length - 1, Math.floor(x / step)))

  const onPointerDown = (event: PointerEvent<SVGRectElement>): void => {
    if (event.button !== 0) return
    const x = event.nativeEvent.offsetX
    const mode = !isSet ? 'new' : Math.abs(x - left) <= catching ? 'first' : Math.abs(x - right) <= catching ? 'last' : x > left && x < right ? 'move' : 'new'
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { mode, at: barAt(x), from: range, moved: false }
  }
  const onPointerMove = (event: PointerEvent<SVGRectElement>): void => {
    const held = drag.current
    if (held === null) return
    const now = barAt(event.nativeEvent.offsetX)
    if (now === held.at && !held.moved) return
    held.moved = true
    if (held.mode === 'first') onChange({ first: Math.min(now, range.last), last: range.last })
    else if (held.mode === 'last') onChange({ first: range.first, last: Math.max(now, range.first) })
    else if (held.mode === 'new') onChange({ first: Math.min(held.at, now), last: Math.max(held.at, now) })
    else {
      const shift = Math.max(-held.from.first, Math.min(bars.length - 1 - held.from.last, now - held.at))
      onChange({ first: held.from.first + shift, last: held.from.last + shift })
    }
  }
  const onPointerUp = (): void => {
    const held = drag.current
    drag.current = null
    if (held === null || held.moved) return
    if (isSet && held.mode === 'new') onClear()
    else if (held.mode === 'new') onChange({ first: held.at, last: held.at })
  }

  const keys = (end: 'first' | 'last') => (event: KeyboardEvent) => {
    const by: Record<string, number> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -12, PageUp: 12, Home: -bars.length, End: bars.length }
    if (event.key === 'Escape' && isSet) onClear()
    else {
      const shift = by[event.key]
      if (shift === undefined) return
      const wanted = Math.max(0, Math.min(bars.length - 1, range[end] + shift))
      onChange(end === 'first' ? { first: Math.min(wanted, range.last), last: range.last } : { first: range.first, last: Math.max(wanted, range.first) })
    }
    event.preventDefault()
  }

  const handle = (end: 'first' | 'last', x: number) => {
    const bar = bars[range[end]]
    return (
      <g
        key={end}
        role="slider"
        tabIndex={0}
        aria-label={end === 'first' ? 'Time window, first month' : 'Time window, last month'}
        aria-valuemin={0}
        aria-valuemax={bars.length - 1}
        aria-valuenow={range[end]}
        aria-valuetext={bar === undefined ? '' : monthWords(bar.month)}
        className={styles['handle']}
        onKeyDown={keys(end)}
      >
        <rect x={x - 1.5} y={0} width={3} height={height} rx={1.5} />
        <rect x={x - 4} y={height / 2 - 9} width={8} height={18} rx={3} />
      </g>
    )
  }

  return (
    <>
      <rect className={styles['outside']} x={0} y={0} width={Math.max(0, left)} height={height} />
      <rect className={styles['outside']} x={right} y={0} width={Math.max(0, width - right)} height={height} />
      <rect className={styles['catcher']} x={0} y={0} width={width} height={height} onPointerDown={onPointerDown} onPointerMove={onPointerMove} onPointerUp={onPointerUp} onPointerCancel={onPointerUp} />
      {handle('first', Math.max(4, left))}
      {handle('last', Math.min(width - 4, right))}
    </>
  )
}

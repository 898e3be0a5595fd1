import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { type Bin, type Run, windowOfBins, type TimeWindow } from './bins.ts'
import { binAt, moveEdge } from './brush-steps.ts'
import styles from './time-brush.module.css'

export interface TimeBrushProps {
  bins: readonly Bin[]
  width: number
  window: Run | null
  onChange: (window: TimeWindow) => void
}

const edges = ['first', 'last'] as const
type Edge = (typeof edges)[number]

/** Sets the time window: draw over the bars, or move either end as a slider with the arrow keys. */
export function TimeBrush({ bins, width, window, onChange }: TimeBrushProps) {
  const area = useRef<HTMLDivElement>(null)
  const [drag, setDrag] = useState<{ anchor: number; run: Run } | null>(null)
  const whole: Run = { first: 0, last: bins.length - 1 }
  const run = drag?.run ?? window ?? whole
  const binWidth = width / Math.max(bins.length, 1)
  const isWhole = run.first === 0 && run.last === bins.length - 1

  const at = (event: PointerEvent) => binAt(event.clientX - (area.current?.getBoundingClientRect().left ?? 0), width, bins.length)
  const settle = (chosen: Run) => onChange(windowOfBins(bins, chosen.first, chosen.last))
  const begin = (event: PointerEvent<HTMLElement>, anchor: number) => {
    if (event.button !== 0) return
    event.preventDefault()
    event.stopPropagation()
    area.current?.setPointerCapture(event.pointerId)
    const here = at(event)
    setDrag({ anchor, run: { first: Math.min(anchor, here), last: Math.max(anchor, here) } })
  }
  const move = (event: PointerEvent) => {
    if (drag === null) return
    const here = at(event)
    setDrag({ anchor: drag.anchor, run: { first: Math.min(drag.anchor, here), last: Math.max(drag.anchor, here) } })
  }
  const end = () => {
    if (drag === null) return
    settle(drag.run)
    setDrag(null)
  }
  const onKeyDown = (event: KeyboardEvent, edge: Edge) => {
    const moved = moveEdge(run, edge, event.key, bins.length)
    if (moved === null) return
    event.preventDefault()
    settle(moved)
  }
  return (
    <div ref={area} className={styles['brush']} onPointerDown={(event) => begin(event, at(event))} onPointerMove={move} onPointerUp={end} onPointerCancel={() => setDrag(null)} onDoubleClick={() => settle(whole)}>
      {!isWhole && <div className={styles['window']} style={{ left: run.first * binWidth, width: (run.last - run.first + 1) * binWidth }} />}
      {edges.map((edge) => (
        <div
          key={edge}
          className={styles['handle']}
          role="slider"
          tabIndex={0}
          aria-label={edge === 'first' ? 'Time window from' : 'Time window to'}
          aria-valuemin={edge === 'first' ? 0 : run.first}
          aria-valuemax={edge === 'first' ? run.last : bins.length - 1}
          aria-valuenow={run[edge]}
          aria-valuetext={(edge === 'first' ? bins[run.first]?.from : bins[run.last]?.to) ?? ''}
          style={{ left: edge === 'first' ? run.first * binWidth : (run.last + 1) * binWidth }}
          onKeyDown={(event) => onKeyDown(event, edge)}
          onPointerDown={(event) => begin(event, edge === 'first' ? run.last : run.first)}
        />
      ))}
    </div>
  )
}

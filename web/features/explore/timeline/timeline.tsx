import { useQuery } from '@tanstack/react-query'
import { max } from 'd3-array'
import { Pause, Play, SkipForward } from 'lucide-react'
import { useId, useMemo } from 'react'
import { landscapeQuery } from '#web/api/landscape.ts'
import { casesByMonth, datedCases } from '#web/exploration/selectors.ts'
import { exploration, useExploration } from '#web/exploration/store.ts'
import { setTimeWindow } from '#web/exploration/view-actions.ts'
import { Button } from '#web/ui/button.tsx'
import { ErrorState } from '#web/ui/error-state.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { useWidth } from '#web/ui/use-width.ts'
import { prefersReducedMotion } from '#web/canvas/use-latest.ts'
import { Brush } from './brush.tsx'
import { monthBars, monthWords, rangeOf, windowOf, type BarRange, type MonthBar } from './timeline-model.ts'
import styles from './timeline.module.css'
import { usePlayback } from './use-playback.ts'

const height = 48
const axis = 18

function Bars({ bars, width, hatch }: { bars: readonly MonthBar[]; width: number; hatch: string }) {
  const step = width / Math.max(1, bars.length)
  const peak = Math.max(1, max(bars, (bar) => Math.max(bar.all, bar.loaded)) ?? 1)
  const barWidth = Math.max(1, step - (step > 4 ? 1 : 0))
  const tall = (count: number): number => (count === 0 ? 0 : Math.max(3, (count / peak) * (height - 4)))
  // A label a year, as many as fit.
  const every = Math.max(1, Math.ceil(44 / Math.max(1, step * 12)))
  return (
    <>
      {bars.map((bar, index) => (
        <g key={bar.month}>
          {!bar.imported && <rect x={index * step} y={0} width={step} height={height} fill={`url(#${hatch})`} />}
          {bar.all > 0 && <rect className={styles['all']} x={index * step} y={height - tall(bar.all)} width={barWidth} height={tall(bar.all)} />}
          {bar.loaded > bar.shown && <rect className={styles['loaded']} x={index * step + 0.75} y={height - tall(bar.loaded)} width={Math.max(1, barWidth - 1.5)} height={tall(bar.loaded)} />}
          {bar.shown > 0 && <rect className={styles['shown']} x={index * step} y={height - tall(bar.shown)} width={barWidth} height={tall(bar.shown)} />}
          {bar.month.endsWith('-01') && Number(bar.month.slice(0, 4)) % every === 0 && (
            <text className={styles['year']} x={Math.min(index * step + 2, width - 30)} y={height + 13}>
              {bar.month.slice(0, 4)}
            </text>
          )}
        </g>
      ))}
    </>
  )
}

function setRange(bars: readonly MonthBar[], range: BarRange | null, name = 'Time window'): void {
  exploration.step(range === null ? 'Lift the time window' : name, (state) => setTimeWindow(state, range === null ? null : windowOf(bars, range)), { coalesce: 'time' })
}

function TimelineBody({ bars }: { bars: readonly MonthBar[] }) {
  const [ref, width] = useWidth()
  const hatch = useId()
  const window = useExploration((state) => state.timeWindow)
  const { dated, undated } = useExploration(datedCases)
  const range = rangeOf(bars, window)
  const first = bars[range.first]
  const last = bars[range.last]
  const shown = bars.slice(range.first, range.last + 1)
  const onCanvas = shown.reduce((sum, bar) => sum + bar.loaded, 0)
  const all = shown.reduce((sum, bar) => sum + bar.all, 0)
  const isStepwise = prefersReducedMotion()
  const advance = (): boolean => {
    const now = rangeOf(bars, exploration.current().timeWindow)
    if (now.last >= bars.length - 1) return false
    setRange(bars, { first: now.first, last: now.last + 1 }, 'Play time')
    return true
  }
  const { isPlaying, setPlaying } = usePlayback(bars.length, advance)
  const start = (): void => {
    const now = rangeOf(bars, exploration.current().timeWindow)
    // From the window's beginning, or from the first month that has a case on the canvas.
    const begin = window === null ? Math.max(0, bars.findIndex((bar) => bar.loaded > 0)) : now.first
    if (now.last >= bars.length - 1 || window === null) setRange(bars, { first: begin, last: begin }, 'Play time')
    setPlaying(true)
  }
  if (first === undefined || last === undefined) return <p className={styles['note']}>No dated cases are in this graph yet.</p>
  return (
    <>
      <div className={styles['head']}>
        {isStepwise ? (
          <Button variant="quiet" size="small" onPress={() => (window === null ? setRange(bars, { first: 0, last: Math.max(0, bars.findIndex((bar) => bar.loaded > 0)) }, 'Step in time') : void advance())}>
            <SkipForward size={14} aria-hidden /> Next month
          </Button>
        ) : (
          <Button variant="quiet" size="small" onPress={() => (isPlaying ? setPlaying(false) : start())}>
            {isPlaying ? <Pause size={14} aria-hidden /> : <Play size={14} aria-hidden />} {isPlaying ? 'Pause' : 'Play'}
          </Button>
        )}
        <span className={styles['span']}>
          {monthWords(first.month)} – {monthWords(last.month)}
        </span>
        <span className={styles['key']}>
          <span className={styles['swatchShown']} aria-hidden /> {onCanvas.toLocaleString('en')} on the canvas
        </span>
        <span className={styles['key']}>
          <span className={styles['swatchAll']} aria-hidden /> {all.toLocaleString('en')} cases in the graph
        </span>
        {bars.some((bar) => !bar.imported) && (
          <span className={styles['key']}>
            <span className={styles['swatchHatch']} aria-hidden /> not imported
          </span>
        )}
        {window !== null && (
          <Button
            variant="link"
            size="small"
            onPress={() => {
              setPlaying(false)
              setRange(bars, null)
            }}
          >
            all time
          </Button>
        )}
        {undated > 0 && (
          <span className={styles['note']}>
            {undated} undated{window === null ? '' : ', left out'}
          </span>
        )}
        {dated === 0 && <span className={styles['note']}>no dated case on the canvas</span>}
      </div>
      <div ref={ref} className={styles['plot']}>
        {width > 0 && (
          <svg width={width} height={height + axis} role="group" aria-label={`Cases by month: ${onCanvas} on the canvas, ${all} in the graph, from ${monthWords(first.month)} to ${monthWords(last.month)}`}>
            <defs>
              <pattern id={hatch} width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <line x1={0} y1={0} x2={0} y2={5} className={styles['hatch']} />
              </pattern>
            </defs>
            <Bars bars={bars} width={width} hatch={hatch} />
            <line className={styles['base']} x1={0} x2={width} y1={height} y2={height} />
            <Brush
              bars={bars}
              range={range}
              width={width}
              height={height}
              isSet={window !== null}
              onChange={(next) => {
                setPlaying(false)
                setRange(bars, next)
              }}
              onClear={() => setRange(bars, null)}
            />
          </svg>
        )}
      </div>
    </>
  )
}

/** Cases on the canvas against all cases, by month; a brush sets the time window. */
export function Timeline() {
  const landscape = useQuery(landscapeQuery({ by: 'month' }))
  const onCanvas = useExploration(casesByMonth)
  const { data } = landscape
  const bars = useMemo(() => (data === undefined ? null : monthBars(data, onCanvas)), [data, onCanvas])
  return (
    <section className={styles['timeline']} aria-label="Timeline">
      {landscape.isError ? <ErrorState isBrief error={landscape.error} onRetry={() => void landscape.refetch()} /> : bars === null ? <Skeleton height={height + 40} /> : <TimelineBody bars={bars} />}
    </section>
  )
}

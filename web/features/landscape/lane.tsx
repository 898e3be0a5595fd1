import { curveMonotoneX, area as makeArea } from 'd3-shape'
import { memo, type MouseEvent, useMemo } from 'react'
import { tierStyles } from '#web/edge-styles.ts'
import { countsByBin } from '#web/ui/counts-by-bin.ts'
import { packDots } from '#web/ui/pack-dots.ts'
import styles from './lane.module.css'
import { dotsPath, ticksPath } from './dots-path.ts'
import { LaneColumns } from './lane-columns.tsx'
import { LaneGround, LaneVeil } from './lane-ground.tsx'
import type { AnswerRow } from './rows.ts'
import { type TimeAxis, xOf } from './time-axis.ts'

/** A case under the pointer, with where it stands on the screen. */
export interface PointedDot {
  id: string
  title: string
  date: string | null
  tier: AnswerRow['dots']['tier'][number]
  disproofState: string
  left: number
  top: number
}

/** What an area shows: values a bin, the part without source-tag links, the value at full height, and the printed peak. */
export interface LaneArea {
  all: readonly (number | null)[]
  strong: readonly (number | null)[]
  full: number
  peak: string
}

export interface LaneProps {
  axis: TimeAxis
  row: AnswerRow
  height: number
  area: LaneArea | null
  largestDot: number
  label: string
  onPoint: (dot: PointedDot | null) => void
  onOpen: (caseId: string) => void
}

function areaPath(values: readonly (number | null)[], full: number, axis: TimeAxis, height: number): string {
  const path = makeArea<number | null>()
    .defined((value) => value !== null)
    .x((_value, bin) => (bin + 0.5) * axis.binWidth)
    .y0(height - 1)
    .y1((value) => height - 1 - (full === 0 ? 0 : ((value ?? 0) / full) * (height - 4)))
    .curve(curveMonotoneX)
  return path([...values]) ?? ''
}

/** Whether a rule or a person links the case; else the source's tag alone. */
const isSolidDot = (row: AnswerRow, index: number) => tierStyles[row.dots.tier[index] ?? 'suggested'].mark === 'solid'

/** One narrative through time: areas over complete corpora, and a dot a case over selected ones, filled where a rule or person links it; columns where dots would not fit. */
export const Lane = memo(function Lane({ axis, row, height, area, largestDot, label, onPoint, onOpen }: LaneProps) {
  const packed = useMemo(() => {
    const order = row.dots.id.map((_id, index) => ({ index, x: xOf(axis, row.dots.bin[index] ?? 0, row.dots.date[index] ?? null) })).sort((a, b) => a.x - b.x)
    const packing = packDots(order.map((entry) => entry.x), height, largestDot)
    return packing === null ? null : { radius: packing.radius, dots: packing.dots.map((dot, place) => ({ ...dot, index: order[place]?.index ?? 0 })) }
  }, [axis, row, height, largestDot])

  const paths = useMemo(() => {
    if (packed === null) return null
    const isSolid = ({ index }: { index: number }) => isSolidDot(row, index)
    return { solid: dotsPath(packed.dots.filter(isSolid), packed.radius), rings: dotsPath(packed.dots.filter((dot) => !isSolid(dot)), packed.radius - 0.7) }
  }, [packed, row])

  const dotAt = (event: MouseEvent<SVGSVGElement>) => {
    if (packed === null) return null
    const box = event.currentTarget.getBoundingClientRect()
    const x = event.clientX - box.left
    const y = event.clientY - box.top
    let best: { distance: number; index: number; x: number; y: number } | null = null
    for (const dot of packed.dots) {
      const distance = Math.hypot(dot.x - x, dot.y - y)
      if (distance <= Math.max(packed.radius + 3, 7) && (best === null || distance < best.distance)) best = { distance, index: dot.index, x: dot.x, y: dot.y }
    }
    return best === null ? null : { index: best.index, left: box.left + best.x, top: box.top + best.y }
  }
  const point = (event: MouseEvent<SVGSVGElement>) => {
    const found = dotAt(event)
    const id = found === null ? undefined : row.dots.id[found.index]
    const tier = found === null ? undefined : row.dots.tier[found.index]
    if (found === null || id === undefined || tier === undefined) onPoint(null)
    else onPoint({ id, tier, title: row.dots.title[found.index] ?? '', date: row.dots.date[found.index] ?? null, disproofState: row.dots.disproofState[found.index] ?? 'missing', left: found.left, top: found.top })
  }
  const open = (event: MouseEvent<SVGSVGElement>) => {
    const found = dotAt(event)
    const id = found === null ? undefined : row.dots.id[found.index]
    if (id === undefined) return
    event.stopPropagation()
    onOpen(id)
  }
  return (
    <svg className={styles['lane']} width={axis.width} height={height} role="img" aria-label={label} onMouseMove={point} onMouseLeave={() => onPoint(null)} onClick={open}>
      <LaneGround axis={axis} height={height} />
      {row.waves.map((wave) => (
        <rect key={wave.first} className={styles['wave']} x={wave.first * axis.binWidth} y={0} width={(wave.last - wave.first + 1) * axis.binWidth} height={height - 1} rx={4} />
      ))}
      {area !== null && (
        <>
          <path className={styles['all']} d={areaPath(area.all, area.full, axis, height)} />
          <path className={styles['strong']} d={areaPath(area.strong, area.full, axis, height)} />
        </>
      )}
      {packed === null && (
        <LaneColumns axis={axis} all={countsByBin(row.dots.bin, axis.bins.length)} strong={countsByBin(row.dots.bin.filter((_bin, index) => isSolidDot(row, index)), axis.bins.length)} height={height} />
      )}
      {paths !== null && paths.solid !== '' && <path className={styles['dot']} d={paths.solid} data-dots />}
      {paths !== null && paths.rings !== '' && <path className={styles['ring']} d={paths.rings} data-dots />}
      <LaneVeil axis={axis} height={height} />
      {area !== null && (
        <text className={styles['peak']} x={2} y={13}>
          {area.peak}
        </text>
      )}
    </svg>
  )
})

/** The cases of a whole theme as thin marks, or its series as a grey area. */
export const HeadLane = memo(function HeadLane({ axis, row, height, effort }: { axis: TimeAxis; row: AnswerRow; height: number; effort: boolean }) {
  const ticks = useMemo(() => ticksPath(row.dots.id.map((_id, index) => xOf(axis, row.dots.bin[index] ?? 0, row.dots.date[index] ?? null)), height - 9, height - 1), [axis, row, height])
  return (
    <svg className={styles['lane']} width={axis.width} height={height} aria-hidden focusable="false">
      <LaneGround axis={axis} height={height} />
      {effort && <path className={styles['effortArea']} d={areaPath(row.series, Math.max(...row.series, 1), axis, height)} />}
      <path className={styles['tick']} d={ticks} />
      <LaneVeil axis={axis} height={height} />
    </svg>
  )
})

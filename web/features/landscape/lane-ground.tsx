import { memo } from 'react'
import styles from './lane.module.css'
import type { TimeAxis } from './time-axis.ts'

const hatchId = 'landscape-hatch'

/** Declares the hatch pattern once for all lanes. */
export function HatchPattern() {
  return (
    <svg width={0} height={0} aria-hidden focusable="false" style={{ position: 'absolute' }}>
      <defs>
        <pattern id={hatchId} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1={0} y1={0} x2={0} y2={6} className={styles['hatchLine']} />
        </pattern>
      </defs>
    </svg>
  )
}

/** A hatched box, for the legend. */
export function HatchSample() {
  return (
    <svg width={16} height={16} aria-hidden focusable="false">
      <rect width={16} height={16} fill={`url(#${hatchId})`} />
    </svg>
  )
}

/** Under the data: year lines, and hatching where nothing was imported. */
export const LaneGround = memo(function LaneGround({ axis, height }: { axis: TimeAxis; height: number }) {
  return (
    <g aria-hidden>
      {axis.gaps.map((gap) => (
        <rect key={gap.first} x={gap.first * axis.binWidth} y={0} width={(gap.last - gap.first + 1) * axis.binWidth} height={height} fill={`url(#${hatchId})`} />
      ))}
      {axis.ticks.map((tick) => (
        <line key={tick.bin} className={styles['grid']} x1={tick.bin * axis.binWidth} x2={tick.bin * axis.binWidth} y1={0} y2={height} />
      ))}
      <line className={styles['base']} x1={0} x2={axis.width} y1={height - 0.5} y2={height - 0.5} />
    </g>
  )
})

/** Over the data: veils what the time window leaves out. */
export function LaneVeil({ axis, height }: { axis: TimeAxis; height: number }) {
  if (axis.window === null) return null
  const left = axis.window.first * axis.binWidth
  const right = (axis.window.last + 1) * axis.binWidth
  return (
    <g aria-hidden>
      <rect className={styles['outside']} x={-6} y={0} width={Math.max(left + 6, 0)} height={height} />
      <rect className={styles['outside']} x={right} y={0} width={Math.max(axis.width - right + 6, 0)} height={height} />
    </g>
  )
}

import { useMemo } from 'react'
import type { Counted } from '#graph-schema/api/narratives.ts'
import type { LandscapeAnswer } from '#web/api/landscape.ts'
import { countsByBin } from '#web/ui/counts-by-bin.ts'
import { packDots } from '#web/ui/pack-dots.ts'
import { countOf } from './counted-words.ts'
import { LaneColumns } from './lane-columns.tsx'
import { LaneGround, LaneVeil } from './lane-ground.tsx'
import laneStyles from './lane.module.css'
import columnStyles from './columns.module.css'
import styles from './group.module.css'
import nameStyles from './name.module.css'
import { dotsPath } from './dots-path.ts'
import type { TimeAxis } from './time-axis.ts'

const height = 34

/** The cases that no narrative is linked to. Always there: a taxonomy never covers all. */
export function UnlinkedRow({ without, counted, axis }: { without: LandscapeAnswer['withoutNarrative']; counted: Counted; axis: TimeAxis }) {
  const packed = useMemo(() => packDots(without.dotBins.map((bin) => (bin + 0.5) * axis.binWidth).sort((a, b) => a - b), height, 3), [without, axis])
  const peak = Math.max(...without.series, 1)
  return (
    <div className={styles['group']}>
      <div className={styles['unlinked']}>
        <div className={nameStyles['name']}>
          <span className={styles['quiet']}>no narrative linked</span>
          <span className={nameStyles['count']}>{without.cases}</span>
        </div>
        <svg className={laneStyles['lane']} width={axis.width} height={height} role="img" aria-label={`${countOf(without.cases, counted)} without a linked narrative`}>
          <LaneGround axis={axis} height={height} />
          {without.series.map((count, bin) => (count === 0 ? null : <rect key={axis.bins[bin]?.key ?? bin} className={laneStyles['bar']} x={bin * axis.binWidth} width={axis.binWidth} y={height - 1 - (count / peak) * (height - 4)} height={(count / peak) * (height - 4)} />))}
          {packed === null && <LaneColumns axis={axis} all={countsByBin(without.dotBins, axis.bins.length)} strong={null} height={height} />}
          {packed !== null && <path className={laneStyles['quiet']} d={dotsPath(packed.dots, packed.radius)} />}
          <LaneVeil axis={axis} height={height} />
        </svg>
        <div className={columnStyles['note']}>
          <span>not covered yet</span>
        </div>
      </div>
    </div>
  )
}

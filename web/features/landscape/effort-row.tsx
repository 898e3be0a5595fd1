import type { LandscapeAnswer } from '#web/api/landscape.ts'
import { Button } from '#web/ui/button.tsx'
import type { Run, TimeWindow } from './bins.ts'
import { manyOf } from './counted-words.ts'
import { LaneGround, LaneVeil } from './lane-ground.tsx'
import laneStyles from './lane.module.css'
import styles from './effort-row.module.css'
import { TimeBrush } from './time-brush.tsx'
import type { TimeAxis } from './time-axis.ts'

export interface EffortRowProps {
  answer: LandscapeAnswer
  axis: TimeAxis
  window: Run | null
  windowWords: string | null
  onWindow: (window: TimeWindow) => void
}

const height = 46

function Bars({ values, axis, most, className }: { values: readonly number[]; axis: TimeAxis; most: number; className: string | undefined }) {
  const gap = axis.binWidth > 4 ? 1 : 0
  return values.map((value, bin) => {
    if (value === 0) return null
    const tall = Math.max((value / most) * (height - 6), 1.5)
    return <rect key={axis.bins[bin]?.key ?? bin} className={className} x={bin * axis.binWidth + gap / 2} width={Math.max(axis.binWidth - gap, 0.5)} y={height - 1 - tall} height={tall} />
  })
}

/** All reviewed cases, whatever they carry: the effort behind every count above. Also where the time window is set. */
export function EffortRow({ answer, axis, window, windowWords, onWindow }: EffortRowProps) {
  const most = Math.max(...answer.effortComplete, ...answer.effortSelected, 1)
  const unit = answer.by === 'month' ? 'a month' : 'an issue'
  const isSampleOnly = answer.effortComplete.every((count) => count === 0)
  return (
    <div className={styles['effort']}>
      <div className={styles['name']}>
        <span>all reviewed {manyOf(answer.count)} (effort)</span>
        <small>
          {isSampleOnly ? 'in the sample, ' : ''}at most {most} {unit}
        </small>
      </div>
      <div style={{ position: 'relative', height }}>
        <svg className={laneStyles['lane']} width={axis.width} height={height} role="img" aria-label={`All reviewed ${manyOf(answer.count)} ${unit}, at most ${most}`}>
          <LaneGround axis={axis} height={height} />
          <Bars values={answer.effortComplete} axis={axis} most={most} className={laneStyles['bar']} />
          <Bars values={answer.effortSelected} axis={axis} most={most} className={isSampleOnly ? laneStyles['bar'] : laneStyles['barSelected']} />
          <LaneVeil axis={axis} height={height} />
        </svg>
        <TimeBrush bins={axis.bins} width={axis.width} window={window} onChange={onWindow} />
      </div>
      <div>
        {windowWords === null ? (
          <small className={styles['hint']}>drag to set a time window</small>
        ) : (
          <>
            <small>{windowWords.replaceAll('-', '\u2011')}</small>
            <br />
            <Button variant="link" size="small" onPress={() => onWindow({})}>
              Show all time
            </Button>
          </>
        )}
      </div>
    </div>
  )
}

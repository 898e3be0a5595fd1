import type { Counted } from '#graph-schema/api/narratives.ts'
import { tierWords } from '#graph-schema/evidence.ts'
import { Panel } from '#web/ui/panel.tsx'
import type { TimeWindow } from './bins.ts'
import { manyOf } from './counted-words.ts'
import { HatchSample } from './lane-ground.tsx'
import laneStyles from './lane.module.css'
import { LatestCases } from './latest-cases.tsx'
import styles from './side-panel.module.css'

/** Stands where no row is chosen: how to read the picture, and the newest cases of all. `isLarge`: some lanes may be drawn as columns. */
export function ReadingPanel({ counted, complete, isLarge, window, windowWords }: { counted: Counted; complete: boolean; isLarge: boolean; window: TimeWindow; windowWords: string | null }) {
  const one = counted === 'cases' ? 'case' : 'claim'
  return (
    <aside className={styles['panel']} aria-label="How to read this">
      <Panel title="How to read this">
        <div className={styles['stack']}>
          <p>Each row is a narrative, a line that case after case carries. Choose a row to see what it claims and what it connects to. Point at one to light the rows that share {manyOf(counted)}.</p>
          {counted === 'claims' && <p>Cases that repeat the same claim within a week count once, on the day of the earliest.</p>}
          <div className={styles['legend']}>
            <svg width={16} height={16} aria-hidden>
              <circle className={laneStyles['dot']} cx={8} cy={8} r={4.5} />
            </svg>
            <span>one {one} of a selected sample, {tierWords.pattern} or a person</span>
            <svg width={16} height={16} aria-hidden>
              <circle className={laneStyles['ring']} cx={8} cy={8} r={4} />
            </svg>
            <span>one {one}, {tierWords['source-tag']} only: a keyword is not a narrative</span>
            {isLarge && (
              <>
                <svg width={16} height={16} aria-hidden>
                  <rect className={laneStyles['columnRing']} x={1} y={4} width={5} height={5} />
                  <rect className={laneStyles['column']} x={0.5} y={9} width={6} height={6} />
                  <rect className={laneStyles['column']} x={8} y={6} width={6} height={9} />
                </svg>
                <span>more {manyOf(counted)} of a selected sample than fit as dots: how many were chosen, not how many there were</span>
              </>
            )}
            {complete && (
              <>
                <svg width={16} height={16} aria-hidden>
                  <path className={laneStyles['all']} d="M0 16 L8 4 L16 16z" />
                  <path className={laneStyles['strong']} d="M0 16 L8 10 L16 16z" />
                </svg>
                <span>{manyOf(counted)} of complete corpora; dark without keyword-only links</span>
                <svg width={16} height={16} aria-hidden>
                  <rect className={laneStyles['wave']} y={2} width={16} height={12} rx={3} stroke="var(--line)" />
                </svg>
                <span>a wave: a run of activity</span>
              </>
            )}
            <HatchSample />
            <span>nothing imported for this time, which is not the same as nothing claimed</span>
          </div>
        </div>
      </Panel>
      <Panel title="Latest cases" aside={windowWords ?? undefined}>
        <LatestCases filter={{ from: window.from, to: window.to }} />
      </Panel>
    </aside>
  )
}

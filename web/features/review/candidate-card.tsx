import { useId } from 'react'
import type { Candidate } from '#graph-schema/api/candidates.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { ClaimBlock } from '#web/ui/claim-block.tsx'
import { NarrativeLink } from '#web/ui/node-links.tsx'
import { Panel } from '#web/ui/panel.tsx'
import { RuledList } from '#web/ui/ruled-list.tsx'
import styles from './review.module.css'

const barWidth = 10
const barHeight = 28

/** Cases a week of the window; read out as numbers. Weeks for which nothing was imported are hatched, for no data is not zero. */
function Weeks({ weeks, imported, from }: { weeks: readonly number[]; imported: readonly boolean[]; from: string }) {
  const hatch = useId()
  const most = Math.max(1, ...weeks)
  const words = weeks.map((count, week) => (imported[week] === false ? 'not imported' : String(count))).join(', ')
  return (
    <svg className={styles['weeks']} width={weeks.length * barWidth} height={barHeight} role="img" aria-label={`Cases a week from ${from}: ${words}`}>
      <pattern id={hatch} width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line x1={0} y1={0} x2={0} y2={5} />
      </pattern>
      {weeks.map((count, week) => {
        const height = imported[week] === false ? barHeight : Math.max(1, (count / most) * barHeight)
        // Weeks have no name but their place.
        // oxlint-disable-next-line react/no-array-index-key
        return <rect key={week} x={week * barWidth} width={barWidth - 2} y={barHeight - height} height={height} {...(imported[week] === false ? { style: { fill: `url(#${hatch})` } } : {})} />
      })}
    </svg>
  )
}

export interface CandidateCardProps {
  candidate: Candidate
  /** Of the weeks of the window, those for which anything was imported. */
  imported: readonly boolean[]
  from: string
  isBusy: boolean
  onNew: () => void
  onAddTo: (narrativeId: string) => void
  onReject: () => void
}

/** A group of cases that may be a new line: what rises in it, its central cases, what is near, drafts of patterns, and what to make of it. */
export function CandidateCard({ candidate, imported, from, isBusy, onNew, onAddTo, onReject }: CandidateCardProps) {
  const { caseIds, central, risingTerms, linkedShare, weeks, nearest, drafts } = candidate
  return (
    <Panel title={risingTerms.map(({ term }) => term).join(' · ')} aside={`${caseIds.length} cases; words that rise most against all earlier ones`}>
      <div className={styles['stack']}>
        <div className={styles['bar']}>
          <Weeks weeks={weeks} imported={imported} from={from} />
          <span className={styles['quiet']}>cases a week, at most {Math.max(...weeks)}{imported.includes(false) && '; hatched: not imported'}</span>
          <Badge tone={linkedShare < 0.5 ? 'accent' : 'neutral'}>{(100 * linkedShare).toFixed(0)} % carry a narrative already</Badge>
          <span className={styles['quiet']}>
            {nearest === null ? (
              'No narrative is near.'
            ) : (
              <>
                Nearest: <NarrativeLink id={nearest.id}>{nearest.name}</NarrativeLink>, linked to or suggested for {nearest.cases} of them
              </>
            )}
          </span>
        </div>
        <RuledList>
          {central.map((one) => (
            <li key={one.id}>
              <ClaimBlock case={one} />
            </li>
          ))}
        </RuledList>
        <div>
          <h3>Drafts of patterns</h3>
          {drafts.length === 0 ? (
            <p className={styles['quiet']}>No two of its words stand together often enough.</p>
          ) : (
            <ul className={styles['drafts']}>
              {drafts.map(({ pattern, inCluster, inWindow }) => (
                <li key={pattern}>
                  <code>{pattern}</code> <span className={styles['quiet']}>meets {inCluster} of these {caseIds.length} and {inWindow - inCluster} others of the window</span>
                </li>
              ))}
            </ul>
          )}
        </div>
        <div className={styles['settle']}>
          <Button variant="primary" isDisabled={isBusy} onPress={onNew}>
            Make it a narrative …
          </Button>
          {nearest !== null && (
            <Button isDisabled={isBusy} onPress={() => onAddTo(nearest.id)}>
              Add the drafts to “{nearest.name}” …
            </Button>
          )}
          <Button variant="quiet" isDisabled={isBusy} onPress={onReject}>
            It is no narrative
          </Button>
        </div>
      </div>
    </Panel>
  )
}

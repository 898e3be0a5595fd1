import type { OpenRow } from '#graph-schema/api/open-rows.ts'
import { Button } from '#web/ui/button.tsx'
import { ClaimBlock } from '#web/ui/claim-block.tsx'
import { Panel } from '#web/ui/panel.tsx'
import styles from './open-rows.module.css'

export interface OpenRowCardProps {
  row: OpenRow
  isBusy: boolean
  /** A case's id, `own-case`, or `undecided`. */
  onDecide: (means: string) => void
}

/** One row with the cases that it may mean, each with what tells it from the others, and the ways to decide. */
export function OpenRowCard({ row, isBusy, onDecide }: OpenRowCardProps) {
  return (
    <Panel title={`Row ${row.row.toLocaleString('en')} of ${row.file}`}>
      <div className={styles['stack']}>
        <div className={styles['row']}>
          <p className={styles['quiet']}>{row.decided === null ? 'For now this row is a case of its own:' : row.decided === 'own-case' ? 'You decided: a case of its own.' : 'You decided: this row means'}</p>
          <ClaimBlock case={row.states} layout="below" level={3} />
          {row.title !== row.states.title && <p className={styles['quiet']}>In the file its title is “{row.title}”.</p>}
        </div>
        {row.decided === null ? (
          <>
            <p className={styles['quiet']}>Cases of the same source and day, their titles equally like this one:</p>
            <div className={styles['choices']}>
              {row.candidates.map((candidate) => (
                <div key={candidate.id} className={styles['choice']}>
                  <ClaimBlock case={candidate} level={3} />
                  <Button size="small" isDisabled={isBusy} onPress={() => onDecide(candidate.id)}>
                    The row means this case
                  </Button>
                </div>
              ))}
            </div>
            <div>
              <Button isDisabled={isBusy} onPress={() => onDecide('own-case')}>
                None of these: a case of its own
              </Button>
            </div>
          </>
        ) : (
          <div>
            <Button isDisabled={isBusy} onPress={() => onDecide('undecided')}>
              Take the decision back
            </Button>
          </div>
        )}
      </div>
    </Panel>
  )
}

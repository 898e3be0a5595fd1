import type { LandscapeAnswer } from '#web/api/landscape.ts'
import styles from './notice.module.css'

/** Says how many cases the time axis cannot hold, and why. */
export function OffAxis({ answer, cases }: { answer: LandscapeAnswer; cases: number | undefined }) {
  const placed = [...answer.effortComplete, ...answer.effortSelected].reduce((sum, count) => sum + count, 0)
  const left = (cases ?? placed) - placed
  if (left <= 0) return null
  const verb = left === 1 ? 'is' : 'are'
  return (
    <p className={styles['notice']}>
      {answer.by === 'month' ? `${left} of ${cases} cases ${verb} undated and so not on this axis; they count in the figures.` : `${left} of ${cases} cases name no review issue and so ${verb} not on this axis. Months hold every dated case.`}
    </p>
  )
}

import type { LandscapeAnswer } from '#web/api/landscape.ts'
import { countOf } from './counted-words.ts'
import styles from './notice.module.css'

/** Says how many cases the time axis cannot hold, and why. */
export function OffAxis({ answer }: { answer: LandscapeAnswer }) {
  const placed = [...answer.effortComplete, ...answer.effortSelected].reduce((sum, count) => sum + count, 0)
  const left = answer.total - placed
  if (left <= 0) return null
  const all = countOf(answer.total, answer.count)
  const verb = left === 1 ? 'is' : 'are'
  return (
    <p className={styles['notice']}>
      {answer.by === 'month' ? `${left} of ${all} ${verb} undated and so not on this axis; they count in the figures.` : `${left} of ${all} name no review issue and so ${verb} not on this axis. Months hold all that are dated.`}
    </p>
  )
}

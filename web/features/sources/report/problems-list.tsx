import { Download } from 'lucide-react'
import type { ImportProblem } from '#graph-schema/read-result.ts'
import { buttonClass } from '#web/ui/button.tsx'
import { ProblemsTable } from '../problems-table.tsx'
import styles from './report.module.css'

export interface ProblemsListProps {
  problems: readonly ImportProblem[]
  /** How many there are in all. */
  count: number
  /** Where the whole list, cleanings included, can be saved from; null where it is not kept. */
  findings: string | null
}

/** The first problems, and the whole list as a file. */
export function ProblemsList({ problems, count, findings }: ProblemsListProps) {
  return (
    <div className={styles['stack']}>
      <div className={styles['row']}>
        {findings !== null && (
          <a href={findings} download className={buttonClass('plain', 'small')}>
            <Download size={14} aria-hidden />
            All findings as CSV
          </a>
        )}
        <span className={styles['quiet']}>
          {findings === null ? 'The whole list lies on the machine that made this import.' : 'Every problem and every tidying, with row, column, value and reason.'}
          {count > problems.length && ` The first ${problems.length} of ${count.toLocaleString('en')} problems are listed here.`}
        </span>
      </div>
      {problems.length === 0 ? <p className={styles['quiet']}>No problem was found.</p> : <ProblemsTable problems={problems} />}
    </div>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { openRowsQuery } from '#web/api/open-rows.ts'
import { buttonClass } from '#web/ui/button.tsx'
import { Card } from '#web/ui/panel.tsx'
import styles from './open-rows.module.css'

/** Says that rows wait for a person, if any do, or that some were decided; nothing otherwise, while loading, and when it cannot be known. */
export function OpenRowsNotice() {
  const answer = useQuery(openRowsQuery({ limit: 1 }))
  if (answer.data === undefined || answer.data.open + answer.data.decided === 0) return null
  const { open, decided } = answer.data
  return (
    <Card>
      <div className={styles['bar']}>
        <p>
          {open === 0
            ? `All rows that might have meant several cases are decided (${decided.toLocaleString('en')}).`
            : `${open.toLocaleString('en')} imported ${open === 1 ? 'row' : 'rows'} may mean several known cases. Each stays a case of its own until somebody says which it is.`}
        </p>
        <Link to="/sources/rows" className={buttonClass()}>
          {open === 0 ? 'See what was decided' : 'Decide'}
        </Link>
      </div>
    </Card>
  )
}

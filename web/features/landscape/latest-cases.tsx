import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { casesQuery, type CasesRequest } from '#web/api/cases.ts'
import { ClaimBlock } from '#web/ui/claim-block.tsx'
import { ErrorState } from '#web/ui/error-state.tsx'
import { SkeletonLines } from '#web/ui/skeleton.tsx'
import styles from './side-panel.module.css'

/** The newest cases under a filter, each claim with its disproof, and the way to all of them. */
export function LatestCases({ filter }: { filter: Pick<CasesRequest, 'narrative' | 'from' | 'to'> }) {
  const cases = useQuery(casesQuery({ ...filter, limit: 4 }))
  if (cases.isPending) return <SkeletonLines label="Loading the latest cases" lines={8} />
  if (cases.isError) return <ErrorState error={cases.error} onRetry={() => void cases.refetch()} />
  if (cases.data.total === 0) return <p className={styles['muted']}>No dated case in this time window. Show all time, or choose another row.</p>
  return (
    <div className={styles['stack']}>
      <ul className={styles['cases']} style={cases.isPlaceholderData ? { opacity: 0.6 } : undefined}>
        {cases.data.cases.map((shown) => (
          <li key={shown.id}>
            <ClaimBlock case={shown} />
          </li>
        ))}
      </ul>
      <Link to="/cases" search={(before) => ({ ...before, ...filter, q: undefined })}>
        {cases.data.total === 1 ? 'Open it as a list' : `All ${cases.data.total} as a list`}
      </Link>
    </div>
  )
}

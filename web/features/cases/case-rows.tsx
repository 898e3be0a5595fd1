import { Link } from '@tanstack/react-router'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { CaseRow } from '#graph-schema/api/cases.ts'
import { buttonClass } from '#web/ui/button.tsx'
import { ClaimBlock } from '#web/ui/claim-block.tsx'
import { RuledList } from '#web/ui/ruled-list.tsx'
import styles from './cases.module.css'

/** Cases on one page of the list. */
export const pageSize = 25

/** Claims beside their disproofs, one row a case. */
export function CaseRows({ cases, isStale }: { cases: readonly CaseRow[]; isStale: boolean }) {
  return (
    <RuledList wide className={styles['rows']} aria-busy={isStale}>
      {cases.map((one) => (
        <li key={one.id}>
          <ClaimBlock case={one} layout="beside" level={3} />
        </li>
      ))}
    </RuledList>
  )
}

/** Newer and older pages. */
export function Paging({ page, total }: { page: number; total: number }) {
  const last = Math.max(1, Math.ceil(total / pageSize))
  if (last === 1) return null
  const search = (target: number) => (before: Record<string, unknown>) => ({ ...before, page: target === 1 ? undefined : `${target}` })
  return (
    <nav className={styles['bar']} aria-label="Pages">
      {page > 1 ? (
        <Link to="/cases" search={search(page - 1)} className={buttonClass()} rel="prev">
          <ChevronLeft size={15} aria-hidden /> Newer
        </Link>
      ) : (
        <span />
      )}
      <span className={styles['quiet']}>
        page {page} of {last.toLocaleString('en')}
      </span>
      {page < last ? (
        <Link to="/cases" search={search(page + 1)} className={buttonClass()} rel="next">
          Older <ChevronRight size={15} aria-hidden />
        </Link>
      ) : (
        <span />
      )}
    </nav>
  )
}

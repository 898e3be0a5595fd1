import { clsx } from 'clsx'
import type { RowCounts } from '#graph-schema/api/imports.ts'
import styles from './report.module.css'

function Term({ count, words, tone }: { count: number; words: string; tone?: 'rejected' | undefined }) {
  return (
    <span className={clsx(styles['term'], tone === 'rejected' && count > 0 && styles['rejected'])}>
      <b>{count.toLocaleString('en')}</b> <span>{words}</span>
    </span>
  )
}

/** Rows read = new + merged + rejected: every row is told once. `isTrial`: what would be. */
export function RowEquation({ rows, isTrial = false }: { rows: RowCounts; isTrial?: boolean }) {
  return (
    <p className={styles['equation']}>
      <Term count={rows.read} words={rows.read === 1 ? 'row read' : 'rows read'} /> <span className={styles['sign']}>=</span>{' '}
      <Term count={rows.accepted} words={isTrial ? 'would be new' : 'new'} /> <span className={styles['sign']}>+</span>{' '}
      <Term count={rows.merged} words={isTrial ? 'would merge into known cases' : 'merged into known cases'} /> <span className={styles['sign']}>+</span>{' '}
      <Term count={rows.rejected} words="rejected" tone="rejected" />
    </p>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { importCasesQuery, type ImportCase } from '#web/api/import-cases.ts'
import { Button } from '#web/ui/button.tsx'
import { type Column, DataTable } from '#web/ui/data-table.tsx'
import { ErrorState } from '#web/ui/error-state.tsx'
import { FactList } from '#web/ui/fact-list.tsx'
import { CaseLink } from '#web/ui/node-links.tsx'
import { SkeletonLines } from '#web/ui/skeleton.tsx'
import { counted } from '../files/plan-words.ts'
import styles from './import.module.css'

const pageSize = 25

const disproofWords = { full: 'with disproof', thin: 'thin disproof', missing: 'disproof not imported' } as const

function Raw({ raw }: { raw: ImportCase['raw'] }) {
  const entries = Object.entries(raw)
  if (entries.length === 0) return null
  return (
    <details className={styles['raw']}>
      <summary>The row as it stood ({counted(entries.length, 'value', 'values')})</summary>
      <FactList facts={entries.map(([label, value]) => ({ label, value: value === '' ? <span className={styles['quiet']}>empty</span> : value }))} />
    </details>
  )
}

const columns: readonly Column<ImportCase>[] = [
  { id: 'row', header: 'Row', numeric: true, cell: (row) => row.row.toLocaleString('en') },
  { id: 'title', header: 'Case', isRowHeader: true, cell: (row) => <div className={styles['case']}><CaseLink id={row.id}>Claim: {row.title}</CaseLink><Raw raw={row.raw} /></div> },
  { id: 'disproof', header: 'Disproof', cell: (row) => <span className={styles['nowrap']}>{disproofWords[row.disproofState]}</span> },
  { id: 'date', header: 'Date', cell: (row) => (row.publishedOn === null ? <span className={styles['quiet']}>undated</span> : <time dateTime={row.publishedOn}>{row.publishedOn}</time>) },
  { id: 'others', header: 'Stated also by', cell: (row) => <span className={styles['nowrap']}>{row.others === 0 ? 'no other import' : counted(row.others, 'other import', 'other imports')}</span> },
]

/** The cases that an import states, in the file's order, each with its row as it stood. */
export function ImportRows({ id }: { id: string }) {
  const [offset, setOffset] = useState(0)
  const answer = useQuery(importCasesQuery(id, { limit: pageSize, offset }))
  if (answer.isError) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
  if (answer.data === undefined) return <SkeletonLines label="Loading cases" lines={8} />
  const { cases, total } = answer.data
  if (total === 0) return <p className={styles['quiet']}>This import states no case.</p>
  return (
    <div className={styles['stack']}>
      <DataTable caption="Each row of the file that states a case, with the case it belongs to." columns={columns} rows={cases} keyOf={(row) => `${row.row} ${row.id}`} />
      {total > pageSize && (
        <div className={styles['row']}>
          <Button size="small" isDisabled={offset === 0} onPress={() => setOffset(Math.max(0, offset - pageSize))}>
            Earlier rows
          </Button>
          <span className={styles['quiet']} role="status">
            {(offset + 1).toLocaleString('en')} to {(offset + cases.length).toLocaleString('en')} of {total.toLocaleString('en')}
          </span>
          <Button size="small" isDisabled={offset + cases.length >= total} onPress={() => setOffset(offset + pageSize)}>
            Later rows
          </Button>
        </div>
      )}
    </div>
  )
}

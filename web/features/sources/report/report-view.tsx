import { useState } from 'react'
import type { RowCounts } from '#graph-schema/api/imports.ts'
import type { ImportReport } from '#graph-schema/api/jobs.ts'
import { type TabEntry, Tabs } from '#web/ui/tabs.tsx'
import { CleaningsList } from './cleanings-list.tsx'
import { ColumnsTable } from './columns-table.tsx'
import { CreatedList } from './created-list.tsx'
import { ProblemsList } from './problems-list.tsx'
import { RowEquation } from './row-equation.tsx'
import styles from './report.module.css'

export interface Accounting {
  rows: RowCounts
  /** Null where nobody counted what was new, as on the page of an import. */
  created: ImportReport['created'] | null
  cleanings: ImportReport['cleanings']
  columns: ImportReport['columns']
  problems: ImportReport['problems']
  problemCount: number
}

export interface ReportViewProps {
  accounting: Accounting
  /** What would be, not what is. */
  isTrial?: boolean
  findings: string | null
  /** Tabs that stand before those of the accounting. */
  before?: readonly TabEntry[]
}

const sum = (counts: readonly { count: number }[]) => counts.reduce((total, { count }) => total + count, 0)

function Label({ words, count }: { words: string; count: number }) {
  return (
    <>
      {words} <span className={styles['count']}>{count.toLocaleString('en')}</span>
    </>
  )
}

/** The accounting of a file: the sum of its rows, and behind tabs what is new, what is wrong, what was tidied, and each column. */
export function ReportView({ accounting, isTrial = false, findings, before = [] }: ReportViewProps) {
  const { rows, created, cleanings, columns, problems, problemCount } = accounting
  const tabs: TabEntry[] = [
    ...before,
    ...(created === null ? [] : [{ id: 'new', label: <Label words="New in the graph" count={sum(created)} />, content: <CreatedList created={created} isTrial={isTrial} /> }]),
    { id: 'problems', label: <Label words="Problems" count={problemCount} />, content: <ProblemsList problems={problems} count={problemCount} findings={findings} /> },
    { id: 'tidied', label: <Label words="Tidied" count={sum(cleanings)} />, content: <CleaningsList cleanings={cleanings} /> },
    { id: 'columns', label: <Label words="Columns" count={columns.length} />, content: <ColumnsTable columns={columns} came={rows.accepted + rows.merged} /> },
  ]
  const [chosen, setChosen] = useState(before[0]?.id ?? (rows.rejected > 0 ? 'problems' : 'new'))
  const isThere = tabs.some(({ id }) => id === chosen)
  return (
    <div className={styles['stack']}>
      <RowEquation rows={rows} isTrial={isTrial} />
      <Tabs label="What was found" tabs={tabs} selected={isThere ? chosen : (tabs[0]?.id ?? '')} onChange={setChosen} />
    </div>
  )
}

import type { ImportProblem } from '#graph-schema/read-result.ts'
import { Badge } from '#web/ui/badge.tsx'
import { type Column, DataTable } from '#web/ui/data-table.tsx'
import styles from './sources.module.css'

type Numbered = ImportProblem & { number: number }

const columns: readonly Column<Numbered>[] = [
  { id: 'row', header: 'Row', numeric: true, cell: (problem) => problem.row ?? 'file', sortBy: (problem) => problem.row },
  { id: 'column', header: 'Column', cell: (problem) => problem.column ?? '–', sortBy: (problem) => problem.column },
  { id: 'value', header: 'Value', cell: (problem) => <span className={styles['text']}>{problem.value ?? '–'}</span> },
  { id: 'reason', header: 'Reason', isRowHeader: true, cell: (problem) => problem.reason },
  { id: 'severity', header: 'Effect', cell: (problem) => <span className={styles['nowrap']}><Badge tone={problem.severity === 'rejected' ? 'claim' : 'notice'}>{problem.severity === 'rejected' ? 'left out' : 'kept, please check'}</Badge></span>, sortBy: (problem) => problem.severity },
]

/** What is wrong with which row and column, and what becomes of it. */
export function ProblemsTable({ problems }: { problems: readonly ImportProblem[] }) {
  const numbered = problems.map((problem, number) => ({ ...problem, number }))
  return <DataTable caption={`${problems.length} ${problems.length === 1 ? 'note' : 'notes'} on what was read`} columns={columns} rows={numbered} keyOf={(problem) => `${problem.number}`} />
}

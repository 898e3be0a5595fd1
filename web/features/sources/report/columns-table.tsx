import type { ColumnAccount } from '#graph-schema/import-plan.ts'
import { type Column, DataTable } from '#web/ui/data-table.tsx'
import styles from './report.module.css'

const figure = (value: number) => (value === 0 ? <span className={styles['quiet']}>0</span> : value.toLocaleString('en'))

/** What became of the values of each column. `came`: rows that came in, of which `filled` counts. */
export function ColumnsTable({ columns, came }: { columns: readonly ColumnAccount[]; came: number }) {
  const shown: readonly Column<ColumnAccount>[] = [
    { id: 'column', header: 'Column', isRowHeader: true, cell: (row) => <span className={styles['any']}>{row.column}</span>, sortBy: (row) => row.column },
    { id: 'filled', header: 'With a value', numeric: true, cell: (row) => figure(row.filled), sortBy: (row) => row.filled },
    { id: 'empty', header: 'Empty', numeric: true, cell: (row) => figure(Math.max(0, came - row.filled)), sortBy: (row) => came - row.filled },
    { id: 'tidied', header: 'Tidied', numeric: true, cell: (row) => figure(row.tidied), sortBy: (row) => row.tidied },
    { id: 'junk', header: 'Junk', numeric: true, cell: (row) => figure(row.junk), sortBy: (row) => row.junk },
    { id: 'problems', header: 'Problems', numeric: true, cell: (row) => figure(row.problems), sortBy: (row) => row.problems },
  ]
  if (columns.length === 0) return <p className={styles['quiet']}>There is no accounting by column of this import.</p>
  return <DataTable caption={`With a value + empty = ${came.toLocaleString('en')} rows that came in, in every column. A value that holds several names can be tidied more than once; problems count rejected rows too.`} columns={shown} rows={columns} keyOf={(row) => row.column} />
}

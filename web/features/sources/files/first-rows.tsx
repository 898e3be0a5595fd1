import { clsx } from 'clsx'
import { useState } from 'react'
import type { Look } from '#web/api/look.ts'
import { Badge } from '#web/ui/badge.tsx'
import { type Column, DataTable } from '#web/ui/data-table.tsx'
import { ToggleGroup } from '#web/ui/toggle-group.tsx'
import styles from './files.module.css'

type Row = Look['rows'][number]

const none = <span className={styles['quiet']}>–</span>
const words = (text: string | null | undefined) => (text === null || text === undefined || text === '' ? none : <div className={styles['clip']}>{text}</div>)
const list = (values: readonly string[] | undefined) => words(values?.join(' · '))

/** What is said of a row: problems, or nothing. */
function Notes({ row }: { row: Row }) {
  if (row.problems.length === 0) return none
  return (
    <ul className={clsx(styles['samples'], styles['notes'])}>
      {row.problems.map((problem) => (
        <li key={`${problem.code} ${problem.column ?? ''} ${problem.value ?? ''}`}>
          {problem.column === null ? '' : <span className={styles['any']}>{problem.column}: </span>}
          {problem.reason}
        </li>
      ))}
    </ul>
  )
}

function Title({ row }: { row: Row }) {
  if (row.case === null) return <Badge tone="claim">rejected: would not come in</Badge>
  return <span className={styles['any']}>Claim: {row.case.title}</span>
}

const rowColumn: Column<Row> = { id: 'row', header: 'Row', numeric: true, cell: (row) => row.row.toLocaleString('en') }

/** Columns of cases; those in which none of the first rows has anything are left out. */
function caseColumns(rows: readonly Row[]): Column<Row>[] {
  const optional: [string, string, (row: Row) => string | readonly string[] | null | undefined][] = [
    ['claim', 'Claim', (row) => row.case?.claim],
    ['date', 'Date', (row) => row.case?.publishedOn],
    ['issue', 'Issue', (row) => row.case?.issue?.toString()],
    ['countries', 'Countries', (row) => row.case?.countries],
    ['outlets', 'Outlets', (row) => row.case?.outlets],
    ['keywords', 'Keywords', (row) => row.case?.keywords],
    ['languages', 'Languages', (row) => row.case?.languages],
    ['address', 'Address of the case', (row) => row.case?.sourceUrl],
  ]
  const filled = optional.filter(([, , value]) => rows.some((row) => (value(row)?.length ?? 0) > 0))
  return [
    rowColumn,
    { id: 'title', header: 'Title', isRowHeader: true, cell: (row) => <Title row={row} /> },
    // What is wrong must not lie where a narrow window makes people scroll.
    ...(rows.some((row) => row.problems.length > 0) ? [{ id: 'notes', header: 'What is said of it', cell: (row: Row) => <Notes row={row} /> }] : []),
    { id: 'disproof', header: 'Disproof', cell: (row) => (row.case === null ? none : row.case.disproof === null ? <span className={styles['quiet']}>not imported</span> : words(row.case.disproof)) },
    ...filled.map(([id, header, value]): Column<Row> => ({ id, header, cell: (row) => { const found = value(row); return typeof found === 'string' ? words(found) : list(found ?? []) } })),
  ]
}

function rawColumns(columns: readonly string[], rows: readonly Row[]): Column<Row>[] {
  const present = columns.filter((column) => rows.some(({ raw }) => Object.hasOwn(raw, column)))
  return [
    rowColumn,
    ...present.map((column): Column<Row> => ({ id: `raw ${column}`, header: column, cell: (row) => words(Object.hasOwn(row.raw, column) ? row.raw[column] : null) })),
    ...(rows.some((row) => Object.keys(row.raw).length === 0) ? [{ id: 'notes', header: 'What is said of it', cell: (row: Row) => <Notes row={row} /> }] : []),
  ]
}

/** The first rows of a file, as they would come in and as they stand. */
export function FirstRows({ look, columns }: { look: Look; columns: readonly string[] }) {
  const [as, setAs] = useState<'cases' | 'raw'>('cases')
  const rows = look.rows
  if (rows.length === 0) return <p className={styles['notice']}>No row can be read in this way.</p>
  const caption = as === 'cases' ? `The first ${rows.length} as cases. These are claims; the disproof stands beside each, or the words that there is none.` : `The first ${rows.length} as they stand in the file. These are claims as the file has them, with whatever disproof it brings.`
  return (
    <div className={styles['stack']}>
      <div className={styles['between']}>
        <h3>First rows</h3>
        <ToggleGroup
          label="First rows"
          options={[
            { value: 'cases', label: 'As they would come in' },
            { value: 'raw', label: 'As they stand' },
          ]}
          value={as}
          onChange={setAs}
        />
      </div>
      <div className={styles['wideTable']}>
        <DataTable key={as} caption={caption} columns={as === 'cases' ? caseColumns(rows) : rawColumns(columns, rows)} rows={rows} keyOf={(row) => `${row.row}`} />
      </div>
    </div>
  )
}

import { clsx } from 'clsx'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { Button } from './button.tsx'
import styles from './data-table.module.css'
import { sortRows, type SortKey } from './sort-rows.ts'

export interface Column<Row> {
  id: string
  header: string
  cell: (row: Row) => ReactNode
  /** Makes the column sortable. Null sorts last in both directions. */
  sortBy?: (row: Row) => SortKey
  numeric?: boolean
  /** The cell that names the row. */
  isRowHeader?: boolean
}

export interface DataTableProps<Row> {
  /** Says what the table holds; always there, seen or not. */
  caption: ReactNode
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  initialSort?: { column: string; descending: boolean }
  isSelected?: (row: Row) => boolean
  /** Lists so many rows at first; a button brings as many more. */
  mostRows?: number
}

/** A plain table whose headers sort it. The twin of every picture. */
export function DataTable<Row>({ caption, columns, rows, keyOf, initialSort, isSelected, mostRows = Infinity }: DataTableProps<Row>) {
  const captionId = useId()
  const [sort, setSort] = useState(initialSort ?? null)
  const sortBy = columns.find((column) => column.id === sort?.column)?.sortBy
  const [pages, setPages] = useState(1)
  const sorted = sort === null || sortBy === undefined ? rows : sortRows(rows, sortBy, sort.descending)
  const listed = sorted.slice(0, pages * mostRows)
  const left = sorted.length - listed.length
  return (
    <div className={styles['scroll']} tabIndex={0} role="region" aria-labelledby={captionId}>
      <table className={styles['table']}>
        <caption id={captionId}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => {
              const isSorted = sort?.column === column.id
              const Arrow = sort?.descending === true ? ArrowDown : ArrowUp
              return (
                <th key={column.id} scope="col" className={clsx(column.numeric === true && styles['numeric'])} aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : undefined}>
                  {column.sortBy === undefined ? (
                    column.header
                  ) : (
                    <button type="button" className={clsx(styles['sort'], isSorted && styles['sorted'])} onClick={() => setSort({ column: column.id, descending: isSorted ? !sort.descending : column.numeric === true })}>
                      {column.header}
                      {isSorted && <Arrow size={12} aria-hidden />}
                    </button>
                  )}
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {listed.map((row) => (
            <tr key={keyOf(row)} data-selected={isSelected?.(row) === true ? '' : undefined}>
              {columns.map((column) => {
                const content = column.cell(row)
                const name = clsx(column.numeric === true && styles['numeric'])
                return column.isRowHeader === true ? (
                  <th key={column.id} scope="row" className={name}>
                    {content}
                  </th>
                ) : (
                  <td key={column.id} className={name}>
                    {content}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 && (
        <p className={styles['more']}>
          {listed.length.toLocaleString('en')} of {sorted.length.toLocaleString('en')} are listed.{' '}
          <Button size="small" onPress={() => setPages(pages + 1)}>
            List {Math.min(left, mostRows).toLocaleString('en')} more
          </Button>
        </p>
      )}
    </div>
  )
}

import { type ReactNode, useState } from 'react'
import { Button } from '#web/ui/button.tsx'
import { type Column, DataTable } from '#web/ui/data-table.tsx'
import styles from './dossier.module.css'

export interface LongTableProps<Row> {
  caption: ReactNode
  columns: readonly Column<Row>[]
  /** In the order to start with. */
  rows: readonly Row[]
  keyOf: (row: Row) => string
  /** How many to show at first. */
  first?: number
}

/** A table that starts with its first rows. Once all of them are shown it can be sorted by its headers. */
export function LongTable<Row>({ caption, columns, rows, keyOf, first = 8 }: LongTableProps<Row>) {
  const [isOpen, setOpen] = useState(false)
  const isCut = !isOpen && rows.length > first
  const shownColumns = isCut ? columns.map(({ sortBy: _sortBy, ...column }) => column) : columns
  return (
    <>
      <DataTable key={isCut ? 'cut' : 'all'} caption={caption} columns={shownColumns} rows={isCut ? rows.slice(0, first) : rows} keyOf={keyOf} />
      {rows.length > first && (
        <div className={styles['more']}>
          <Button size="small" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
            {isOpen ? `Show the first ${first}` : `Show all ${rows.length}`}
          </Button>
        </div>
      )}
    </>
  )
}

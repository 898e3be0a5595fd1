import type { Counted } from '#graph-schema/api/narratives.ts'
import { type Column, DataTable } from '#web/ui/data-table.tsx'
import { manyOf } from './counted-words.ts'
import styles from './landscape-table.module.css'
import type { LandscapeRow } from './rows.ts'

export interface LandscapeTableProps {
  rows: readonly LandscapeRow[]
  by: 'month' | 'issue'
  counted: Counted
  nameOfHead: (id: string | null) => string
  hasWaves: boolean
  windowWords: string | null
  selected: string | undefined
  onSelect: (id: string) => void
}

/** The picture's twin: the same narratives as rows of figures. */
export function LandscapeTable({ rows, by, counted, nameOfHead, hasWaves, windowWords, selected, onSelect }: LandscapeTableProps) {
  const columns: Column<LandscapeRow>[] = [
    {
      id: 'name',
      header: 'Narrative',
      isRowHeader: true,
      sortBy: (row) => row.data.name,
      cell: (row) => (
        <button type="button" className={styles['link']} aria-pressed={row.data.id === selected} onClick={() => onSelect(row.data.id)}>
          {row.data.name}
        </button>
      ),
    },
    { id: 'theme', header: 'Theme', sortBy: (row) => nameOfHead(row.data.head), cell: (row) => nameOfHead(row.data.head) },
    { id: 'cases', header: counted === 'cases' ? 'Cases' : 'Distinct claims', numeric: true, sortBy: (row) => row.data.cases, cell: (row) => row.data.cases },
    ...(windowWords === null ? [] : [{ id: 'window', header: 'In the window', numeric: true, sortBy: (row: LandscapeRow) => row.inWindow, cell: (row: LandscapeRow) => row.inWindow }]),
    { id: 'keyword', header: 'By keyword only', numeric: true, sortBy: (row) => row.data.sourceTagOnly, cell: (row) => row.data.sourceTagOnly },
    { id: 'years', header: by === 'month' ? `Years with ${manyOf(counted)}` : `Issues with ${manyOf(counted)}`, numeric: true, sortBy: (row) => row.times, cell: (row) => row.times },
    ...(hasWaves ? [{ id: 'waves', header: 'Waves', numeric: true, sortBy: (row: LandscapeRow) => row.data.waves.length, cell: (row: LandscapeRow) => row.data.waves.length }] : []),
    { id: 'earliest', header: 'Earliest recorded here', sortBy: (row) => row.data.earliest, cell: (row) => row.data.earliest ?? 'undated' },
    { id: 'latest', header: 'Latest recorded here', sortBy: (row) => row.data.latest, cell: (row) => row.data.latest ?? 'undated' },
    { id: 'unplaced', header: 'Not on the axis', numeric: true, sortBy: (row) => row.data.unplaced, cell: (row) => row.data.unplaced },
  ]
  return (
    <div className={styles['tableWrap']}>
      <DataTable
        caption={`Narratives and the ${manyOf(counted)} that carry them${windowWords === null ? '' : `; time window ${windowWords}`}`}
        columns={columns}
        rows={rows}
        keyOf={(row) => row.data.id}
        initialSort={{ column: 'cases', descending: true }}
        isSelected={(row) => row.data.id === selected}
      />
    </div>
  )
}

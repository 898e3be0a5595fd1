import { type CaseField, caseFields, caseFieldWords } from '#graph-schema/case-fields.ts'
import type { Look } from '#web/api/look.ts'
import { type Column, DataTable } from '#web/ui/data-table.tsx'
import { SelectField } from '#web/ui/select-field.tsx'
import styles from './files.module.css'

const options = [
  { value: 'raw' as const, label: `${caseFieldWords.raw.name} (kept, not read)` },
  ...caseFields.filter((field) => field !== 'raw').map((field) => ({ value: field, label: `${caseFieldWords[field].name}${caseFieldWords[field].isList ? ' (list)' : ''}` })),
]

/** The first different values of a column. */
function samplesOf(column: string, rows: Look['rows']): string[] {
  return [...new Set(rows.flatMap(({ raw }) => (Object.hasOwn(raw, column) ? [(raw[column] ?? '').trim()] : [])))].filter((value) => value !== '').slice(0, 3)
}

export interface MappingTableProps {
  columns: readonly string[]
  rows: Look['rows']
  mapping: Readonly<Record<string, CaseField>>
  onChange: (mapping: Record<string, CaseField>) => void
}

interface Row {
  column: string
  field: CaseField
  samples: string[]
}

/** Which column is which field of a case. A column that is mapped to nothing is kept with the row and not read. */
export function MappingTable({ columns, rows, mapping, onChange }: MappingTableProps) {
  const change = (column: string, field: CaseField) => {
    const next = { ...mapping }
    if (field === 'raw') delete next[column]
    else next[column] = field
    // A case has one title: it moves to where it was put last.
    if (field === 'title') for (const other of Object.keys(next)) if (other !== column && next[other] === 'title') delete next[other]
    onChange(next)
  }
  const shown: readonly Column<Row>[] = [
    { id: 'column', header: 'Column of the file', isRowHeader: true, cell: (row) => <span className={styles['any']}>{row.column}</span> },
    {
      id: 'samples',
      header: 'First values',
      cell: (row) =>
        row.samples.length === 0 ? (
          <span className={styles['quiet']}>empty in the first rows</span>
        ) : (
          <ul className={styles['samples']}>
            {row.samples.map((value) => (
              <li key={value} className={styles['clip']}>
                {value}
              </li>
            ))}
          </ul>
        ),
    },
    {
      id: 'field',
      header: 'Is of a case',
      cell: (row) => (
        <div className={styles['field']}>
          <SelectField label={`What the column ${row.column} is`} hideLabel options={options} value={row.field} onChange={(field) => change(row.column, field)} />
          <span className={styles['quiet']}>{caseFieldWords[row.field].means}</span>
        </div>
      ),
    },
  ]
  const mapped = columns.filter((column) => Object.hasOwn(mapping, column)).length
  return (
    <DataTable
      caption={`${mapped} of ${columns.length} columns are read; the others are kept with each row as they stand.`}
      columns={shown}
      rows={columns.map((column) => ({ column, field: Object.hasOwn(mapping, column) ? (mapping[column] ?? 'raw') : 'raw', samples: samplesOf(column, rows) }))}
      keyOf={(row) => row.column}
    />
  )
}

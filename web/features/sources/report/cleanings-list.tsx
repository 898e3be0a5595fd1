import type { CleaningGroup } from '#graph-schema/import-plan.ts'
import { DataTable, type Column } from '#web/ui/data-table.tsx'
import { RuledList } from '#web/ui/ruled-list.tsx'
import { counted } from '../files/plan-words.ts'
import { cleaningWords } from './cleaning-words.ts'
import styles from './report.module.css'

type Example = CleaningGroup['examples'][number]

const columns: readonly Column<Example>[] = [
  { id: 'row', header: 'Row', numeric: true, cell: (example) => example.row.toLocaleString('en') },
  { id: 'column', header: 'Column', cell: (example) => <span className={styles['any']}>{example.column}</span> },
  { id: 'value', header: 'As it stood', isRowHeader: true, cell: (example) => <span className={styles['any']}>{example.value}</span> },
  { id: 'became', header: 'Became', cell: (example) => (example.became === null ? <span className={styles['quiet']}>not stored</span> : <span className={styles['any']}>{example.became}</span>) },
]

/** What was tidied, a sort of tidying a line, with examples. The raw value stays with the row in every case. */
export function CleaningsList({ cleanings }: { cleanings: readonly CleaningGroup[] }) {
  if (cleanings.length === 0) return <p className={styles['quiet']}>Nothing had to be tidied.</p>
  return (
    <div className={styles['stack']}>
      <p className={styles['quiet']}>Each row keeps its values as they stood.</p>
      <RuledList>
        {cleanings.map((group) => (
          <li key={group.code}>
            <details>
              <summary>
                <b>{group.count.toLocaleString('en')}</b> {cleaningWords(group.code)}
              </summary>
              <DataTable caption={`${counted(group.examples.length, 'example', 'examples')} of ${group.count.toLocaleString('en')}`} columns={columns} rows={group.examples} keyOf={(example) => `${example.row} ${example.column} ${example.value}`} />
            </details>
          </li>
        ))}
      </RuledList>
    </div>
  )
}

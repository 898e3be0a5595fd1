import type { Moved } from '#graph-schema/api/taxonomy.ts'
import { tierWords } from '#graph-schema/evidence.ts'
import { DataTable } from '#web/ui/data-table.tsx'
import { Panel } from '#web/ui/panel.tsx'
import styles from './review.module.css'

type Row = Moved['byNarrative'][number]

const changed = ({ tiers }: Row) => tiers.reduce((sum, { cases }) => sum + cases, 0)

/** What moves of one narrative, in a line; what does not is left out. */
function inWords(row: Row): string {
  const parts = [row.added > 0 ? `${row.added.toLocaleString('en')} added` : null, row.dropped > 0 ? `${row.dropped.toLocaleString('en')} dropped` : null, changed(row) > 0 ? `${changed(row).toLocaleString('en')} surer or less sure` : null]
  return parts.filter((part) => part !== null).join(', ')
}

/** What a change of the taxonomy would move, by narrative. Beside other panels, where a table would be cut, `isNarrow` tells it in lines. */
export function WhatMoves({ moved, isNarrow = false }: { moved: Moved; isNarrow?: boolean }) {
  const { cases, added, dropped, tierChanged, byNarrative } = moved
  return (
    <Panel title="What would move" aside={`over ${cases.toLocaleString('en')} cases; what people decided stays`}>
      {byNarrative.length === 0 ? (
        <p className={styles['quiet']}>No link would be added, dropped, surer or less sure.</p>
      ) : (
        <div className={styles['stack']}>
          <p>
            <strong>{added.toLocaleString('en')}</strong> {added === 1 ? 'link' : 'links'} added, <strong>{dropped.toLocaleString('en')}</strong> dropped, <strong>{tierChanged.toLocaleString('en')}</strong> surer or less sure.
          </p>
          {isNarrow ? (
            <ul className={styles['others']} aria-label="Changes by narrative">
              {byNarrative.map((row) => (
                <li key={row.id}>
                  {row.name} <span className={styles['quiet']}>{inWords(row)}</span>
                </li>
              ))}
            </ul>
          ) : (
            <DataTable
              caption="Changes by narrative"
              rows={byNarrative}
              keyOf={({ id }) => id}
              columns={[
                { id: 'name', header: 'Narrative', isRowHeader: true, cell: ({ name }) => name, sortBy: ({ name }) => name },
                { id: 'added', header: 'Added', numeric: true, cell: (row) => row.added.toLocaleString('en'), sortBy: (row) => row.added },
                { id: 'dropped', header: 'Dropped', numeric: true, cell: (row) => row.dropped.toLocaleString('en'), sortBy: (row) => row.dropped },
                { id: 'changed', header: 'Surer or less sure', numeric: true, cell: (row) => changed(row).toLocaleString('en'), sortBy: changed },
                { id: 'how', header: 'How', cell: ({ tiers }) => <span className={styles['quiet']}>{tiers.map(({ before, after, cases: count }) => `${count} from “${tierWords[before]}” to “${tierWords[after]}”`).join('; ')}</span> },
              ]}
            />
          )}
        </div>
      )}
    </Panel>
  )
}

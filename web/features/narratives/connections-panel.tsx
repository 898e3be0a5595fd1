import { clsx } from 'clsx'
import type { Column } from '#web/ui/data-table.tsx'
import { ExploreLink, NarrativeLink } from '#web/ui/node-links.tsx'
import { KindMark } from '#web/ui/kind-mark.tsx'
import { Panel } from '#web/ui/panel.tsx'
import { VisuallyHidden } from '#web/ui/visually-hidden.tsx'
import styles from './dossier.module.css'
import { LongTable } from './long-table.tsx'
import { type Connection, type Dossier, liftWords, noLift } from './words.ts'

/** Below this many shared cases a row is greyed: too few to say much. */
const few = 5

/** The narratives that share cases with this one, against chance where chance can be judged. */
export function ConnectionsPanel({ dossier }: { dossier: Dossier }) {
  const { connections } = dossier
  const { id, name } = dossier.narrative
  const isJudged = connections.some((connection) => connection.lift !== null)
  const columns: readonly Column<Connection>[] = [
    {
      id: 'name',
      header: 'Narrative',
      isRowHeader: true,
      cell: (connection) => (
        <span className={styles['named']}>
          <KindMark kind="Narrative" size={11} />
          <NarrativeLink id={connection.id}>{connection.name}</NarrativeLink>
        </span>
      ),
      sortBy: (connection) => connection.name,
    },
    { id: 'shared', header: 'Shared cases', numeric: true, cell: (connection) => <span className={clsx(connection.shared < few && styles['small'])}>{connection.shared.toLocaleString('en')}</span>, sortBy: (connection) => connection.shared },
    ...(isJudged
      ? [{ id: 'lift', header: 'Against chance', numeric: true, cell: (connection: Connection) => <span className={clsx((connection.shared < few || connection.lift === null) && styles['small'])}>{liftWords(connection)}</span>, sortBy: (connection: Connection) => connection.lift }]
      : []),
    {
      id: 'explore',
      header: 'On the canvas',
      cell: (connection) => (
        <ExploreLink id={`${id},${connection.id}`} className={styles['indent']}>
          show both<VisuallyHidden>: with {connection.name}</VisuallyHidden>
        </ExploreLink>
      ),
    },
  ]
  return (
    <Panel title="Shares cases with" aside={isJudged ? 'ordered against chance' : 'ordered by shared cases'}>
      {connections.length === 0 ? (
        <p className={styles['quiet']}>No case here carries {name} together with another narrative outside its own family.</p>
      ) : (
        <>
          <LongTable caption={`Cases that carry both. Fewer than ${few} are greyed: too few to say much.`} columns={columns} rows={connections} keyOf={(connection) => connection.id} />
          {!isJudged && <p className={styles['note']}>How much of this is more than {noLift}. Its own head and sub-narratives are left out; they share cases by construction.</p>}
        </>
      )}
    </Panel>
  )
}

import { useQuery } from '@tanstack/react-query'
import { clsx } from 'clsx'
import type { Counted } from '#graph-schema/api/narratives.ts'
import { dossierQuery } from '#web/api/dossier.ts'
import { countOf } from './counted-words.ts'
import styles from './side-panel.module.css'

export interface Connection {
  id: string
  name: string
  shared: number
  lift: number | null
  low: number | null
  high: number | null
}

const shownMost = 7
/** Below this many shared cases a lift is printed in grey. */
const smallNumber = 5

function wordsFor(counted: Counted, hasLift: boolean, complete: boolean, isPending: boolean): string {
  if (counted === 'claims') return 'Counts of shared distinct claims; the lift against chance is taken over cases.'
  if (hasLift) return 'Ordered by lift against chance, with its 95 % interval. Few cases are grey.'
  if (!complete) return 'Counts of shared cases. The sample was selected, so nothing is said of chance.'
  return isPending ? 'Counts of shared cases; the lift against chance is being worked out.' : 'Counts of shared cases. No lift against chance could be had for it.'
}

/** What the narrative shares cases with: against chance over complete corpora, plain counts over samples. Counts stand until the lift is there. */
export function Connections({ id, counted, counts, complete, onSelect }: { id: string; counted: Counted; counts: readonly Connection[]; complete: boolean; onSelect: (id: string) => void }) {
  const dossier = useQuery({ ...dossierQuery(id), enabled: complete && counted === 'cases' })
  const all = complete && counted === 'cases' && dossier.data !== undefined ? dossier.data.connections : counts
  const shown = all.slice(0, shownMost)
  const hasLift = shown.some((entry) => entry.lift !== null)
  const most = Math.max(...shown.map((entry) => (hasLift ? (entry.lift ?? 0) : entry.shared)), 1)
  if (shown.length === 0) return <p className={styles['muted']}>No other narrative shares a {counted === 'cases' ? 'case' : 'claim'} with it here.</p>
  return (
    <div className={styles['stack']}>
      <ul className={styles['shared']}>
        {shown.map((entry) => (
          <li key={entry.id}>
            <button type="button" onClick={() => onSelect(entry.id)}>
              {entry.name}
            </button>
            <span className={styles['bar']} style={{ width: `${((hasLift ? (entry.lift ?? 0) : entry.shared) / most) * 100}%` }} aria-hidden />
            <span className={clsx(styles['figure'], entry.shared < smallNumber && styles['small'])}>
              {countOf(entry.shared, counted)}
              {entry.lift !== null && `, ${entry.lift.toFixed(1)}× chance`}
              {entry.low !== null && entry.high !== null && ` (${entry.low.toFixed(1)}–${entry.high.toFixed(1)})`}
            </span>
          </li>
        ))}
      </ul>
      <p className={styles['muted']}>{wordsFor(counted, hasLift, complete, dossier.isPending)}</p>
    </div>
  )
}

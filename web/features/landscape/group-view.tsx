import { useId, type ReactNode } from 'react'
import columnStyles from './columns.module.css'
import styles from './group.module.css'
import { HeadLane } from './lane.tsx'
import type { LandscapeGroup } from './rows.ts'
import nameStyles from './name.module.css'
import type { TimeAxis } from './time-axis.ts'

export interface GroupViewProps {
  group: LandscapeGroup
  axis: TimeAxis
  hasAreas: boolean
  onSelect: (id: string) => void
  children: ReactNode
}

const headHeight = 22

/** A theme: its head with the total of its narratives, each case counted once, then the rows; narratives without a case are named. */
export function GroupView({ group, axis, hasAreas, onSelect, children }: GroupViewProps) {
  const id = useId()
  const { head } = group
  return (
    <section aria-labelledby={head === null ? undefined : id} aria-label={head === null ? 'Narratives' : undefined} className={styles['group']}>
      {head !== null && (
        <div className={styles['head']}>
          <h3 id={id}>
            <button type="button" className={nameStyles['name']} onClick={() => onSelect(head.data.id)} title={head.data.name}>
              <span className={nameStyles['text']}>{head.data.name}</span>
              <span className={nameStyles['count']}>{head.data.cases}</span>
            </button>
          </h3>
          <HeadLane axis={axis} row={head.data} height={headHeight} effort={hasAreas} />
          <div className={columnStyles['note']} />
        </div>
      )}
      <ul>{children}</ul>
      {group.empty.length > 0 && (
        <p className={styles['emptyNames']}>
          No case here carries: {group.empty.map((row) => row.data.name).join(', ')}.
        </p>
      )}
    </section>
  )
}

import { Fragment, type ReactNode } from 'react'
import styles from './fact-list.module.css'

/** One fact: its name and what is known; null says that nothing is, and the line is left out. */
export interface Fact {
  label: string
  value: ReactNode
}

/** Facts as pairs of name and value. */
export function FactList({ facts }: { facts: readonly (Fact | null)[] }) {
  return (
    <dl className={styles['facts']}>
      {facts.map((fact) =>
        fact === null ? null : (
          <Fragment key={fact.label}>
            <dt>{fact.label}</dt>
            <dd>{fact.value}</dd>
          </Fragment>
        ),
      )}
    </dl>
  )
}

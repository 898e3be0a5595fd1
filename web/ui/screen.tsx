import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import styles from './screen.module.css'

/** A reading screen: the browser's title and one centred column of cards. `wide` gives lists with a side bar more room. */
export function Screen({ title, wide = false, children }: { title: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className={clsx(styles['screen'], wide && styles['wide'])}>
      <title>{`${title} · Throughline`}</title>
      {children}
    </div>
  )
}

export interface ScreenHeadProps {
  title: ReactNode
  /** Where this stands: a line above the title. */
  trail?: ReactNode
  /** One or two sentences under the title. */
  lead?: ReactNode
  /** Buttons and links at the right. */
  actions?: ReactNode
}

/** The head of a reading screen. */
export function ScreenHead({ title, trail, lead, actions }: ScreenHeadProps) {
  return (
    <header className={styles['head']}>
      <div className={styles['words']}>
        {trail !== undefined && <div className={styles['trail']}>{trail}</div>}
        <h1>{title}</h1>
        {lead !== undefined && <p className={styles['lead']}>{lead}</p>}
      </div>
      {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
    </header>
  )
}

/** Main column and side column; one column below 980 px. */
export function ScreenColumns({ main, side }: { main: ReactNode; side: ReactNode }) {
  return (
    <div className={styles['columns']}>
      <div className={styles['column']}>{main}</div>
      <div className={styles['column']}>{side}</div>
    </div>
  )
}

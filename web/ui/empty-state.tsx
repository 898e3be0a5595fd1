import { useId, type ReactNode } from 'react'
import styles from './state.module.css'

export interface EmptyStateProps {
  /** What is empty. */
  title: string
  /** Why it is empty. */
  why: ReactNode
  /** 1 where it is the whole page. */
  level?: 1 | 2
  /** The next step: a button or link. */
  children?: ReactNode
}

/** Says why nothing is here and what to do next. */
export function EmptyState({ title, why, level = 2, children }: EmptyStateProps) {
  const id = useId()
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <section className={styles['state']} aria-labelledby={id}>
      <Heading id={id}>{title}</Heading>
      <p className={styles['muted']}>{why}</p>
      {children !== undefined && <div className={styles['actions']}>{children}</div>}
    </section>
  )
}

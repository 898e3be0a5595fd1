import { clsx } from 'clsx'
import { type ReactNode, useId } from 'react'
import styles from './panel.module.css'

/** A plain card: the second of the two surfaces. */
export function Card({ children, className }: { children: ReactNode; className?: string | undefined }) {
  return <div className={clsx(styles['card'], className)}>{children}</div>
}

export interface PanelProps {
  title: ReactNode
  /** Heading level; panels on a page are 2 by default. */
  level?: 2 | 3
  /** Stands at the right of the heading: a count, a switch. */
  aside?: ReactNode
  children: ReactNode
  className?: string
}

/** A card with a heading that names it as a region. */
export function Panel({ title, level = 2, aside, children, className }: PanelProps) {
  const id = useId()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section aria-labelledby={id} className={clsx(styles['card'], styles['panel'], className)}>
      <div className={styles['heading']}>
        <Heading id={id}>{title}</Heading>
        {aside !== undefined && <span className={styles['note']}>{aside}</span>}
      </div>
      {children}
    </section>
  )
}

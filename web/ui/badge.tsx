import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import styles from './badge.module.css'

export type BadgeTone = 'neutral' | 'accent' | 'notice' | 'claim' | 'disproof'

/** One or two words about a thing. */
export function Badge({ children, tone = 'neutral', title }: { children: ReactNode; tone?: BadgeTone; title?: string }) {
  return (
    <span className={clsx(styles['badge'], tone !== 'neutral' && styles[tone])} title={title}>
      {children}
    </span>
  )
}

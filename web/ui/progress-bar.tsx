import { clsx } from 'clsx'
import { Label, ProgressBar as AriaProgressBar } from 'react-aria-components'
import styles from './progress-bar.module.css'

export interface ProgressBarProps {
  /** What is under way. */
  label: string
  /** 0 to 1; null where nobody knows. */
  part: number | null
  /** In words, at the right: “40 %”, “3,000 rows”. Read out too. */
  words: string
}

/** How far something is. */
export function ProgressBar({ label, part, words }: ProgressBarProps) {
  const filled = part === null ? 100 : Math.round(part * 1000) / 10
  return (
    <AriaProgressBar className={styles['progress'] ?? ''} value={filled} isIndeterminate={part === null} valueLabel={words}>
      <span className={styles['words']}>
        <Label>{label}</Label>
        <span className={styles['value']}>{words}</span>
      </span>
      <svg className={styles['track']} aria-hidden focusable="false" preserveAspectRatio="none" viewBox="0 0 100 1">
        {/* A rect of its own for each: the full one of “nobody knows” must not shrink to where it is, as if most of it were done. */}
        <rect key={part === null ? 'unknown' : 'known'} className={clsx(styles['fill'], part === null && styles['unknown'])} width={filled} height={1} />
      </svg>
    </AriaProgressBar>
  )
}

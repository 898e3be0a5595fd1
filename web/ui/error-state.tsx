import { clsx } from 'clsx'
import { type Sent, toDisplayError } from '#web/to-display-error.ts'
import { Button } from './button.tsx'
import styles from './state.module.css'

export interface ErrorStateProps {
  error: unknown
  /** Asks again; shown only where that can help. */
  onRetry?: () => void
  /** Words for a fault in what was sent. */
  sent?: Sent
  /** In a line, where there is little room or another place says it at length. */
  isBrief?: boolean
}

/** What happened, what is still true, what to do. */
export function ErrorState({ error, onRetry, sent, isBrief = false }: ErrorStateProps) {
  const words = toDisplayError(error, sent)
  if (isBrief) {
    return (
      <p role="alert" className={styles['brief']}>
        <strong>{words.title}.</strong> {words.stillTrue} {words.nextStep}{' '}
        {words.canRetry && onRetry !== undefined && (
          <Button variant="link" size="small" onPress={onRetry}>
            Try again
          </Button>
        )}
      </p>
    )
  }
  return (
    <div role="alert" className={clsx(styles['state'], styles['error'])}>
      <h2>{words.title}</h2>
      <p>{words.detail}</p>
      <p className={styles['muted']}>{words.stillTrue}</p>
      <p>{words.nextStep}</p>
      {words.canRetry && onRetry !== undefined && (
        <div className={styles['actions']}>
          <Button variant="primary" onPress={onRetry}>
            Try again
          </Button>
        </div>
      )}
      {words.reference !== null && <p className={styles['reference']}>Reference for the log: {words.reference}</p>}
    </div>
  )
}

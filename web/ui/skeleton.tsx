import styles from './state.module.css'
import { VisuallyHidden } from './visually-hidden.tsx'

/** One grey shape of what comes. */
export function Skeleton({ width = '100%', height = 14 }: { width?: number | string; height?: number | string }) {
  return <span className={styles['skeleton']} style={{ width, height }} aria-hidden />
}

const widths = ['92%', '78%', '85%', '64%', '88%', '71%']

/** Lines of what comes, with the words for screen readers. */
export function SkeletonLines({ label = 'Loading', lines = 4, height = 14 }: { label?: string; lines?: number; height?: number }) {
  return (
    <div className={styles['stack']} role="status">
      <VisuallyHidden>{label}</VisuallyHidden>
      {Array.from({ length: lines }, (_, index) => (
        <Skeleton key={index} width={widths[index % widths.length] ?? '80%'} height={height} />
      ))}
    </div>
  )
}

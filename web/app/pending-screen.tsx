import { SkeletonLines } from '#web/ui/skeleton.tsx'
import styles from './shell.module.css'

/** Stands while a screen's code is loading. */
export function PendingScreen() {
  return (
    <div className={styles['page']}>
      <SkeletonLines label="Loading the screen" lines={6} height={22} />
    </div>
  )
}

import { Skeleton } from '#web/ui/skeleton.tsx'
import { VisuallyHidden } from '#web/ui/visually-hidden.tsx'
import styles from './landscape-skeleton.module.css'

/** The shape of the rows to come. */
export function LandscapeSkeleton() {
  return (
    <div role="status">
      <VisuallyHidden>Loading the landscape</VisuallyHidden>
      {Array.from({ length: 14 }, (_, index) => (
        <div key={index} className={styles['skeletonRow']}>
          <Skeleton width={`${60 + ((index * 37) % 35)}%`} />
          <Skeleton height={index % 5 === 0 ? 10 : 18} />
        </div>
      ))}
    </div>
  )
}

import { Button } from '#web/ui/button.tsx'
import { LinkingBar } from '#web/ui/linking-bar.tsx'
import styles from './review.module.css'
import type { useTaxonomyChanges } from './use-taxonomy-changes.ts'

/** How far working out what moves, or linking anew, has come. The first can be stopped; the second is ended, and can be undone. Nothing while neither is under way. */
export function LinkingProgress({ changes }: { changes: ReturnType<typeof useTaxonomyChanges> }) {
  const { preview, isApplying, progress, stopPreview } = changes
  if (!preview.isPending && !isApplying) return null
  return (
    <div className={styles['stack']}>
      <LinkingBar label={isApplying ? 'Linking all cases anew' : 'Working out what moves'} progress={progress} />
      {!isApplying && (
        <div className={styles['settle']}>
          <Button size="small" onPress={stopPreview}>
            Stop
          </Button>
          <span className={styles['quiet']}>Nothing is written yet.</span>
        </div>
      )}
    </div>
  )
}

import type { TaxonomyChange } from '#graph-schema/api/taxonomy.ts'
import { Button } from '#web/ui/button.tsx'
import { ErrorState } from '#web/ui/error-state.tsx'
import { LinkingProgress } from './linking-progress.tsx'
import styles from './review.module.css'
import type { useTaxonomyChanges } from './use-taxonomy-changes.ts'
import { WhatMoves } from './what-moves.tsx'

/** A change of which it is shown what it would move. */
export interface ShownChange {
  change: TaxonomyChange
  /** What was done, once it is done. */
  words: string
  /** The narrative is gone or new afterwards. */
  isLast: boolean
}

export interface ApplyChangeProps {
  shown: ShownChange | null
  changes: ReturnType<typeof useTaxonomyChanges>
  onDone: () => void
  onLeave: () => void
}

/** What a change would move, and the choice to make it or to leave it. Nothing while none is shown, but faults. */
export function ApplyChange({ shown, changes, onDone, onLeave }: ApplyChangeProps) {
  const { preview, apply, isApplying, isGoingBack, error } = changes
  return (
    <>
      {!isGoingBack && <LinkingProgress changes={changes} />}
      {error !== null && <ErrorState error={error} sent={{ title: 'It cannot be applied as it is', nextStep: 'Put that right above and show again what would move.' }} />}
      {shown !== null && preview.data !== undefined && !preview.isPending && error === null && (
        <>
          <WhatMoves moved={preview.data} />
          <div className={styles['settle']}>
            <Button
              variant="primary"
              isDisabled={isApplying}
              onPress={() => void apply(shown.change, shown.words).then((isDone) => { if (isDone && shown.isLast) onDone() })}
            >
              {isApplying ? 'Linking all cases anew…' : 'Apply, and link all cases anew'}
            </Button>
            <Button isDisabled={isApplying} onPress={onLeave}>
              Leave it as it is
            </Button>
          </div>
        </>
      )}
    </>
  )
}

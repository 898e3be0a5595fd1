import { Link } from '@tanstack/react-router'
import { Check, CircleSlash, CornerUpRight, MessageSquareText, SkipForward, Undo2 } from 'lucide-react'
import { useCallback, useState } from 'react'
import type { ReviewItem, reviewTiers } from '#graph-schema/api/review.ts'
import { tierWords } from '#graph-schema/evidence.ts'
import { Button, buttonClass } from '#web/ui/button.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { ErrorState } from '#web/ui/error-state.tsx'
import { Card } from '#web/ui/panel.tsx'
import { ScreenColumns } from '#web/ui/screen.tsx'
import { SkeletonLines } from '#web/ui/skeleton.tsx'
import { ToggleGroup } from '#web/ui/toggle-group.tsx'
import { NoteField } from './note-field.tsx'
import { OtherNarrative } from './other-narrative.tsx'
import styles from './review.module.css'
import { ReviewAside, ReviewItemView } from './review-item.tsx'
import { type ReviewKey, useReviewKeys } from './use-review-keys.ts'
import { useQueue } from './use-queue.ts'

type ReviewTier = (typeof reviewTiers)[number]

const tierOptions: { value: ReviewTier; label: string }[] = [
  { value: 'suggested', label: 'Suggested' },
  { value: 'source-tag', label: 'By the source' },
  { value: 'pattern', label: 'By a rule' },
  { value: 'corroborated', label: 'Rule and model' },
]

type Queue = ReturnType<typeof useQueue>

function Progress({ queue }: { queue: Queue }) {
  const { shown, decidedHere } = queue
  if (shown === null) return null
  return (
    <p className={styles['progress']} role="status">
      <strong>{shown.left.toLocaleString('en')}</strong> {shown.left === 1 ? 'link' : 'links'} left
      {shown.skipped > 0 && <> · {shown.skipped.toLocaleString('en')} skipped</>} · <strong>{decidedHere.toLocaleString('en')}</strong> in this visit · {shown.decided.toLocaleString('en')} by you in all
    </p>
  )
}

function Done({ isSecond, tier, hasNarrative, onAll }: { isSecond: boolean; tier: ReviewTier; hasNarrative: boolean; onAll: () => void }) {
  if (hasNarrative) {
    return (
      <EmptyState title="Nothing left for this narrative" why="Every link of this kind to it is decided.">
        <Button variant="primary" onPress={onAll}>
          All narratives
        </Button>
      </EmptyState>
    )
  }
  if (isSecond) {
    return <EmptyState title="Nothing to read a second time" why="Here come links that others decided and you have not seen. There are none: either nobody else has decided yet, or you have read all of theirs." />
  }
  return (
    <EmptyState title="Nothing left to review" why={`No link here is ${tierWords[tier]} without a decision. Links of another kind can be gone through as well, and new cases bring new ones.`}>
      <Link to="/sources" className={buttonClass('primary')}>
        Import cases
      </Link>
    </EmptyState>
  )
}

function EqualTitles({ queue, isTogether, onChange }: { queue: Queue; isTogether: boolean; onChange: (isTogether: boolean) => void }) {
  const equal = queue.current?.equalTitles ?? []
  if (equal.length === 0) return null
  return (
    <label className={styles['together']}>
      <input type="checkbox" checked={isTogether} onChange={(event) => onChange(event.target.checked)} />
      <span>
        {equal.length} other {equal.length === 1 ? 'case bears' : 'cases bear'} this title with the same link ({equal.slice(0, 3).map(({ publishedOn }) => publishedOn ?? 'undated').join(', ')}
        {equal.length > 3 && ' …'}): decide them together <kbd>B</kbd>
      </span>
    </label>
  )
}

/** One link at a time, decided by key or button. `queue` chooses open links or a second reading of what others decided. */
export function QueuePanel({ kind, coder }: { kind: 'open' | 'second'; coder: string }) {
  const [tier, setTier] = useState<ReviewTier>('suggested')
  const [narrative, setNarrative] = useState('')
  const [isChoosing, setChoosing] = useState(false)
  const queue = useQueue({ coder, queue: kind, tier, ...(narrative === '' ? {} : { narrative }) })
  const { current, say, undo } = queue
  // Of one link, as a note is: nobody decides on cases of a title that they have not seen yet.
  const [together, setTogether] = useState<ReviewItem | null>(null)
  const isTogether = current !== null && together === current
  const [noted, setNoted] = useState<{ of: ReviewItem; text: string } | null>(null)
  // A note is of one link; it is there again when that link comes back by undoing.
  const note = noted !== null && noted.of === current ? noted.text : null

  const onKey = useCallback(
    (key: ReviewKey) => {
      if (key === 'u') void undo()
      else if (current === null) return
      else if (key === 'a') void say({ verdict: 'accepted', note: note ?? '', withEqualTitles: isTogether })
      else if (key === 'r') void say({ verdict: 'rejected', note: note ?? '', withEqualTitles: isTogether })
      else if (key === 's') void say({ verdict: 'skipped', withEqualTitles: false })
      else if (key === 'o') setChoosing(true)
      else if (key === 'n') setNoted({ of: current, text: note ?? '' })
      else setTogether(isTogether ? null : current)
    },
    [current, isTogether, note, say, undo],
  )
  useReviewKeys(onKey, !isChoosing)

  const left = queue.shown?.byNarrative ?? []
  // The choice may stand below the fold, so that the buttons say what they would do.
  const several = isTogether && current.equalTitles.length > 0 ? ` ${String(1 + current.equalTitles.length)} cases` : ''
  return (
    <div className={styles['stack']}>
      <div className={styles['bar']}>
        {kind === 'open' && <ToggleGroup label="Which links" options={tierOptions} value={tier} onChange={setTier} />}
        <label className={styles['select']}>
          <span className={styles['quiet']}>Narrative</span>
          <select value={narrative} onChange={(event) => setNarrative(event.target.value)}>
            <option value="">all</option>
            {left.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name} ({one.left})
              </option>
            ))}
          </select>
        </label>
        <Progress queue={queue} />
      </div>
      {queue.answer.isError && <ErrorState error={queue.answer.error} onRetry={() => void queue.answer.refetch()} />}
      {(queue.answer.isPending || (queue.answer.isPlaceholderData && current === null)) && (
        <Card>
          <SkeletonLines label="Loading the next link" lines={10} />
        </Card>
      )}
      {queue.shown !== null && current === null && !queue.answer.isFetching && <Done isSecond={kind === 'second'} tier={tier} hasNarrative={narrative !== ''} onAll={() => setNarrative('')} />}
      {current !== null && (
        <ScreenColumns
          main={
            <div className={styles['stack']}>
              <ReviewItemView item={current} isSecond={kind === 'second'} />
              {note !== null && (
                <Card>
                  <NoteField
                    value={note}
                    onChange={(text) => setNoted({ of: current, text })}
                    onLeave={() => {
                      if (note === '') setNoted(null)
                    }}
                  />
                </Card>
              )}
              <EqualTitles queue={queue} isTogether={isTogether} onChange={(isChosen) => setTogether(isChosen ? current : null)} />
            </div>
          }
          side={<ReviewAside item={current} />}
        />
      )}
      {(current !== null || queue.last !== null) && (
        <div className={styles['actions']} role="toolbar" aria-label="Decide">
          <Button variant="primary" isDisabled={current === null} onPress={() => onKey('a')}>
            <Check size={15} aria-hidden /> Accept{several} <kbd>A</kbd>
          </Button>
          <Button isDisabled={current === null} onPress={() => onKey('r')}>
            <CircleSlash size={15} aria-hidden /> Reject{several} <kbd>R</kbd>
          </Button>
          <Button isDisabled={current === null} onPress={() => onKey('o')}>
            <CornerUpRight size={15} aria-hidden /> Other narrative <kbd>O</kbd>
          </Button>
          <Button isDisabled={current === null} onPress={() => onKey('n')}>
            <MessageSquareText size={15} aria-hidden /> Note <kbd>N</kbd>
          </Button>
          <Button isDisabled={current === null} onPress={() => onKey('s')}>
            <SkipForward size={15} aria-hidden /> Skip <kbd>S</kbd>
          </Button>
          <Button variant="quiet" isDisabled={queue.last === null} onPress={() => onKey('u')}>
            <Undo2 size={15} aria-hidden /> Undo <kbd>U</kbd>
          </Button>
          <span className={styles['last']} role="status">
            {queue.last !== null && `${queue.last.words}: ${queue.last.item.narrative.name}`}
          </span>
        </div>
      )}
      {current !== null && (
        <OtherNarrative
          isOpen={isChoosing}
          not={current.narrative.id}
          onOpenChange={setChoosing}
          onChoose={(instead) => {
            setChoosing(false)
            void say({ verdict: 'rejected', instead, note: note ?? '', withEqualTitles: isTogether })
          }}
        />
      )}
    </div>
  )
}

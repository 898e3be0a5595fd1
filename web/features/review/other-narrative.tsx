import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { fold } from '#graph-schema/fold.ts'
import { narrativesQuery } from '#web/api/narratives.ts'
import { Dialog } from '#web/ui/dialog.tsx'
import { ErrorState } from '#web/ui/error-state.tsx'
import { SearchField } from '#web/ui/search-field.tsx'
import { SkeletonLines } from '#web/ui/skeleton.tsx'
import { usePendingEnter } from '#web/ui/use-pending-enter.ts'
import styles from './review.module.css'

interface Choice {
  id: string
  name: string
}

/** Narratives whose name or definition holds all the words; a beginning is enough. Those whose name begins with the text come first. */
function Choices({ text, not, onChoose }: { text: string; not: string; onChoose: (narrative: Choice) => void }) {
  const answer = useQuery(narrativesQuery())
  if (answer.isError) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
  if (answer.data === undefined) return <SkeletonLines label="Loading the narratives" lines={4} />
  const found = narrativesNamed(answer.data.narratives, text).filter(({ id }) => id !== not)
  if (found.length === 0) return <p className={styles['quiet']}>No narrative has these words. Try fewer; a beginning is enough.</p>
  return (
    <ul className={styles['choices']}>
      {found.map((narrative) => (
        <li key={narrative.id}>
          <button type="button" className={styles['choice']} onClick={() => onChoose({ id: narrative.id, name: narrative.name })}>
            <strong>{narrative.name}</strong>
            <span className={styles['quiet']}>{narrative.definition}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function narrativesNamed<Narrative extends { name: string; definition: string }>(narratives: readonly Narrative[], text: string): Narrative[] {
  const typed = fold(text)
  const words = typed.split(' ').filter((word) => word !== '')
  const begins = ({ name }: Narrative) => fold(name).startsWith(typed)
  return narratives.filter(({ name, definition }) => words.every((word) => ` ${fold(`${name} ${definition}`)}`.includes(` ${word}`))).sort((a, b) => Number(begins(b)) - Number(begins(a)))
}

/** Which narrative the case carries instead. Enter takes the first. */
export function OtherNarrative({ isOpen, not, onOpenChange, onChoose }: { isOpen: boolean; not: string; onOpenChange: (isOpen: boolean) => void; onChoose: (narrative: Choice) => void }) {
  const [text, setText] = useState('')
  const answer = useQuery(narrativesQuery())
  const choose = (narrative: Choice) => {
    setText('')
    onChoose(narrative)
  }
  // Enter may come before the narratives do.
  const enter = usePendingEnter<'first'>({
    text,
    isAnswered: answer.data !== undefined,
    hasFailed: answer.isError,
    perform: () => {
      const [first] = narrativesNamed(answer.data?.narratives ?? [], text).filter(({ id }) => id !== not)
      if (first !== undefined) choose({ id: first.id, name: first.name })
    },
  })
  return (
    <Dialog
      title="It carries another narrative"
      isOpen={isOpen}
      onOpenChange={(isShown) => {
        enter.cancel()
        onOpenChange(isShown)
      }}
    >
      <div className={styles['stack']}>
        <SearchField
          label="Search the narratives"
          autoFocus
          value={text}
          onChange={setText}
          onSubmit={() => enter.press('first')}
        />
        <Choices text={text} not={not} onChoose={choose} />
      </div>
    </Dialog>
  )
}

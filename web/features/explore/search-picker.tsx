import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { kindDefinition } from '#graph-schema/node-kinds/index.ts'
import type { SearchHit } from '#graph-schema/api/search.ts'
import { searchQuery } from '#web/api/search.ts'
import { ErrorState } from '#web/ui/error-state.tsx'
import { KindMark } from '#web/ui/kind-mark.tsx'
import { SearchField } from '#web/ui/search-field.tsx'
import { SkeletonLines } from '#web/ui/skeleton.tsx'
import { useDebounced } from '#web/ui/use-debounced.ts'
import { usePendingEnter } from '#web/ui/use-pending-enter.ts'
import { disproofWords, quotedName } from './node-words.ts'
import styles from './search-picker.module.css'

export interface SearchPickerProps {
  label: string
  placeholder?: string
  onPick: (hit: SearchHit) => void
  autoFocus?: boolean
}

function Hits({ text, onPick }: { text: string; onPick: (hit: SearchHit) => void }) {
  const found = useQuery(searchQuery({ q: text, limit: 12 }))
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <SkeletonLines label="Searching" lines={3} />
  if (found.data.hits.length === 0) return <p className={styles['none']}>Nothing in this graph is called that. Try fewer or other words; a beginning is enough.</p>
  return (
    <ul className={styles['hits']}>
      {found.data.hits.map((hit) => {
        const disproof = disproofWords({ ...hit, status: null })
        return (
          <li key={hit.id}>
            <button type="button" className={styles['hit']} onClick={() => onPick(hit)}>
              <KindMark kind={hit.kind} size={15} />
              <span>
                {hit.kind === 'Case' && <span className={styles['claim']}>Claim: </span>}
                {quotedName(hit)}
                <span className={styles['detail']}>{[kindDefinition(hit.kind).words.one, hit.detail, disproof].filter((part) => part !== null && part !== '').join(' · ')}</span>
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}

/** A search field whose hits are picked one at a time. Enter picks the first, also when it is pressed before the hits are there. */
export function SearchPicker({ label, placeholder, onPick, autoFocus = false }: SearchPickerProps) {
  const [text, setText] = useState('')
  const typed = text.trim()
  const settled = useDebounced(typed, 180)
  const found = useQuery(searchQuery({ q: settled, limit: 12 }))
  const pick = (hit: SearchHit): void => {
    setText('')
    onPick(hit)
  }
  const enter = usePendingEnter<'first'>({
    text: typed,
    isAnswered: found.data !== undefined && settled === typed && !found.isPlaceholderData,
    hasFailed: found.isError && settled === typed,
    perform: () => {
      const first = found.data?.hits[0]
      if (first !== undefined) pick(first)
    },
  })
  return (
    <div className={styles['picker']}>
      <div>
        <SearchField label={label} placeholder={placeholder ?? label} value={text} onChange={setText} autoFocus={autoFocus} onSubmit={() => enter.press('first')} />
        <p className={styles['waiting']} role="status">
          {enter.waiting !== null && 'Searching… The first hit will be taken. Esc cancels.'}
        </p>
      </div>
      {settled !== '' && typed !== '' && <Hits text={settled} onPick={pick} />}
    </div>
  )
}

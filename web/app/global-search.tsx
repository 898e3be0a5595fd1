import { useQuery } from '@tanstack/react-query'
import { Search } from 'lucide-react'
import { type KeyboardEvent, type RefObject, useId, useState } from 'react'
import { searchQuery } from '#web/api/search.ts'
import { toDisplayError } from '#web/to-display-error.ts'
import { useDebounced } from '#web/ui/use-debounced.ts'
import { usePendingEnter } from '#web/ui/use-pending-enter.ts'
import { useWidth } from '#web/ui/use-width.ts'
import styles from './global-search.module.css'
import { groupHits } from './group-hits.ts'
import { recentHits, rememberHit } from './recent-hits.ts'
import { type SearchLine, SearchOption } from './search-option.tsx'
import { useOpenNode } from './use-open-node.ts'

type Wanted = 'open' | 'canvas'

const waitingWords: Record<Wanted, string> = {
  open: 'Searching… The first result will be opened. Esc cancels.',
  canvas: 'Searching… The first result will be added to the canvas. Esc cancels.',
}

/** What the popup says instead of, or above, results. */
function messageFor(text: string, state: { isPending: boolean; waiting: Wanted | null; error: unknown; count: number; recent: number }): string | null {
  if (text === '') return state.recent === 0 ? 'Type a narrative, a claim, an outlet, a country or a keyword. Spelling, accents and Cyrillic are forgiven.' : null
  if (state.error !== null) return `${toDisplayError(state.error).title}. ${toDisplayError(state.error).nextStep}`
  if (state.waiting !== null) return waitingWords[state.waiting]
  if (state.isPending) return 'Searching…'
  return state.count === 0 ? `Nothing here is called “${text}”. Try fewer or other words.` : null
}

/** Search from anywhere: results grouped by kind with counts; Enter opens, Ctrl Enter adds to the canvas, also when pressed before the results are there. */
export function GlobalSearch({ inputRef }: { inputRef: RefObject<HTMLInputElement | null> }) {
  const listId = useId()
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const [wrap, width] = useWidth()
  const [recent, setRecent] = useState(recentHits)
  const go = useOpenNode()
  const typed = text.trim()
  const asked = useDebounced(typed, 150)
  const answer = useQuery({ ...searchQuery({ q: asked, limit: 24 }), enabled: isOpen && asked !== '' })
  const isSettled = asked === typed && !answer.isPlaceholderData
  const lines: readonly SearchLine[] = typed === '' ? recent : (answer.data?.hits ?? [])
  const groups = groupHits(lines, typed === '' ? [] : (answer.data?.counts ?? []))
  const inOrder = groups.flatMap((group) => group.hits)
  const caseCount = answer.data?.counts.find((entry) => entry.kind === 'Case')?.count ?? 0
  const hasCaseList = typed !== '' && caseCount > 0
  const last = inOrder.length + (hasCaseList ? 0 : -1)
  const at = Math.min(active, Math.max(last, 0))
  const optionId = (index: number) => `${listId}-${index}`

  const close = () => {
    setOpen(false)
    setActive(0)
    enter.cancel()
  }
  const choose = (line: SearchLine, toCanvas: boolean) => {
    rememberHit(line)
    close()
    setText('')
    inputRef.current?.blur()
    if (toCanvas) go.addToCanvas(line.id)
    else go.open(line)
  }
  const listCases = () => {
    close()
    inputRef.current?.blur()
    go.listCases(typed)
  }
  const take = (wanted: Wanted, waited: boolean) => {
    const line = inOrder[waited ? 0 : at]
    if (line !== undefined) choose(line, wanted === 'canvas')
    else if (hasCaseList) listCases()
  }
  const enter = usePendingEnter<Wanted>({ text: typed, isAnswered: typed === '' || (answer.data !== undefined && isSettled), hasFailed: answer.isError && asked === typed, perform: take })
  const message = messageFor(typed, { isPending: answer.data === undefined || !isSettled, waiting: enter.waiting, error: answer.error, count: answer.data?.total ?? 0, recent: recent.length })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      if (isOpen) event.preventDefault()
      if (isOpen) close()
      else setText('')
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      const step = event.key === 'ArrowDown' ? 1 : -1
      setActive(last < 0 ? 0 : (at + step + last + 1) % (last + 1))
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault()
      enter.press(event.ctrlKey || event.metaKey ? 'canvas' : 'open')
    }
  }

  return (
    <div ref={wrap} className={styles['wrap']} role="search" onBlur={(event) => { if (!event.currentTarget.contains(event.relatedTarget)) close() }}>
      <Search size={16} className={styles['icon']} aria-hidden />
      <input
        ref={inputRef}
        className={styles['input']}
        type="text"
        role="combobox"
        aria-label="Search narratives, cases, outlets, countries"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-keyshortcuts="/ Control+K"
        aria-activedescendant={isOpen && last >= 0 ? optionId(at) : undefined}
        placeholder={width >= 330 ? 'Search narratives, cases, outlets, countries…' : width >= 200 ? 'Search everything…' : 'Search…'}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={text}
        onFocus={() => {
          setRecent(recentHits())
          setOpen(true)
        }}
        onMouseDown={() => setOpen(true)}
        onChange={(event) => {
          setText(event.target.value)
          setActive(0)
          setOpen(true)
        }}
        onKeyDown={onKeyDown}
      />
      <kbd className={styles['key']} aria-hidden>
        /
      </kbd>
      <div className={styles['popup']} hidden={!isOpen} style={isOpen ? undefined : { display: 'none' }}>
        {message !== null && (
          <p className={styles['message']} role="status">
            {message}
          </p>
        )}
        <div className={styles['list']} role="listbox" id={listId} aria-label={typed === '' ? 'Opened lately' : 'Results'} hidden={last < 0}>
          {groups.map((group) => (
            <div key={group.kind} role="group" aria-label={group.label}>
              <div className={styles['group']} aria-hidden>
                {typed === '' ? `Opened lately: ${group.label}` : `${group.label}${group.count === null ? '' : ` · ${group.count}${answer.data?.more === true ? ' or more' : ''}`}`}
              </div>
              {group.hits.map((line) => {
                const here = inOrder.indexOf(line)
                return <SearchOption key={line.id} line={line} elementId={optionId(here)} isActive={here === at} onPoint={() => setActive(here)} onOpen={() => choose(line, false)} onAdd={() => choose(line, true)} />
              })}
            </div>
          ))}
          {hasCaseList && (
            <div role="option" id={optionId(inOrder.length)} aria-selected={at === inOrder.length} tabIndex={-1} className={styles['option']} onMouseMove={() => setActive(inOrder.length)} onMouseDown={(event) => event.preventDefault()} onClick={listCases}>
              <span />
              <span className={styles['name']}>All cases with “{typed}”, as a list</span>
            </div>
          )}
        </div>
        <div className={styles['foot']} aria-hidden>
          <span>
            <kbd>Enter</kbd> open
          </span>
          <span>
            <kbd>Ctrl Enter</kbd> add to canvas
          </span>
          <span>
            <kbd>Esc</kbd> close
          </span>
        </div>
      </div>
    </div>
  )
}

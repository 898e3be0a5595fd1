import { useEffect } from 'react'
import { type Shortcut, useShortcutHelp } from '#web/ui/shortcut-store.ts'

const shortcuts: readonly Shortcut[] = [
  { keys: 'A', does: 'Accept: the case carries the narrative' },
  { keys: 'R', does: 'Reject: it does not' },
  { keys: 'O', does: 'It carries another narrative: choose which' },
  { keys: 'S', does: 'Skip: it comes up again at the end' },
  { keys: 'U', does: 'Undo the last decision' },
  { keys: 'N', does: 'Say why: a note that is kept with the decision' },
  { keys: 'B', does: 'Decide cases of the same title together, or not' },
]

export type ReviewKey = 'a' | 'r' | 'o' | 's' | 'u' | 'b' | 'n'

const isReviewKey = (key: string): key is ReviewKey => ['a', 'r', 'o', 's', 'u', 'b', 'n'].includes(key)

/** Decisions by key while `isActive`; letters typed into a field stay letters, and nothing happens behind an open dialog. */
export function useReviewKeys(onKey: (key: ReviewKey) => void, isActive: boolean): void {
  useShortcutHelp('Review', shortcuts)
  useEffect(() => {
    if (!isActive) return
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
      const { target } = event
      if (target instanceof HTMLElement && target.closest('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable], [role=dialog], [role=menu], [role=listbox]') !== null) return
      const key = event.key.toLowerCase()
      if (!isReviewKey(key)) return
      event.preventDefault()
      onKey(key)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [onKey, isActive])
}

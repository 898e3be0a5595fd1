import { useEffect } from 'react'
import { exploration } from '#web/exploration/store.ts'
import { useShortcutHelp, type Shortcut } from '#web/ui/shortcut-store.ts'

const shortcuts: readonly Shortcut[] = [
  { keys: 'Ctrl Z', does: 'Undo' },
  { keys: 'Ctrl Shift Z', does: 'Redo' },
  { keys: 'Arrows', does: 'On the canvas: walk along connections' },
  { keys: '. / ,', does: 'On the canvas: next / previous connection of the node' },
  { keys: 'G', does: 'On a connection: to its other end' },
  { keys: 'Enter', does: 'On the canvas: details of the node, evidence of the connection' },
  { keys: 'Space', does: 'On the canvas: add to or take from the selection' },
  { keys: 'E / C', does: 'Expand / collapse the node' },
  { keys: 'R', does: 'On a case: bring related cases, on dashed lines' },
  { keys: 'P', does: 'Pin the node, or let it go' },
  { keys: 'Delete', does: 'Remove the node or the selection' },
  { keys: 'F', does: 'Fit the picture to the canvas' },
  { keys: '+ / −', does: 'Zoom' },
  { keys: 'Shift F10', does: 'Menu of the node' },
]

/** Undo and redo by key while the screen is open, and the screen's lines in the keyboard help. */
export function useExploreKeys(): void {
  useShortcutHelp('Explore', shortcuts)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || !(event.ctrlKey || event.metaKey) || event.altKey) return
      if (event.target instanceof HTMLElement && event.target.matches('input:not([type=checkbox]), textarea, select')) return
      const key = event.key.toLowerCase()
      if (key === 'z' && !event.shiftKey) exploration.undo()
      else if ((key === 'z' && event.shiftKey) || key === 'y') exploration.redo()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}

import { useEffect } from 'react'

/** Whether keys go into a text, so that letters are letters. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
}

/** The shell's own keys: `/` and Ctrl-K search, `?` help. */
export function useShellKeys(actions: { search: () => void; help: () => void }): void {
  const { search, help } = actions
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey) return
      const hasControl = event.ctrlKey || event.metaKey
      if (hasControl && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        search()
      } else if (!hasControl && !isTyping(event.target) && event.key === '/') {
        event.preventDefault()
        search()
      } else if (!hasControl && !isTyping(event.target) && event.key === '?') {
        event.preventDefault()
        help()
      }
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [search, help])
}

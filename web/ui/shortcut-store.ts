import { useEffect } from 'react'
import { create } from 'zustand'

/** One line of the keyboard help. */
export interface Shortcut {
  /** Keys as they are printed, e.g. `Ctrl Z`. */
  keys: string
  does: string
}

interface ShortcutState {
  groups: ReadonlyMap<string, readonly Shortcut[]>
}

/** What the keyboard help lists, by group, for the screen that is mounted. */
export const useShortcuts = create<ShortcutState>(() => ({ groups: new Map() }))

/** Lists shortcuts in the keyboard help (`?`) while the caller is mounted. `shortcuts` should be a constant. */
export function useShortcutHelp(group: string, shortcuts: readonly Shortcut[]): void {
  useEffect(() => {
    useShortcuts.setState((state) => ({ groups: new Map(state.groups).set(group, shortcuts) }))
    return () =>
      useShortcuts.setState((state) => {
        const groups = new Map(state.groups)
        groups.delete(group)
        return { groups }
      })
  }, [group, shortcuts])
}

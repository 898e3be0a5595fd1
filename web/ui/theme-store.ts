import { create } from 'zustand'

export const themeChoices = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof themeChoices)[number]
export type Theme = 'light' | 'dark'

interface ThemeState {
  choice: ThemeChoice
  /** What the choice comes to on this machine now. */
  theme: Theme
}

const storageKey = 'throughline.theme'

function isThemeChoice(text: string | null): text is ThemeChoice {
  return themeChoices.some((choice) => choice === text)
}

function systemTheme(): Theme {
  return typeof window !== 'undefined' && window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

function storedChoice(): ThemeChoice {
  try {
    const stored = window.localStorage.getItem(storageKey)
    return isThemeChoice(stored) ? stored : 'system'
  } catch {
    return 'system'
  }
}

const first = storedChoice()

/** Light or dark, and whether the reader or the system chose. */
export const useTheme = create<ThemeState>(() => ({ choice: first, theme: first === 'system' ? systemTheme() : first }))

/** Changes the theme. `remember: false` is for a theme that a link brings: it holds for this visit and is not stored. */
export function setThemeChoice(choice: ThemeChoice, options: { remember: boolean } = { remember: true }): void {
  useTheme.setState({ choice, theme: choice === 'system' ? systemTheme() : choice })
  if (!options.remember) return
  try {
    window.localStorage.setItem(storageKey, choice)
  } catch {
    // Storage can be switched off; the choice then holds for this visit.
  }
}

/** Follows the system while the choice is "system". Returns the way to stop. */
export function followSystemTheme(): () => void {
  const query = window.matchMedia('(prefers-color-scheme: dark)')
  const onChange = () => {
    if (useTheme.getState().choice === 'system') useTheme.setState({ theme: systemTheme() })
  }
  query.addEventListener('change', onChange)
  return () => query.removeEventListener('change', onChange)
}

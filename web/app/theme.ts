import { domainKinds } from '#graph-schema/node-kinds/index.ts'
import { kindColourVariable, kindStyles } from '#web/kind-styles.ts'
import { followSystemTheme, type Theme, useTheme } from '#web/ui/theme-store.ts'

function apply(theme: Theme): void {
  const root = document.documentElement
  root.dataset['theme'] = theme
  for (const { kind } of domainKinds) root.style.setProperty(kindColourVariable(kind), kindStyles[kind].colour[theme])
}

/** Puts the theme on the page and keeps it there; sets the kinds' colours from `kind-styles.ts`. */
export function startTheme(): void {
  apply(useTheme.getState().theme)
  useTheme.subscribe((state) => apply(state.theme))
  followSystemTheme()
}

import { Monitor, Moon, Sun } from 'lucide-react'
import { Menu } from '#web/ui/menu.tsx'
import { setThemeChoice, type ThemeChoice, useTheme } from '#web/ui/theme-store.ts'

const themes = { system: { label: 'As the system', icon: Monitor }, light: { label: 'Light', icon: Sun }, dark: { label: 'Dark', icon: Moon } } as const satisfies Record<ThemeChoice, unknown>

/** Light, dark, or as the system has it. */
export function ThemeMenu() {
  const choice = useTheme((state) => state.choice)
  const Icon = themes[choice].icon
  const entries = [
    { id: 'system', ...themes.system },
    { id: 'light', ...themes.light },
    { id: 'dark', ...themes.dark },
  ] as const
  return (
    <Menu
      label={`Theme: ${themes[choice].label.toLowerCase()}`}
      variant="quiet"
      icon
      actions={entries.map((entry) => ({ id: entry.id, label: entry.id === choice ? `${entry.label} (now)` : entry.label, icon: entry.icon, onAction: () => setThemeChoice(entry.id) }))}
    >
      <Icon size={16} aria-hidden />
    </Menu>
  )
}

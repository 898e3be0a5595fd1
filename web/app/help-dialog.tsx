import { Dialog } from '#web/ui/dialog.tsx'
import { type Shortcut, useShortcuts } from '#web/ui/shortcut-store.ts'
import styles from './shell.module.css'

const everywhere: readonly Shortcut[] = [
  { keys: '/', does: 'Search from anywhere' },
  { keys: 'Ctrl K', does: 'Search from anywhere' },
  { keys: 'Enter', does: 'In search: open the result' },
  { keys: 'Ctrl Enter', does: 'In search: add the result to the canvas' },
  { keys: '?', does: 'This list' },
  { keys: 'Escape', does: 'Close what is open' },
]

function Group({ name, shortcuts }: { name: string; shortcuts: readonly Shortcut[] }) {
  return (
    <table className={styles['shortcuts']}>
      <caption>{name}</caption>
      <tbody>
        {shortcuts.map((shortcut) => (
          <tr key={shortcut.keys + shortcut.does}>
            <th scope="row">
              <kbd>{shortcut.keys}</kbd>
            </th>
            <td>{shortcut.does}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The keyboard shortcuts of the shell and of the screen that is open. */
export function HelpDialog({ isOpen, onOpenChange }: { isOpen: boolean; onOpenChange: (isOpen: boolean) => void }) {
  const groups = useShortcuts((state) => state.groups)
  return (
    <Dialog title="Keyboard" isOpen={isOpen} onOpenChange={onOpenChange}>
      <Group name="Everywhere" shortcuts={everywhere} />
      {[...groups].map(([name, shortcuts]) => (
        <Group key={name} name={name} shortcuts={shortcuts} />
      ))}
    </Dialog>
  )
}

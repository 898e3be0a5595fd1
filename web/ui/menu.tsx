import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { Button, type ButtonProps } from './button.tsx'
import styles from './overlay.module.css'

export interface MenuAction {
  id: string
  label: string
  icon?: LucideIcon
  isDisabled?: boolean
  onAction: () => void
}

export interface MenuProps extends Pick<ButtonProps, 'variant' | 'size' | 'icon'> {
  /** Read by screen readers for button and menu. */
  label: string
  /** What the button shows. */
  children: ReactNode
  actions: readonly MenuAction[]
}

/** A button that opens a list of actions. */
export function Menu({ label, children, actions, ...button }: MenuProps) {
  return (
    <MenuTrigger>
      <Button {...button} aria-label={label}>
        {children}
      </Button>
      <Popover className={styles['popover'] ?? ''}>
        <AriaMenu aria-label={label} className={styles['menu'] ?? ''}>
          {actions.map((action) => (
            <MenuItem key={action.id} id={action.id} textValue={action.label} isDisabled={action.isDisabled ?? false} onAction={action.onAction} className={styles['item'] ?? ''}>
              {action.icon !== undefined && <action.icon size={16} aria-hidden />}
              {action.label}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

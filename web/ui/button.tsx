import { clsx } from 'clsx'
import type { RefAttributes } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import styles from './button.module.css'

export type ButtonVariant = 'plain' | 'primary' | 'quiet' | 'link'
export type ButtonSize = 'normal' | 'small'

/** The class of a button, for a link that looks like one. `icon` makes it square. */
export function buttonClass(variant: ButtonVariant = 'plain', size: ButtonSize = 'normal', icon = false): string {
  return clsx(styles['button'], variant !== 'plain' && styles[variant], size === 'small' && styles['small'], icon && styles['icon'])
}

export interface ButtonProps extends Omit<AriaButtonProps, 'className'>, RefAttributes<HTMLButtonElement> {
  variant?: ButtonVariant
  size?: ButtonSize
  /** Square, for a lone icon; give it an `aria-label`. */
  icon?: boolean
  className?: string | undefined
}

/** A button. A lone icon needs an `aria-label`. */
export function Button({ variant = 'plain', size = 'normal', icon = false, className, ...rest }: ButtonProps) {
  return <AriaButton {...rest} className={clsx(buttonClass(variant, size, icon), className)} />
}

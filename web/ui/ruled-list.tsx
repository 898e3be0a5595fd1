import { clsx } from 'clsx'
import type { ComponentPropsWithRef } from 'react'
import styles from './ruled-list.module.css'

/** A list whose items, which are `li`, stand between thin lines. `wide` gives each more air. */
export function RuledList({ wide = false, className, ...rest }: ComponentPropsWithRef<'ul'> & { wide?: boolean }) {
  return <ul {...rest} className={clsx(styles['list'], wide && styles['wide'], className)} />
}

import { clsx } from 'clsx'
import { Search, X } from 'lucide-react'
import { Input, SearchField as AriaSearchField, type SearchFieldProps as AriaSearchFieldProps } from 'react-aria-components'
import { Button } from './button.tsx'
import styles from './field.module.css'

export interface SearchFieldProps extends Omit<AriaSearchFieldProps, 'className' | 'aria-label'> {
  /** What is searched; read by screen readers. */
  label: string
  placeholder?: string
  className?: string
}

/** A search field with a clear button; Escape clears it. */
export function SearchField({ label, placeholder, className, ...rest }: SearchFieldProps) {
  return (
    <AriaSearchField {...rest} aria-label={label} className={clsx(styles['field'], className)}>
      <div className={styles['box']}>
        <Search size={16} aria-hidden />
        <Input placeholder={placeholder ?? label} className={clsx(styles['input'], styles['search'])} />
        <Button variant="quiet" size="small" icon className={styles['clear']}>
          <X size={14} aria-hidden />
        </Button>
      </div>
    </AriaSearchField>
  )
}

import type { ReactNode } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import styles from './toggle-group.module.css'

export interface ToggleOption<Value extends string> {
  value: Value
  label: ReactNode
  /** Needed when the label is an icon. */
  ariaLabel?: string
  isDisabled?: boolean
}

export interface ToggleGroupProps<Value extends string> {
  /** What is chosen, for screen readers. */
  label: string
  options: readonly ToggleOption<Value>[]
  value: Value
  onChange: (value: Value) => void
  /** Id of a text that says why an option is off. */
  describedBy?: string | undefined
}

/** Segmented switch: exactly one option is on. Say in a visible text why an option is off. */
export function ToggleGroup<Value extends string>({ label, options, value, onChange, describedBy }: ToggleGroupProps<Value>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      className={styles['group'] ?? ''}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = options.find((option) => keys.has(option.value))
        if (chosen !== undefined) onChange(chosen.value)
      }}
    >
      {options.map((option) => (
        <ToggleButton
          key={option.value}
          id={option.value}
          className={styles['option'] ?? ''}
          isDisabled={option.isDisabled ?? false}
          {...(option.ariaLabel === undefined ? {} : { 'aria-label': option.ariaLabel })}
        >
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}

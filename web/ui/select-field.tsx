import { clsx } from 'clsx'
import { useId } from 'react'
import styles from './field.module.css'
import selectStyles from './select-field.module.css'

export interface SelectOption<Value extends string> {
  value: Value
  label: string
}

export interface SelectGroup<Value extends string> {
  label: string
  options: readonly SelectOption<Value>[]
}

export interface SelectFieldProps<Value extends string> {
  label: string
  /** Options one below the other, or in named groups. */
  options: readonly (SelectOption<Value> | SelectGroup<Value>)[]
  value: Value
  onChange: (value: Value) => void
  note?: string | undefined
  isDisabled?: boolean
  /** For a table whose head says it already. */
  hideLabel?: boolean
  className?: string | undefined
}

/** One choice out of several: the browser's own list, which every keyboard and screen reader knows. */
export function SelectField<Value extends string>({ label, options, value, onChange, note, isDisabled = false, hideLabel = false, className }: SelectFieldProps<Value>) {
  const id = useId()
  const all = options.flatMap((one) => ('options' in one ? one.options : [one]))
  const optionOf = (option: SelectOption<Value>) => (
    <option key={option.value} value={option.value}>
      {option.label}
    </option>
  )
  return (
    <div className={clsx(styles['field'], className)}>
      {!hideLabel && (
        <label htmlFor={id} className={styles['label']}>
          {label}
        </label>
      )}
      <select
        id={id}
        className={clsx(styles['input'], selectStyles['select'])}
        {...(hideLabel ? { 'aria-label': label } : {})}
        {...(note === undefined ? {} : { 'aria-describedby': `${id}-note` })}
        value={value}
        disabled={isDisabled}
        onChange={(event) => {
          const chosen = all.find((option) => option.value === event.currentTarget.value)
          if (chosen !== undefined) onChange(chosen.value)
        }}
      >
        {options.map((one) =>
          'options' in one ? (
            <optgroup key={one.label} label={one.label}>
              {one.options.map(optionOf)}
            </optgroup>
          ) : (
            optionOf(one)
          ),
        )}
      </select>
      {note !== undefined && (
        <span id={`${id}-note`} className={styles['note']}>
          {note}
        </span>
      )}
    </div>
  )
}

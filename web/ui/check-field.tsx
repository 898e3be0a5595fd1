import { useId } from 'react'
import styles from './check-field.module.css'

export interface CheckFieldProps {
  label: string
  note?: string
  isChecked: boolean
  onChange: (isChecked: boolean) => void
}

/** One thing that is on or off. */
export function CheckField({ label, note, isChecked, onChange }: CheckFieldProps) {
  const id = useId()
  return (
    <div className={styles['field']}>
      <input id={id} type="checkbox" checked={isChecked} onChange={(event) => onChange(event.currentTarget.checked)} {...(note === undefined ? {} : { 'aria-describedby': `${id}-note` })} />
      <label htmlFor={id}>{label}</label>
      {note !== undefined && (
        <span id={`${id}-note`} className={styles['note']}>
          {note}
        </span>
      )}
    </div>
  )
}

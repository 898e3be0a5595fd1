import styles from './review.module.css'

export interface HeadFieldProps {
  label: string
  value: string | null
  heads: readonly { id: string; name: string }[]
  onChange: (head: string | null) => void
}

/** Under which head a narrative stands; null: it is a head. */
export function HeadField({ label, value, heads, onChange }: HeadFieldProps) {
  return (
    <label className={styles['field']}>
      <span>{label}</span>
      <select value={value ?? ''} onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}>
        <option value="">nothing: it is a head</option>
        {heads.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

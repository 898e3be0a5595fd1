import { useState } from 'react'
import { Button } from './button.tsx'
import styles from './coder-form.module.css'
import { setCoder, useCoder } from './coder-store.ts'
import { TextField } from './text-field.tsx'

/** Asks who decides. The name stands beside each decision. */
export function CoderForm({ onGiven }: { onGiven?: () => void }) {
  const known = useCoder((state) => state.name)
  const [name, setName] = useState(known)
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() === '') return
        setCoder(name)
        onGiven?.()
      }}
    >
      <TextField label="Your name" note="It stands beside each of your decisions, with the day. Kept in this browser." autoComplete="name" maxLength={60} value={name} onChange={setName} className={styles['name'] ?? ''} />
      <Button type="submit" variant="primary" isDisabled={name.trim() === ''}>
        {known === '' ? 'Begin' : 'Use this name'}
      </Button>
    </form>
  )
}

import { useState } from 'react'
import { setWriteToken } from '#web/api/client.ts'
import { Button } from '#web/ui/button.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import styles from './sources.module.css'

/** Asks for the server's write token and does again what was refused. The token stays in memory: a reload forgets it. */
export function WriteTokenForm({ detail, kept, onGiven }: { detail: string; kept: string; onGiven: () => void }) {
  const [token, setToken] = useState('')
  return (
    <form
      className={styles['notice']}
      onSubmit={(event) => {
        event.preventDefault()
        setWriteToken(token)
        onGiven()
      }}
    >
      <div className={styles['tight']}>
        <p role="alert">
          {detail}. Whoever runs this server knows the token. Nothing was written; {kept}.
        </p>
        <TextField label="Write token" note="Kept in this tab's memory only, and forgotten on reload." type="password" autoComplete="off" className={styles['name'] ?? ''} value={token} onChange={setToken} />
        <div className={styles['row']}>
          <Button type="submit" variant="primary" isDisabled={token.trim() === ''}>
            Use it and try again
          </Button>
        </div>
      </div>
    </form>
  )
}

import { useState } from 'react'
import { Button } from '#web/ui/button.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { type PageText, safeName } from './page-text.ts'
import styles from './sources.module.css'

export interface PageFormProps {
  initial: PageText
  isReading: boolean
  onRead: (page: PageText) => void
}

/** Where a page is pasted. Nothing is sent before "Read it". */
export function PageForm({ initial, isReading, onRead }: PageFormProps) {
  const [text, setText] = useState(initial.text)
  const [name, setName] = useState(initial.fileName)
  const [fault, setFault] = useState<string | null>(null)
  const isBlank = text.trim() === ''

  return (
    <form
      className={styles['stack']}
      onSubmit={(event) => {
        event.preventDefault()
        if (isReading) return
        if (isBlank) setFault('There is no text yet. Paste a page, or drop a file above.')
        else onRead({ fileName: safeName(name), text })
      }}
    >
      <TextField
        label="Or paste the text of one or more case pages"
        note="Copy the whole page: “Disinfo:” and the title, the claim (“Summary”), the disproof, the facts below it. Order, line breaks and missing headings do not matter."
        rows={9}
        className={styles['paste'] ?? ''}
        value={text}
        onChange={(value) => {
          setText(value)
          setFault(null)
        }}
      />
      <TextField label="Name for this page, shown with its import" className={styles['name'] ?? ''} value={name} onChange={setName} />
      {fault !== null && (
        <p role="alert" className={styles['fault']}>
          {fault}
        </p>
      )}
      <div className={styles['row']}>
        <Button type="submit" variant="primary">
          {isReading ? 'Reading…' : 'Read it'}
        </Button>
        <span className={styles['quiet']}>Reading shows what would come in. Nothing is written yet.</span>
      </div>
    </form>
  )
}

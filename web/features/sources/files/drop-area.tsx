import { Upload } from 'lucide-react'
import { useState } from 'react'
import { DropZone, FileTrigger } from 'react-aria-components'
import { Button } from '#web/ui/button.tsx'
import { filesOfDrop, mostFiles } from './files-of-drop.ts'
import styles from './files.module.css'
import { takeFiles } from './send-queue.ts'

/** Where files come in: dropped, pasted from the clipboard, or chosen; several at once, or a folder. */
export function DropArea({ isSlim }: { isSlim: boolean }) {
  const [fault, setFault] = useState<string | null>(null)
  const take = (files: readonly File[]) => {
    const kept = files.filter((file) => !file.name.startsWith('.'))
    if (kept.length === 0) setFault('There was no file in what was dropped. To bring in a text, paste it below.')
    else if (kept.length > mostFiles) setFault(`These are more than ${mostFiles} files. Take fewer at once, or import them with: npm run throughline -- import FILE…`)
    else {
      setFault(null)
      takeFiles(kept)
    }
  }
  const choose = (files: FileList | null) => {
    if (files !== null && files.length > 0) take([...files])
  }
  return (
    <div className={styles['stack']}>
      <DropZone className={styles['drop'] ?? ''} data-slim={isSlim ? '' : undefined} aria-label="Drop files" getDropOperation={() => 'copy'} onDrop={(event) => void filesOfDrop(event.items).then(take)}>
        <Upload size={isSlim ? 16 : 22} aria-hidden />
        <div className={styles['dropWords']}>
          <strong>{isSlim ? 'Drop more files' : 'Drop one or more files, or a folder'}</strong>
          {!isSlim && <p>CSV, TSV, JSON, NDJSON, ClaimReview, saved HTML pages and text of case pages; each also packed with gzip. What a file is, is told by its content.</p>}
        </div>
        <div className={styles['row']}>
          <FileTrigger allowsMultiple onSelect={choose}>
            <Button variant={isSlim ? 'plain' : 'primary'} size={isSlim ? 'small' : 'normal'}>
              Choose files
            </Button>
          </FileTrigger>
          <FileTrigger acceptDirectory onSelect={choose}>
            <Button size={isSlim ? 'small' : 'normal'}>Choose a folder</Button>
          </FileTrigger>
        </div>
      </DropZone>
      {fault !== null && (
        <p role="alert" className={styles['fault']}>
          {fault}
        </p>
      )}
    </div>
  )
}

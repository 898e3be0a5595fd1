import { ApiError } from '#web/api/client.ts'
import { Button } from '#web/ui/button.tsx'
import { Panel } from '#web/ui/panel.tsx'
import { ShortHash } from '#web/ui/plain-address.tsx'
import { ProgressBar } from '#web/ui/progress-bar.tsx'
import { CorpusFacts } from '../corpus-facts.tsx'
import { ImportLink } from '../import-link.tsx'
import { RequestFailed } from '../request-failed.tsx'
import { useFocusOnStep } from '../use-focus-on-step.ts'
import { CorpusStep } from './corpus-step.tsx'
import styles from './files.module.css'
import { ImportStep } from './import-step.tsx'
import { sizeWords } from './plan-words.ts'
import type { QueuedFile } from './queue.ts'
import { patchFile } from './queue-store.ts'
import { ReadingStep } from './reading-step.tsx'
import { layAside, sendAgain } from './send-queue.ts'
import { StepBar } from './step-bar.tsx'
import { TrialStep } from './trial-step.tsx'

/** What the server holds against the file itself; null where something else was wrong. */
function fileFault(error: unknown): string | null {
  return error instanceof ApiError && (error.status === 400 || error.status === 413) ? (error.problem?.detail ?? 'It is too large.') : null
}

function Sending({ file }: { file: QueuedFile }) {
  const fault = file.fault === null ? null : fileFault(file.fault.error)
  if (fault !== null) {
    return (
      <div className={styles['fault']} role="alert">
        <h3>This file was not taken</h3>
        <p>{fault}</p>
        <p>Nothing of it was kept. Lay it aside, or drop another.</p>
      </div>
    )
  }
  if (file.sending === 'failed') return <RequestFailed error={file.fault?.error} kept="the file is kept here" onAgain={() => sendAgain(file.key)} />
  const part = file.size === 0 ? null : Math.min(1, file.sent / file.size)
  const words = file.sending === 'waiting' ? 'waits for its turn' : part === 1 ? 'sent; looking at what it is' : `${sizeWords(file.sent)} of ${sizeWords(file.size)}`
  return (
    <div className={styles['stack']}>
      <ProgressBar label={`Sending ${file.name}`} part={file.sending === 'waiting' || part === 1 ? null : part} words={words} />
      <div className={styles['row']}>
        <Button size="small" onPress={() => layAside(file.key)}>
          Stop sending
        </Button>
        <span className={styles['quiet']}>To the machine on which Throughline runs, and nowhere else. Nothing is imported yet.</span>
      </div>
    </div>
  )
}

function PackageWords({ file }: { file: QueuedFile }) {
  if (file.upload === null) return null
  return (
    <div className={styles['stack']}>
      <p>This file describes a data package: it holds no cases. What it says of the corpus is taken over for the tables that you drop beside it.</p>
      <div className={styles['inset']}>
        <h3 className={styles['any']}>{file.upload.corpus.name}</h3>
        <CorpusFacts corpus={file.upload.corpus} />
      </div>
    </div>
  )
}

function Step({ file }: { file: QueuedFile }) {
  switch (file.step) {
    case 'reading':
      return <ReadingStep file={file} />
    case 'corpus':
      return <CorpusStep key={file.corpusFrom} file={file} />
    case 'trial':
      return <TrialStep file={file} />
    case 'import':
      return <ImportStep file={file} />
  }
}

/** One file on its way into the graph: what it is, its corpus, the dry run, the import. */
export function FileCard({ file }: { file: QueuedFile }) {
  const place = useFocusOnStep(`${file.key} ${file.step}`)
  const { upload } = file
  return (
    <div ref={place} tabIndex={-1} className={styles['place']}>
      <Panel
        title={<span className={styles['any']}>{file.name}</span>}
        aside={
          <span className={styles['row']}>
            {sizeWords(file.size)}
            {upload !== null && <ShortHash sha256={upload.sha256} />}
            <Button variant="quiet" size="small" onPress={() => layAside(file.key)}>
              Lay aside
            </Button>
          </span>
        }
      >
        {upload === null ? (
          <Sending file={file} />
        ) : upload.isPackage ? (
          <PackageWords file={file} />
        ) : (
          <div className={styles['stack']}>
            <StepBar file={file} onStep={(step) => patchFile(file.key, { step, fault: null })} />
            {upload.alreadyImported.length > 0 && file.importJob === null && (
              <p className={styles['notice']}>
                These very bytes were imported before:{' '}
                {upload.alreadyImported.map((id, index) => (
                  <span key={id}>
                    {index > 0 && ', '}
                    <ImportLink id={id}>{upload.alreadyImported.length === 1 ? 'see that import' : `import ${index + 1}`}</ImportLink>
                  </span>
                ))}
                . Read in the same way, importing them again changes nothing.
              </p>
            )}
            <Step key={file.key} file={file} />
          </div>
        )}
      </Panel>
    </div>
  )
}

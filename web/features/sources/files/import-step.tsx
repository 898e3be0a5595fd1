import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { isUnderWay } from '#web/api/job.ts'
import { importFindingsAddress } from '#web/api/findings.ts'
import { ApiError } from '#web/api/client.ts'
import { Button, buttonClass } from '#web/ui/button.tsx'
import { ErrorState } from '#web/ui/error-state.tsx'
import { SkeletonLines } from '#web/ui/skeleton.tsx'
import { ImportLink } from '../import-link.tsx'
import { ReportView } from '../report/report-view.tsx'
import { RequestFailed } from '../request-failed.tsx'
import { UndoImport } from '../import/undo-import.tsx'
import { importFile } from './begin-jobs.ts'
import styles from './files.module.css'
import { JobProgress } from './job-progress.tsx'
import { counted } from './plan-words.ts'
import type { QueuedFile } from './queue.ts'
import { patchFile } from './queue-store.ts'
import { layAside } from './send-queue.ts'
import { useFileJob } from './use-file-job.ts'

/** What the server holds against the corpus; null where something else was wrong. */
function corpusFault(error: unknown): string | null {
  if (!(error instanceof ApiError) || error.status !== 400) return null
  return error.problem?.errors?.some(({ path }) => path.startsWith('body.corpus')) === true ? (error.problem?.detail ?? '') : null
}

function CouldNotBegin({ file, error }: { file: QueuedFile; error: unknown }) {
  const queries = useQueryClient()
  const fault = corpusFault(error)
  if (fault === null) return <RequestFailed error={error} kept="the file and its dry run are kept" onAgain={() => void importFile(queries, file.key)} />
  return (
    <div className={styles['stack']}>
      <div className={styles['fault']} role="alert">
        <h3>The corpus cannot be taken as it is described</h3>
        <p>{fault}</p>
        <p>Nothing was written.</p>
      </div>
      <div className={styles['row']}>
        <Button variant="primary" onPress={() => patchFile(file.key, { step: 'corpus', fault: null })}>
          Change the corpus
        </Button>
      </div>
    </div>
  )
}

interface EndedEarlyProps {
  file: QueuedFile
  title: string
  why: string
  /** It ended before the first row was written, so there is nothing to see or to undo. */
  isUntouched?: boolean
}

function EndedEarly({ file, title, why, isUntouched = false }: EndedEarlyProps) {
  const queries = useQueryClient()
  return (
    <div className={styles['stack']}>
      <div className={styles['fault']} role="alert">
        <h3>{title}</h3>
        <p>{why}</p>
        <p>{isUntouched ? 'Nothing was written.' : 'What was written stays, whole rows only. Going on writes the rest; undoing takes out what came in.'}</p>
      </div>
      <div className={styles['row']}>
        <Button variant="primary" isDisabled={file.isStarting} onPress={() => void importFile(queries, file.key)}>
          {isUntouched ? 'Start it again' : 'Go on with the import'}
        </Button>
        {file.batch !== null && !isUntouched && <ImportLink id={file.batch} className={buttonClass()}>See what came in, or undo it</ImportLink>}
      </div>
    </div>
  )
}

/** Step 4: the import, and what it brought. */
export function ImportStep({ file }: { file: QueuedFile }) {
  const { job, isLost, error } = useFileJob(file.importJob, file.batch)
  if (file.fault !== null) return <CouldNotBegin file={file} error={file.fault.error} />
  if (isLost) {
    return (
      <div className={styles['notice']}>
        <p>The server was started anew since this import began, and no job works on it now. If it had not ended, its page says so and lets you go on.</p>
        {file.batch !== null && <ImportLink id={file.batch}>To the page of the import</ImportLink>}
      </div>
    )
  }
  if (job === undefined) return error === null ? <SkeletonLines label="Beginning the import" lines={4} /> : <ErrorState error={error} />
  if (isUnderWay(job)) return <JobProgress job={job} error={error} />
  if (job.state === 'cancelled') return <EndedEarly file={file} title="The import was stopped" why={job.rows.read === 0 ? 'It had not come to the first rows.' : `${counted(job.rows.read, 'row was', 'rows were')} accounted for until then.`} isUntouched={job.rows.read === 0} />
  if (job.report === null) return <EndedEarly file={file} title="The import failed" why={job.failure ?? 'No reason was given.'} />
  const { report } = job
  return (
    <div className={styles['stack']}>
      <div className={styles['done']} role="status">
        <h3>{report.alreadyImported ? 'Nothing changed: this file was in the graph already' : 'Imported'}</h3>
        <p>Every row is accounted for below. All screens now count with it.</p>
      </div>
      <ReportView accounting={report} findings={job.batch === null ? null : importFindingsAddress(job.batch)} />
      <div className={styles['foot']}>
        <Link to="/" className={buttonClass('primary')}>
          See the landscape
        </Link>
        {job.batch !== null && (
          <>
            <ImportLink id={job.batch} className={buttonClass()}>
              The page of this import
            </ImportLink>
            <UndoImport id={job.batch} file={job.file} onBegun={() => layAside(file.key)} />
          </>
        )}
        <Button variant="quiet" onPress={() => layAside(file.key)}>
          Done with this file
        </Button>
      </div>
    </div>
  )
}

import { useQueryClient } from '@tanstack/react-query'
import { isUnderWay } from '#web/api/job.ts'
import { jobFindingsAddress } from '#web/api/findings.ts'
import { Button } from '#web/ui/button.tsx'
import { ErrorState } from '#web/ui/error-state.tsx'
import { SkeletonLines } from '#web/ui/skeleton.tsx'
import { ReportView } from '../report/report-view.tsx'
import { RequestFailed } from '../request-failed.tsx'
import { importFile, tryFile } from './begin-jobs.ts'
import styles from './files.module.css'
import { JobProgress } from './job-progress.tsx'
import { counted } from './plan-words.ts'
import type { QueuedFile } from './queue.ts'
import { patchFile } from './queue-store.ts'
import { useFileJob } from './use-file-job.ts'

function Ended({ title, why, file }: { title: string; why: string; file: QueuedFile }) {
  const queries = useQueryClient()
  return (
    <div className={styles['stack']}>
      <div className={styles['fault']} role="alert">
        <h3>{title}</h3>
        <p>{why}</p>
        <p>Nothing was written.</p>
      </div>
      <div className={styles['row']}>
        <Button variant="primary" onPress={() => patchFile(file.key, { step: 'reading' })}>
          Change how it is read
        </Button>
        <Button onPress={() => void tryFile(queries, file.key)}>Try again</Button>
      </div>
    </div>
  )
}

/** Step 3: what an import would bring, before anything is written. */
export function TrialStep({ file }: { file: QueuedFile }) {
  const queries = useQueryClient()
  const { job, isLost, error } = useFileJob(file.trialJob, null)
  if (file.fault !== null) return <RequestFailed error={file.fault.error} kept="the file is kept" onAgain={() => void tryFile(queries, file.key)} />
  if (isLost) return <Ended file={file} title="The dry run is not known any more" why="The server was started anew since." />
  if (job === undefined) return error === null ? <SkeletonLines label="Beginning the dry run" lines={4} /> : <ErrorState error={error} />
  if (isUnderWay(job)) return <JobProgress job={job} error={error} />
  if (job.state === 'cancelled') return <Ended file={file} title="The dry run was stopped" why={`${counted(job.rows.read, 'row was', 'rows were')} read until then.`} />
  if (job.report === null) return <Ended file={file} title="The dry run failed" why={job.failure ?? 'No reason was given.'} />
  const { report } = job
  const comes = report.rows.accepted + report.rows.merged
  return (
    <div className={styles['stack']}>
      {report.alreadyImported && <p className={styles['notice']}>These very bytes were imported before, read in this way. Importing them again changes nothing.</p>}
      <ReportView accounting={report} isTrial findings={jobFindingsAddress(job.id)} />
      <div className={styles['foot']}>
        <Button variant="primary" isDisabled={comes === 0 || file.isStarting} onPress={() => void importFile(queries, file.key)}>
          {file.isStarting ? 'Starting…' : `Import ${counted(comes, 'row', 'rows')}`}
        </Button>
        <Button onPress={() => patchFile(file.key, { step: 'reading' })}>Change how it is read</Button>
        <span className={styles['quiet']}>
          {comes === 0 ? 'No row of the file could come in.' : `Into the corpus “${file.corpus?.name ?? ''}”. `}
          {comes > 0 && report.rows.rejected > 0 && `${counted(report.rows.rejected, 'rejected row stays', 'rejected rows stay')} out; nothing of them is written.`}
        </span>
      </div>
    </div>
  )
}

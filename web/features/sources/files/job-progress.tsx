import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Job } from '#graph-schema/api/jobs.ts'
import { cancelJob } from '#web/api/cancel-job.ts'
import { isUnderWay, jobQuery } from '#web/api/job.ts'
import { Button } from '#web/ui/button.tsx'
import { ErrorState } from '#web/ui/error-state.tsx'
import { ProgressBar } from '#web/ui/progress-bar.tsx'
import { RequestFailed } from '../request-failed.tsx'
import styles from './files.module.css'
import { counted } from './plan-words.ts'

const workWords: Record<Job['kind'], string> = { 'dry-run': 'Dry run of', import: 'Importing', undo: 'Undoing the import of' }

/** How long, roughly: nobody needs the second of an hour. */
export function timeWords(seconds: number): string {
  if (seconds < 60) return counted(Math.max(1, Math.round(seconds)), 'second', 'seconds')
  if (seconds < 5400) return counted(Math.round(seconds / 60), 'minute', 'minutes')
  return counted(Math.round(seconds / 3600), 'hour', 'hours')
}

/** How far a job is, in words: part, rows, rate, time left; what is not known is left out. */
export function progressWords({ kind, state, progress }: Pick<Job, 'kind' | 'state' | 'progress'>): string {
  if (state === 'queued') return 'waits for its turn'
  // The file is read ahead of what is made of it, and at the end it is settled which cases are the same.
  const isRead = kind !== 'undo' && progress.part === 1
  return [
    progress.part === null ? null : isRead ? 'the file is read; finishing' : `${Math.floor(progress.part * 100)} %`,
    kind === 'undo' ? counted(progress.rows, 'case', 'cases') : counted(progress.rows, 'row', 'rows'),
    progress.rowsPerSecond === null || progress.rowsPerSecond <= 0 ? null : `${progress.rowsPerSecond.toLocaleString('en')} a second`,
    progress.secondsLeft === null || isRead ? null : `about ${timeWords(progress.secondsLeft)} left`,
  ]
    .filter((part) => part !== null)
    .join(' · ')
}

export interface JobProgressProps {
  job: Job
  /** Why it could not be asked for just now; what stands here is then of a moment ago. */
  error?: unknown
}

/** A job that is under way, with the way to stop it. */
export function JobProgress({ job, error = null }: JobProgressProps) {
  const queries = useQueryClient()
  const cancel = useMutation({
    mutationFn: () => cancelJob(job.id),
    onSuccess: (answer) => queries.setQueryData(jobQuery(job.id).queryKey, answer),
  })
  const isStopping = cancel.isPending || cancel.isSuccess
  return (
    <div className={styles['stack']}>
      <ProgressBar label={`${workWords[job.kind]} ${job.file}`} part={job.state === 'queued' ? null : job.progress.part} words={isStopping && isUnderWay(job) ? 'stopping…' : progressWords(job)} />
      <div className={styles['row']}>
        <Button size="small" isDisabled={isStopping} onPress={() => cancel.mutate()}>
          {job.kind === 'dry-run' ? 'Stop the dry run' : job.kind === 'import' ? 'Stop the import' : 'Stop undoing'}
        </Button>
        <span className={styles['quiet']}>
          {job.state === 'queued' && job.kind !== 'dry-run' ? 'One import writes at a time; this one begins when those before it have ended. ' : ''}
          {job.kind === 'dry-run' ? 'Nothing is written.' : 'You may leave this page: it goes on by itself.'}
        </span>
      </div>
      {error !== null && <ErrorState isBrief error={error} />}
      {cancel.isError && <RequestFailed error={cancel.error} kept="the job goes on" onAgain={() => cancel.mutate()} />}
    </div>
  )
}

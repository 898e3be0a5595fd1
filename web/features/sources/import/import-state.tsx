import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Job } from '#graph-schema/api/jobs.ts'
import { corpusChoiceOf } from '#graph-schema/import-plan.ts'
import type { ImportOfId } from '#web/api/import-of-id.ts'
import { isUnderWay, jobQuery } from '#web/api/job.ts'
import { jobsQuery } from '#web/api/jobs.ts'
import { startImport } from '#web/api/start-import.ts'
import { ApiError } from '#web/api/client.ts'
import { Button } from '#web/ui/button.tsx'
import { Panel } from '#web/ui/panel.tsx'
import { followJob } from '../files/follow-job.ts'
import { JobProgress } from '../files/job-progress.tsx'
import { RequestFailed } from '../request-failed.tsx'
import styles from './import.module.css'

const stateWords = {
  running: 'This import was broken off: its file did not come in whole, and no job works on it now.',
  cancelled: 'This import was stopped before the file had come in whole. What was written until then counts everywhere.',
  undoing: 'Undoing this import was stopped half way: some of its cases are out already. Undo it again to take out the rest.',
} as const

/** Goes on with an import whose file is still kept. */
function GoOn({ shown }: { shown: ImportOfId }) {
  const queries = useQueryClient()
  const goOn = useMutation({
    mutationFn: () => {
      if (shown.plan === null) throw new Error('It is not known how the file was read.')
      // Files that were sent are kept under the beginning of their hash.
      return startImport(shown.sha256.slice(0, 32), shown.plan, corpusChoiceOf(shown.corpus))
    },
    onSuccess: (job) => {
      queries.setQueryData(jobQuery(job.id).queryKey, job)
      followJob(queries, job.id)
      void queries.invalidateQueries({ queryKey: jobsQuery().queryKey })
    },
  })
  const isAway = goOn.error instanceof ApiError && goOn.error.status === 404
  return (
    <>
      <div className={styles['row']}>
        <Button variant="primary" isDisabled={goOn.isPending} onPress={() => goOn.mutate()}>
          Go on with the import
        </Button>
      </div>
      {isAway && <p role="alert">The file is not kept here any more. Drop it again under Sources and import it in the same way: it goes on where it stopped.</p>}
      {goOn.isError && !isAway && <RequestFailed error={goOn.error} kept="the import stays as it is" onAgain={() => goOn.mutate()} />}
    </>
  )
}

/** What is under way with an import, or why it is not whole; nothing for one that is done. */
export function ImportState({ shown, job }: { shown: ImportOfId; job: Job | undefined }) {
  if (job !== undefined && isUnderWay(job)) {
    return (
      <Panel title="Under way">
        <JobProgress job={job} />
      </Panel>
    )
  }
  if (shown.status === 'done') return null
  return (
    <div className={styles['notice']} role="status">
      <div className={styles['stack']}>
        <p>{stateWords[shown.status]}</p>
        {job?.state === 'failed' && job.failure !== null && <p>{job.failure}</p>}
        {shown.status !== 'undoing' && shown.plan !== null && <GoOn shown={shown} />}
      </div>
    </div>
  )
}

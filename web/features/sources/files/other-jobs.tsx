import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { isUnderWay } from '#web/api/job.ts'
import { jobsQuery } from '#web/api/jobs.ts'
import { Panel } from '#web/ui/panel.tsx'
import { RuledList } from '#web/ui/ruled-list.tsx'
import { ImportLink } from '../import-link.tsx'
import { followJob } from './follow-job.ts'
import styles from './files.module.css'
import { JobProgress } from './job-progress.tsx'
import { useQueue } from './queue-store.ts'

/** Jobs that are under way for no file in hand: begun before a reload, in another window, or by the server itself after a restart. */
export function OtherJobs() {
  const queries = useQueryClient()
  const answer = useQuery(jobsQuery())
  const files = useQueue((queue) => queue.files)
  const mine = new Set(files.flatMap(({ trialJob, importJob }) => [trialJob, importJob]))
  const jobs = (answer.data?.jobs ?? []).filter((job) => isUnderWay(job) && !mine.has(job.id))
  const ids = jobs.map(({ id }) => id).join(' ')
  useEffect(() => {
    for (const id of ids.split(' ')) if (id !== '') followJob(queries, id)
  }, [queries, ids])
  if (jobs.length === 0) return null
  return (
    <Panel title="Under way">
      <RuledList>
        {jobs.map((job) => (
          <li key={job.id} className={styles['stack']}>
            <JobProgress job={job} error={answer.error} />
            {job.batch !== null && (
              <p className={styles['quiet']}>
                <ImportLink id={job.batch}>The page of this import</ImportLink>
              </p>
            )}
          </li>
        ))}
      </RuledList>
    </Panel>
  )
}

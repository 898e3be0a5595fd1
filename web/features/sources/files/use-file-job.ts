import { skipToken, useQuery } from '@tanstack/react-query'
import type { Job } from '#graph-schema/api/jobs.ts'
import { jobQuery } from '#web/api/job.ts'
import { jobsQuery } from '#web/api/jobs.ts'
import { isGone } from './follow-job.ts'

export interface FileJob {
  job: Job | undefined
  /** The server was started anew since, and knows nothing of the job. */
  isLost: boolean
  /** Why it could not be asked for just now. */
  error: unknown
}

/** The job of an id, kept up to date; where a new start of the server goes on with the same import, its new job. */
export function useFileJob(id: string | null, batch: string | null): FileJob {
  const own = useQuery(id === null ? { queryKey: ['job', 'none'], queryFn: skipToken } : jobQuery(id))
  const isLost = own.error !== null && isGone(own.error)
  const others = useQuery({ ...jobsQuery(), enabled: isLost && batch !== null })
  const resumedId = isLost && batch !== null ? (others.data?.jobs.find((job) => job.batch === batch && job.id !== id)?.id ?? null) : null
  const resumed = useQuery(resumedId === null ? { queryKey: ['job', 'none'], queryFn: skipToken } : jobQuery(resumedId))
  if (resumedId !== null) return { job: resumed.data, isLost: false, error: resumed.error }
  return { job: isLost ? undefined : own.data, isLost, error: isLost ? null : own.error }
}

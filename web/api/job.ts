import { queryOptions } from '@tanstack/react-query'
import { type Job, jobEndpoint } from '#graph-schema/api/jobs.ts'
import { callApi } from './client.ts'

/** Between two looks at a job that is under way, milliseconds. */
const pollMs = 500

export const isUnderWay = (job: Pick<Job, 'state'> | undefined): boolean => job !== undefined && (job.state === 'queued' || job.state === 'running')

/** A job, asked for again until it has ended; while the server is away it is asked for on and on. */
export const jobQuery = (id: string) =>
  queryOptions({
    queryKey: ['job', id],
    queryFn: ({ signal }) => callApi(jobEndpoint, { params: { id }, signal }),
    staleTime: 0,
    retry: false,
    refetchInterval: ({ state }) => (state.data !== undefined && !isUnderWay(state.data) ? false : state.error === null ? pollMs : 4 * pollMs),
  })

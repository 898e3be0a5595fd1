import { queryOptions } from '@tanstack/react-query'
import { jobsEndpoint } from '#graph-schema/api/jobs.ts'
import { callApi } from './client.ts'
import { isUnderWay } from './job.ts'

/** Jobs since the server started, newest first; asked for often while one is under way. */
export const jobsQuery = () =>
  queryOptions({
    queryKey: ['jobs'],
    queryFn: ({ signal }) => callApi(jobsEndpoint, { signal }),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.jobs.some(isUnderWay) === true ? 1_000 : 15_000),
  })

import { queryOptions } from '@tanstack/react-query'
import { narrativesEndpoint } from '#graph-schema/api/narratives.ts'
import { callApi } from './client.ts'

/** All narratives with counts. */
export const narrativesQuery = () =>
  queryOptions({ queryKey: ['narratives'], queryFn: ({ signal }) => callApi(narrativesEndpoint, { signal }) })

import { queryOptions } from '@tanstack/react-query'
import { readyEndpoint } from '#graph-schema/api/health.ts'
import { callApi } from './client.ts'

/** Whether the database answers and has its constraints. */
export const readyQuery = () => queryOptions({ queryKey: ['ready'], queryFn: ({ signal }) => callApi(readyEndpoint, { signal }), retry: false })

import { queryOptions } from '@tanstack/react-query'
import { healthEndpoint } from '#graph-schema/api/health.ts'
import { callApi } from './client.ts'

/** Whether the server process is alive. */
export const healthQuery = () => queryOptions({ queryKey: ['health'], queryFn: ({ signal }) => callApi(healthEndpoint, { signal }), retry: false })

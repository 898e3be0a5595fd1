import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { overviewEndpoint } from '#graph-schema/api/overview.ts'
import { callApi } from './client.ts'

export type OverviewAnswer = z.output<typeof overviewEndpoint.response>

/** What the graph holds. */
export const overviewQuery = () =>
  queryOptions({ queryKey: ['overview'], queryFn: ({ signal }) => callApi(overviewEndpoint, { signal }) })

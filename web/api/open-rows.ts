import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { decideRowEndpoint, openRowsEndpoint } from '#graph-schema/api/open-rows.ts'
import { callApi } from './client.ts'

export type OpenRowsRequest = z.input<typeof openRowsEndpoint.query>
export type RowDecision = z.input<typeof decideRowEndpoint.body>

/** Rows that may mean several cases, or those that a person decided on. */
export const openRowsQuery = (request: OpenRowsRequest = {}) =>
  queryOptions({ queryKey: ['open-rows', request], queryFn: ({ signal }) => callApi(openRowsEndpoint, { query: request, signal }) })

/** Says what a row means. Whoever calls it invalidates all queries afterwards: cases become one or part. */
export const decideRowMutation = () =>
  mutationOptions({ mutationKey: ['decide-row'], mutationFn: (decision: RowDecision) => callApi(decideRowEndpoint, { body: decision }) })

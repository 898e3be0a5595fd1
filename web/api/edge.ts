import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { edgeEndpoint } from '#graph-schema/api/nodes.ts'
import { callApi } from './client.ts'

export type EdgeRequest = z.input<typeof edgeEndpoint.query>

/** One edge with all its evidence. */
export const edgeQuery = (request: EdgeRequest) =>
  queryOptions({ queryKey: ['edge', request], queryFn: ({ signal }) => callApi(edgeEndpoint, { query: request, signal }) })

import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { neighborsEndpoint } from '#graph-schema/api/nodes.ts'
import { callApi } from './client.ts'

/** `kinds` and `types` are comma-separated, as they stand in the address. */
export type NeighborsRequest = z.input<typeof neighborsEndpoint.query>

/** Neighbours of a node, ranked, each with a reason. */
export const neighborsQuery = (id: string, request: NeighborsRequest = {}) =>
  queryOptions({
    queryKey: ['neighbors', id, request],
    queryFn: ({ signal }) => callApi(neighborsEndpoint, { params: { id }, query: request, signal }),
  })

import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { pathsEndpoint } from '#graph-schema/api/nodes.ts'
import { callApi } from './client.ts'

export type PathsRequest = z.input<typeof pathsEndpoint.query>

/** How two nodes are connected. */
export const pathsQuery = (request: PathsRequest) =>
  queryOptions({ queryKey: ['paths', request], queryFn: ({ signal }) => callApi(pathsEndpoint, { query: request, signal }) })

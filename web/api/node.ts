import { queryOptions } from '@tanstack/react-query'
import { nodeEndpoint } from '#graph-schema/api/nodes.ts'
import { callApi } from './client.ts'

/** One node, its facts and what expanding it would bring. */
export const nodeQuery = (id: string) =>
  queryOptions({ queryKey: ['node', id], queryFn: ({ signal }) => callApi(nodeEndpoint, { params: { id }, signal }) })

import { queryOptions } from '@tanstack/react-query'
import { subgraphEndpoint } from '#graph-schema/api/nodes.ts'
import { callApi } from './client.ts'

/** The nodes of a set of ids and all edges among them. The order of ids does not matter. */
export const subgraphQuery = (ids: readonly string[]) => {
  const sorted = [...new Set(ids)].sort()
  return queryOptions({
    queryKey: ['subgraph', sorted],
    queryFn: ({ signal }) => callApi(subgraphEndpoint, { body: { ids: sorted }, signal }),
    enabled: sorted.length > 0,
  })
}

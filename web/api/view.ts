import { queryOptions } from '@tanstack/react-query'
import { viewEndpoint } from '#graph-schema/api/views.ts'
import { callApi } from './client.ts'

/** A saved view. Its id is the hash of its content, so it never goes stale. */
export const viewQuery = (id: string) =>
  queryOptions({ queryKey: ['view', id], queryFn: ({ signal }) => callApi(viewEndpoint, { params: { id }, signal }), staleTime: Number.POSITIVE_INFINITY })

import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { searchEndpoint } from '#graph-schema/api/search.ts'
import { callApi } from './client.ts'

export type SearchRequest = z.input<typeof searchEndpoint.query>

/** Typed hits for a text. A text of blanks asks nothing; a newer text aborts the older request. */
export const searchQuery = (request: SearchRequest) =>
  queryOptions({
    queryKey: ['search', request],
    queryFn: ({ signal }) => callApi(searchEndpoint, { query: request, signal }),
    enabled: request.q.trim() !== '',
    placeholderData: keepPreviousData,
  })

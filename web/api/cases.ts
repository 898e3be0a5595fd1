import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { casesEndpoint } from '#graph-schema/api/cases.ts'
import { callApi } from './client.ts'

export type CasesRequest = z.input<typeof casesEndpoint.query>

/** Cases under a filter, newest first, with facets. */
export const casesQuery = (request: CasesRequest) =>
  queryOptions({
    queryKey: ['cases', request],
    queryFn: ({ signal }) => callApi(casesEndpoint, { query: request, signal }),
    placeholderData: keepPreviousData,
  })

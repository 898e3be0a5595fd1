import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { landscapeEndpoint } from '#graph-schema/api/narratives.ts'
import { callApi } from './client.ts'

export type LandscapeRequest = z.input<typeof landscapeEndpoint.query>
export type LandscapeAnswer = z.output<typeof landscapeEndpoint.response>

/** Narratives over time. */
export const landscapeQuery = (request: LandscapeRequest) =>
  queryOptions({
    queryKey: ['landscape', request],
    queryFn: ({ signal }) => callApi(landscapeEndpoint, { query: request, signal }),
    placeholderData: keepPreviousData,
  })

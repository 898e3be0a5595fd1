import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { narrativePatternsEndpoint, tryPatternsEndpoint } from '#graph-schema/api/patterns.ts'
import { callApi } from './client.ts'

export type TryRequest = z.input<typeof tryPatternsEndpoint.body>

/** The patterns of a narrative as text. */
export const narrativePatternsQuery = (id: string) =>
  queryOptions({ queryKey: ['narrative-patterns', id], queryFn: ({ signal }) => callApi(narrativePatternsEndpoint, { params: { id }, signal }) })

/** What typed patterns would meet. The answer before stays while the next one is on its way. */
export const tryPatternsQuery = (request: TryRequest) =>
  queryOptions({ queryKey: ['try-patterns', request], queryFn: ({ signal }) => callApi(tryPatternsEndpoint, { body: request, signal }), placeholderData: keepPreviousData, gcTime: 60_000 })

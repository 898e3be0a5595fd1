import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { type RelatedPart, relatedEndpoint, toldElsewhereEndpoint } from '#graph-schema/api/related.ts'
import { callApi } from './client.ts'

/** Cases related to one, weighed. While another weighing is on its way the list before stays. */
export const relatedQuery = (id: string, weights: Readonly<Record<RelatedPart, number>>, limit: number) =>
  queryOptions({
    queryKey: ['related', id, weights, limit],
    queryFn: ({ signal }) => callApi(relatedEndpoint, { params: { id }, query: { ...weights, limit }, signal }),
    placeholderData: (before, query) => (query?.queryKey[1] === id ? keepPreviousData(before) : undefined),
  })

/** Cases with a narrative of this one, within so many days, that discuss another country. */
export const toldElsewhereQuery = (id: string, days: number, limit: number) =>
  queryOptions({
    queryKey: ['told-elsewhere', id, days, limit],
    queryFn: ({ signal }) => callApi(toldElsewhereEndpoint, { params: { id }, query: { days, limit }, signal }),
    placeholderData: (before, query) => (query?.queryKey[1] === id ? keepPreviousData(before) : undefined),
  })

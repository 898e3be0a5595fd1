import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { lookEndpoint } from '#graph-schema/api/uploads.ts'
import type { ReadPlanChoice } from '#graph-schema/import-plan.ts'
import { callApi } from './client.ts'

export type Look = z.output<typeof lookEndpoint.response>

/** The first rows of a file under a plan. While a changed plan is asked for, the rows of the one before stay. */
export const lookQuery = (id: string, plan: ReadPlanChoice) =>
  queryOptions({
    queryKey: ['look', id, plan],
    queryFn: ({ signal }) => callApi(lookEndpoint, { params: { id }, body: { plan }, signal }),
    placeholderData: keepPreviousData,
  })

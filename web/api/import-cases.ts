import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { importCasesEndpoint } from '#graph-schema/api/imports.ts'
import { callApi } from './client.ts'

export type ImportCase = z.output<typeof importCasesEndpoint.response>['cases'][number]

/** The rows of an import that state a case, in the file's order. */
export const importCasesQuery = (id: string, page: { limit: number; offset: number }) =>
  queryOptions({
    queryKey: ['import-cases', id, page],
    queryFn: ({ signal }) => callApi(importCasesEndpoint, { params: { id }, query: page, signal }),
    placeholderData: keepPreviousData,
  })

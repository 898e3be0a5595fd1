import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { importPageEndpoint } from '#graph-schema/api/imports.ts'
import { callApi } from './client.ts'

export type ImportOfId = z.output<typeof importPageEndpoint.response>

/** One import with its accounting. */
export const importOfIdQuery = (id: string) =>
  queryOptions({ queryKey: ['import', id], queryFn: ({ signal }) => callApi(importPageEndpoint, { params: { id }, signal }), staleTime: 0 })

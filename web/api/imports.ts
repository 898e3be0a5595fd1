import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { importsEndpoint } from '#graph-schema/api/imports.ts'
import { callApi } from './client.ts'

export type ImportsRequest = z.input<typeof importsEndpoint.query>

/** All imports, newest first. */
export const importsQuery = (request: ImportsRequest = {}) =>
  queryOptions({ queryKey: ['imports', request], queryFn: ({ signal }) => callApi(importsEndpoint, { query: request, signal }) })

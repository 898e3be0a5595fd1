import { queryOptions } from '@tanstack/react-query'
import { casePageEndpoint } from '#graph-schema/api/cases.ts'
import { callApi } from './client.ts'

/** Everything the case page shows. */
export const casePageQuery = (id: string) =>
  queryOptions({ queryKey: ['case', id], queryFn: ({ signal }) => callApi(casePageEndpoint, { params: { id }, signal }) })

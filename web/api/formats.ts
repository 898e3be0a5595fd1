import { queryOptions } from '@tanstack/react-query'
import { formatsEndpoint } from '#graph-schema/api/uploads.ts'
import { callApi } from './client.ts'

/** The formats that can be imported. */
export const formatsQuery = () => queryOptions({ queryKey: ['formats'], queryFn: ({ signal }) => callApi(formatsEndpoint, { signal }), staleTime: Infinity })

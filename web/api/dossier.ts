import { queryOptions } from '@tanstack/react-query'
import { dossierEndpoint } from '#graph-schema/api/narratives.ts'
import { callApi } from './client.ts'

/** One narrative's dossier. */
export const dossierQuery = (id: string) =>
  queryOptions({ queryKey: ['dossier', id], queryFn: ({ signal }) => callApi(dossierEndpoint, { params: { id }, signal }) })

import { keepPreviousData, mutationOptions, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { candidatesEndpoint, rejectCandidateEndpoint } from '#graph-schema/api/candidates.ts'
import { callApi } from './client.ts'

/** Proposals for new narratives in the 90 days up to a day; without one, in the newest window in which a group stands out. */
export const candidatesQuery = (to: string | undefined) =>
  queryOptions({ queryKey: ['candidates', to ?? null], queryFn: ({ signal }) => callApi(candidatesEndpoint, { query: { to }, signal }), placeholderData: keepPreviousData })

/** Says that a group is no narrative, or takes that back. */
export const rejectCandidateMutation = () =>
  mutationOptions({ mutationKey: ['reject-candidate'], mutationFn: (body: z.input<typeof rejectCandidateEndpoint.body>) => callApi(rejectCandidateEndpoint, { body }) })

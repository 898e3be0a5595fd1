import { keepPreviousData, mutationOptions, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { agreementEndpoint, decideEndpoint, reviewEndpoint, takeBackEndpoint } from '#graph-schema/api/review.ts'
import { callApi } from './client.ts'

export type ReviewRequest = z.input<typeof reviewEndpoint.query>
export type DecideRequest = z.input<typeof decideEndpoint.body>
export type DecideAnswer = z.output<typeof decideEndpoint.response>

/** The next links to review. Never from memory alone: what was decided elsewhere meanwhile must not come up again. */
export const reviewQuery = (request: ReviewRequest) =>
  queryOptions({ queryKey: ['review', request], queryFn: ({ signal }) => callApi(reviewEndpoint, { query: request, signal }), staleTime: 0, refetchOnWindowFocus: false, placeholderData: keepPreviousData })

/** How far coders agree, and what is to settle. */
export const agreementQuery = () => queryOptions({ queryKey: ['review-agreement'], queryFn: ({ signal }) => callApi(agreementEndpoint, { signal }), staleTime: 0 })

/** Decides on links. */
export const decideMutation = () => mutationOptions({ mutationKey: ['decide'], mutationFn: (body: DecideRequest) => callApi(decideEndpoint, { body }) })

/** Takes decisions back. */
export const takeBackMutation = () =>
  mutationOptions({ mutationKey: ['take-back'], mutationFn: (takeBack: DecideAnswer['takeBack']) => callApi(takeBackEndpoint, { body: { takeBack } }) })

import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { changeTaxonomyEndpoint, formerLinksEndpoint, linkAnewEndpoint, previewTaxonomyEndpoint, type TaxonomyChange, taxonomyEndpoint, taxonomyFileEndpoint, taxonomyProgressEndpoint, undoTaxonomyEndpoint } from '#graph-schema/api/taxonomy.ts'
import { callApi } from './client.ts'

/** The narratives as they can be edited, with the history. Asked again whenever it is shown: others edit, too. */
export const taxonomyQuery = () => queryOptions({ queryKey: ['taxonomy'], queryFn: ({ signal }) => callApi(taxonomyEndpoint, { signal }), staleTime: 0 })

/** The whole taxonomy as one file. */
export const fetchTaxonomyFile = () => callApi(taxonomyFileEndpoint)

/** What a change would move. */
export const previewTaxonomyMutation = () =>
  mutationOptions({ mutationKey: ['preview-taxonomy'], mutationFn: ({ change, signal }: { change: TaxonomyChange; signal: AbortSignal }) => callApi(previewTaxonomyEndpoint, { body: { change }, signal }) })

/** How far linking has come; asked again and again while `isWaiting`. */
export const taxonomyProgressQuery = (isWaiting: boolean) =>
  queryOptions({ queryKey: ['taxonomy-progress'], queryFn: ({ signal }) => callApi(taxonomyProgressEndpoint, { signal }), enabled: isWaiting, refetchInterval: isWaiting ? 400 : false, gcTime: 0, staleTime: 0 })

/** Makes a change and links all cases anew. */
export const changeTaxonomyMutation = () =>
  mutationOptions({ mutationKey: ['change-taxonomy'], mutationFn: (body: z.input<typeof changeTaxonomyEndpoint.body>) => callApi(changeTaxonomyEndpoint, { body }) })

/** Goes back to before a change. */
export const undoTaxonomyMutation = () =>
  mutationOptions({ mutationKey: ['undo-taxonomy'], mutationFn: (body: z.input<typeof undoTaxonomyEndpoint.body>) => callApi(undoTaxonomyEndpoint, { body }) })

/** Whether links were made with a former edition. Asked again while they were: somebody else may be putting it right. */
export const formerLinksQuery = () =>
  queryOptions({ queryKey: ['former-links'], queryFn: ({ signal }) => callApi(formerLinksEndpoint, { signal }), staleTime: 0, refetchInterval: ({ state }) => ((state.data?.former ?? null) === null ? false : 5_000) })

/** Links all cases anew. */
export const linkAnewMutation = () => mutationOptions({ mutationKey: ['link-anew'], mutationFn: () => callApi(linkAnewEndpoint, { body: {} }) })

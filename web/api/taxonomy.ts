import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { changeTaxonomyEndpoint, previewTaxonomyEndpoint, type TaxonomyChange, taxonomyEndpoint, taxonomyFileEndpoint, undoTaxonomyEndpoint } from '#graph-schema/api/taxonomy.ts'
import { callApi } from './client.ts'

/** The narratives as they can be edited, with the history. */
export const taxonomyQuery = () => queryOptions({ queryKey: ['taxonomy'], queryFn: ({ signal }) => callApi(taxonomyEndpoint, { signal }) })

/** The whole taxonomy as one file. */
export const fetchTaxonomyFile = () => callApi(taxonomyFileEndpoint)

/** What a change would move. */
export const previewTaxonomyMutation = () =>
  mutationOptions({ mutationKey: ['preview-taxonomy'], mutationFn: (change: TaxonomyChange) => callApi(previewTaxonomyEndpoint, { body: { change } }) })

/** Makes a change and links all cases anew. */
export const changeTaxonomyMutation = () =>
  mutationOptions({ mutationKey: ['change-taxonomy'], mutationFn: (body: z.input<typeof changeTaxonomyEndpoint.body>) => callApi(changeTaxonomyEndpoint, { body }) })

/** Goes back to before a change. */
export const undoTaxonomyMutation = () =>
  mutationOptions({ mutationKey: ['undo-taxonomy'], mutationFn: (body: z.input<typeof undoTaxonomyEndpoint.body>) => callApi(undoTaxonomyEndpoint, { body }) })

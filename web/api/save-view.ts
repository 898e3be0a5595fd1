import { mutationOptions } from '@tanstack/react-query'
import { saveViewEndpoint } from '#graph-schema/api/views.ts'
import { callApi } from './client.ts'

/** Saves a view that is too large for a link. */
export const saveViewMutation = () =>
  mutationOptions({ mutationKey: ['save-view'], mutationFn: (content: string) => callApi(saveViewEndpoint, { body: { content } }) })

import { mutationOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { importEndpoint } from '#graph-schema/api/imports.ts'
import { callApi } from './client.ts'

export type PageToImport = z.input<typeof importEndpoint.body>

/** Imports a page. Whoever calls it invalidates all queries afterwards: counts change everywhere. */
export const importPageMutation = () =>
  mutationOptions({ mutationKey: ['import-page'], mutationFn: (page: PageToImport) => callApi(importEndpoint, { body: page }) })

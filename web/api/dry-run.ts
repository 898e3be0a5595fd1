import { mutationOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { dryRunEndpoint } from '#graph-schema/api/imports.ts'
import { callApi } from './client.ts'

export type PageToRead = z.input<typeof dryRunEndpoint.body>

/** Reads a page without importing it. */
export const dryRunMutation = () =>
  mutationOptions({ mutationKey: ['dry-run'], mutationFn: (page: PageToRead) => callApi(dryRunEndpoint, { body: page }) })

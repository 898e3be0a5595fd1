import { importFindingsEndpoint } from '#graph-schema/api/imports.ts'
import { jobFindingsEndpoint } from '#graph-schema/api/jobs.ts'
import { addressOf } from './client.ts'

/** Where the whole list of a job's findings can be saved from. */
export const jobFindingsAddress = (id: string): string => addressOf(jobFindingsEndpoint.path, { id })

/** Where the whole list of an import's findings can be saved from. */
export const importFindingsAddress = (id: string): string => addressOf(importFindingsEndpoint.path, { id })

import { type Job, startDryRunEndpoint } from '#graph-schema/api/jobs.ts'
import type { ReadPlanChoice } from '#graph-schema/import-plan.ts'
import { callApi } from './client.ts'

/** Begins a dry run of a file that was sent. */
export const startDryRun = (upload: string, plan: ReadPlanChoice): Promise<Job> => callApi(startDryRunEndpoint, { params: { id: upload }, body: { plan } })

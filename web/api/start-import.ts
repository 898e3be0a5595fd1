import { type Job, startImportEndpoint } from '#graph-schema/api/jobs.ts'
import type { CorpusChoice, ReadPlanChoice } from '#graph-schema/import-plan.ts'
import { callApi } from './client.ts'

/** Begins to import a file that was sent. */
export const startImport = (upload: string, plan: ReadPlanChoice, corpus: CorpusChoice): Promise<Job> => callApi(startImportEndpoint, { params: { id: upload }, body: { plan, corpus } })

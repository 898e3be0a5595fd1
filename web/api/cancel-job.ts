import { cancelJobEndpoint, type Job } from '#graph-schema/api/jobs.ts'
import { callApi } from './client.ts'

/** Stops a job; one that has ended stays as it is. */
export const cancelJob = (id: string): Promise<Job> => callApi(cancelJobEndpoint, { params: { id }, body: {} })

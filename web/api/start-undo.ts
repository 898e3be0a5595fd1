import { type Job, startUndoEndpoint } from '#graph-schema/api/jobs.ts'
import { callApi } from './client.ts'

/** Begins to take an import out again. */
export const startUndo = (batch: string): Promise<Job> => callApi(startUndoEndpoint, { params: { id: batch }, body: {} })

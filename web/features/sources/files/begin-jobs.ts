import type { QueryClient } from '@tanstack/react-query'
import { jobQuery } from '#web/api/job.ts'
import { startDryRun } from '#web/api/start-dry-run.ts'
import { startImport } from '#web/api/start-import.ts'
import { followJob } from './follow-job.ts'
import { rememberMapping } from './mapping-memory.ts'
import { isPlanWhole } from './queue.ts'
import { fileOf, patchFile } from './queue-store.ts'

/** Begins the dry run of a file whose plan is whole; what goes wrong is kept with the file. */
export async function tryFile(queries: QueryClient, key: string): Promise<void> {
  const file = fileOf(key)
  if (file === undefined || file.upload === null || !isPlanWhole(file.plan) || file.isStarting) return
  patchFile(key, { isStarting: true, fault: null, step: 'trial', trialJob: null, importJob: null })
  rememberMapping(file)
  try {
    const job = await startDryRun(file.upload.id, file.plan)
    queries.setQueryData(jobQuery(job.id).queryKey, job)
    patchFile(key, { isStarting: false, trialJob: job.id })
    followJob(queries, job.id)
  } catch (error) {
    patchFile(key, { isStarting: false, fault: { error } })
  }
}

/** Begins the import of a file; what goes wrong is kept with the file. */
export async function importFile(queries: QueryClient, key: string): Promise<void> {
  const file = fileOf(key)
  if (file === undefined || file.upload === null || file.corpus === null || !isPlanWhole(file.plan) || file.isStarting) return
  patchFile(key, { isStarting: true, fault: null, step: 'import', importJob: null })
  try {
    const job = await startImport(file.upload.id, file.plan, file.corpus)
    queries.setQueryData(jobQuery(job.id).queryKey, job)
    patchFile(key, { isStarting: false, importJob: job.id, batch: job.batch })
    followJob(queries, job.id)
  } catch (error) {
    patchFile(key, { isStarting: false, fault: { error } })
  }
}

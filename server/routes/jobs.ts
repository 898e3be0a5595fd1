import type { Router } from 'express'
import { cancelJobEndpoint, jobEndpoint, jobFindingsEndpoint, jobsEndpoint, startDryRunEndpoint, startImportEndpoint, startUndoEndpoint } from '#graph-schema/api/jobs.ts'
import { NotFoundError } from '../errors.ts'
import type { FindingsFolder } from '../jobs/findings-folder.ts'
import type { ImportJobs } from '../jobs/import-jobs.ts'
import type { JobRunner } from '../jobs/job-runner.ts'
import type { UploadStore } from '../uploads/upload-store.ts'
import { serve, serveFile } from './handle.ts'
import { uploadOf } from './uploads.ts'

/** Beginning, watching and stopping jobs. */
export function addJobRoutes(router: Router, { jobs, imports, uploads, findings }: { jobs: JobRunner; imports: ImportJobs; uploads: UploadStore; findings: FindingsFolder }): void {
  serve(router, startDryRunEndpoint, async ({ param, body }) => imports.startDryRun(await uploadOf(uploads, param('id')), body.plan))
  serve(router, startImportEndpoint, async ({ param, body }) => imports.startImport(await uploadOf(uploads, param('id')), body.plan, body.corpus))
  serve(router, startUndoEndpoint, ({ param }) => imports.startUndo(param('id')))
  serve(router, jobsEndpoint, () => Promise.resolve({ jobs: jobs.list().map((job) => ({ ...job, report: null })) }))
  serve(router, jobEndpoint, ({ param }) => Promise.resolve(jobs.get(param('id'))))
  serve(router, cancelJobEndpoint, ({ param }) => Promise.resolve(jobs.cancel(param('id'))))
  serveFile(router, jobFindingsEndpoint, async ({ param }) => {
    const job = jobs.get(param('id'))
    const path = await findings.find(job.batch ?? job.id)
    if (path === null) throw new NotFoundError('This job has not listed its findings yet, or has none to list.')
    return { path, name: `findings of ${job.file}.csv` }
  })
}

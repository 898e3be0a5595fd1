import path from 'node:path'
import type { Logger } from 'pino'
import type { IngestContext } from '../ingest/inference.ts'
import { TaxonomyEditor } from '../narratives/taxonomy-editor.ts'
import type { GraphDriver } from '../neo4j/driver.ts'
import { findProjectRoot } from '../project-root.ts'
import { RejectedCandidates } from '../review/rejected-candidates.ts'
import { UploadStore } from '../uploads/upload-store.ts'
import { FindingsFolder } from './findings-folder.ts'
import { ImportJobs } from './import-jobs.ts'
import { JobRunner } from './job-runner.ts'
import type { Lane } from './lane.ts'

/** Everything that importing files and editing the taxonomy need, over one home folder. `driver` is a patient one. */
export function buildImports({ driver, context, home, logger, lane, mostUploadBytes }: { driver: GraphDriver; context: IngestContext; home: string; logger: Logger; lane: Lane; mostUploadBytes: number }) {
  const uploads = new UploadStore(path.join(home, 'uploads'), mostUploadBytes)
  const findings = new FindingsFolder(path.join(home, 'imports'))
  const jobs = new JobRunner(logger, lane)
  const editor = new TaxonomyEditor({ driver, context, home, lane, projectRoot: findProjectRoot() })
  const rejectedCandidates = new RejectedCandidates(home)
  return { uploads, findings, jobs, context, editor, rejectedCandidates, imports: new ImportJobs({ driver, context, jobs, uploads, findings }) }
}

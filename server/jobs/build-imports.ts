import path from 'node:path'
import type { Logger } from 'pino'
import type { Entities } from '../ingest/normalise/entities.ts'
import { TaxonomyEditor } from '../narratives/taxonomy-editor.ts'
import type { TaxonomyInForce } from '../narratives/taxonomy-in-force.ts'
import type { GraphDriver } from '../neo4j/driver.ts'
import { UploadStore } from '../uploads/upload-store.ts'
import { FindingsFolder } from './findings-folder.ts'
import { ImportJobs } from './import-jobs.ts'
import { JobRunner } from './job-runner.ts'
import type { Lane } from './lane.ts'

/** What importing files and editing the taxonomy are built of. */
export interface BuildImportsOptions {
  /** A patient one. */
  driver: GraphDriver
  entities: Entities
  inForce: TaxonomyInForce
  /** Where files that are sent, and lists of findings, lie. */
  home: string
  logger: Logger
  lane: Lane
  mostUploadBytes: number
}

/** Everything that importing files and editing the taxonomy need. */
export function buildImports({ driver, entities, inForce, home, logger, lane, mostUploadBytes }: BuildImportsOptions) {
  const uploads = new UploadStore(path.join(home, 'uploads'), mostUploadBytes)
  const findings = new FindingsFolder(path.join(home, 'imports'))
  const jobs = new JobRunner(logger, lane)
  const editor = new TaxonomyEditor({ driver, inForce, lane })
  return { uploads, findings, jobs, entities, inForce, editor, imports: new ImportJobs({ driver, entities, inForce, jobs, uploads, findings }) }
}

import type { Job } from '#graph-schema/api/jobs.ts'
import type { CorpusChoice, ReadPlanChoice } from '#graph-schema/import-plan.ts'
import { ConflictError, NotFoundError } from '../errors.ts'
import { batchId } from '../ingest/batch-id.ts'
import { corpusOf, joinCorpus } from '../ingest/corpus-choice.ts'
import { dryRunFile, type FileReading, importFile } from '../ingest/import-file.ts'
import { linkingInForce } from '../ingest/link-in-force.ts'
import type { Entities } from '../ingest/normalise/entities.ts'
import { undoImport } from '../ingest/undo-import.ts'
import type { TaxonomyProvider } from '../narratives/taxonomy-in-force.ts'
import type { GraphDriver } from '../neo4j/driver.ts'
import { importPage, interruptedImports } from '../neo4j/queries/import-page.ts'
import { readerFor } from '../uploads/describe-upload.ts'
import { inputFromDisk } from '../uploads/input-file.ts'
import type { StoredUpload, UploadStore } from '../uploads/upload-store.ts'
import type { FindingsFolder } from './findings-folder.ts'
import type { JobContext, JobRunner } from './job-runner.ts'

/** What jobs work with; the driver is a patient one. */
export interface ImportJobsOptions {
  driver: GraphDriver
  entities: Entities
  inForce: TaxonomyProvider
  jobs: JobRunner
  uploads: UploadStore
  findings: FindingsFolder
}

/** Dry runs, imports and undoing as jobs. */
export class ImportJobs {
  readonly #options: ImportJobsOptions

  constructor(options: ImportJobsOptions) {
    this.#options = options
  }

  /** BadInputError for a plan that cannot be meant. */
  startDryRun(upload: StoredUpload, plan: ReadPlanChoice): Job {
    const { driver, jobs, entities, inForce } = this.#options
    const reader = readerFor(plan)
    const job: Job = jobs.start({ kind: 'dry-run', file: upload.name, batch: null }, async (running) => ({
      report: await dryRunFile(driver, { ...this.#reading(upload, running, job.id), context: { entities, taxonomy: await inForce.current(driver) }, reader, plan }),
    }))
    return job
  }

  /** BadInputError for a plan or a corpus that cannot be meant, ConflictError while the same import is under way. */
  async startImport(upload: StoredUpload, plan: ReadPlanChoice, choice: CorpusChoice): Promise<Job> {
    const { driver, jobs, entities, inForce } = this.#options
    const reader = readerFor(plan)
    const corpus = corpusOf(choice)
    const batch = batchId({ sha256: upload.sha256, plan })
    // Again when its turn comes; here for those who wait for an answer.
    await joinCorpus(driver, corpus)
    this.#refuseDouble(batch)
    return jobs.start({ kind: 'import', file: upload.name, batch }, async (running) => ({
      report: await linkingInForce(driver, inForce, (taxonomy) => importFile(driver, { ...this.#reading(upload, running, batch), context: { entities, taxonomy }, reader, plan }, corpus)),
    }))
  }

  /** NotFoundError for no import of that id, ConflictError while a job works on it. */
  async startUndo(batch: string): Promise<Job> {
    const { driver, inForce, jobs } = this.#options
    const [found] = await driver.run(importPage, { id: batch })
    if (found === undefined) throw new NotFoundError(`There is no import “${batch}” in this graph.`)
    this.#refuseDouble(batch)
    return jobs.start({ kind: 'undo', file: found.file, batch }, async (running) => ({
      undone: await linkingInForce(driver, inForce, (taxonomy) =>
        undoImport(driver, batch, taxonomy, {
          signal: running.signal,
          onProgress: (done, all) => running.progress({ read: done, accepted: 0, merged: 0, rejected: 0 }, all === 0 ? 1 : Math.min(1, done / all)),
        }),
      ),
    }))
  }

  /** Goes on with what a shutdown or a crash interrupted, as far as its file is still here. Resolves with the jobs that it began. */
  async resume(): Promise<Job[]> {
    const { driver, uploads } = this.#options
    const begun: Job[] = []
    for (const { id, status, sha256, file, plan, corpus } of await driver.run(interruptedImports, {})) {
      const upload = await uploads.findBySha256(sha256)
      if (status === 'undoing') begun.push(await this.startUndo(id))
      else if (upload !== null) begun.push(await this.startImport({ ...upload, name: file }, plan, corpus))
    }
    return begun
  }

  #refuseDouble(batch: string): void {
    if (this.#options.jobs.isWorkingOn(batch)) throw new ConflictError('A job is at work on this very import. Wait for it, or stop it.')
  }

  /** Tells the job how far it is: rows by what was accounted for, the part by the bytes that were taken. */
  #reading(upload: StoredUpload, running: JobContext, id: string): Omit<FileReading, 'reader' | 'plan' | 'context'> {
    let taken = 0
    const input = inputFromDisk(upload.path, upload, (bytes) => {
      taken = bytes
    })
    return {
      input,
      findingsPath: this.#options.findings.fileOf(id),
      signal: running.signal,
      onProgress: (rows) => running.progress(rows, Math.min(1, taken / upload.size)),
    }
  }
}

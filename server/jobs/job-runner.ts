import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import type { RowCounts } from '#graph-schema/api/imports.ts'
import type { Job, jobKinds } from '#graph-schema/api/jobs.ts'
import { CancelledError, DatabaseUnavailableError, DomainError, NotFoundError, StartupError } from '../errors.ts'
import { Lane } from './lane.ts'
import { Pace } from './pace.ts'

/** Ended jobs that can still be asked for. */
const mostKept = 100

/** What a job's work has at hand. */
export interface JobContext {
  signal: AbortSignal
  /** `part`: of the whole, 0 to 1; null where it is not known. */
  progress(rows: RowCounts, part: number | null): void
}

/** What comes of it. */
export type JobResult = Partial<Pick<Job, 'report' | 'undone'>>

interface Entry {
  job: Omit<Job, 'progress'>
  pace: Pace
  part: number | null
  controller: AbortController
  ended: Promise<void>
}

/** Runs jobs and remembers them as long as the process lives. What writes goes through one lane, dry runs through another. */
export class JobRunner {
  readonly #entries = new Map<string, Entry>()
  readonly #logger: Logger
  readonly #writing: Lane
  readonly #reading = new Lane()
  #isStopping = false

  constructor(logger: Logger, writing: Lane) {
    this.#logger = logger
    this.#writing = writing
  }

  /** Queues a job and answers at once. */
  start({ kind, file, batch }: { kind: (typeof jobKinds)[number]; file: string; batch: string | null }, work: (context: JobContext) => Promise<JobResult>): Job {
    const id = `job:${randomUUID()}`
    const controller = new AbortController()
    const entry: Entry = {
      job: { id, kind, state: 'queued', file, batch, createdAt: new Date().toISOString(), finishedAt: null, rows: { read: 0, accepted: 0, merged: 0, rejected: 0 }, report: null, undone: null, failure: null },
      pace: new Pace(),
      part: null,
      controller,
      ended: Promise.resolve(),
    }
    this.#entries.set(id, entry)
    entry.ended = (kind === 'dry-run' ? this.#reading : this.#writing).run(() => this.#work(entry, work))
    this.#forgetOld()
    return this.#told(entry)
  }

  /** NotFoundError for a job of another life. */
  get(id: string): Job {
    return this.#told(this.#find(id))
  }

  /** Newest first. */
  list(): Job[] {
    return [...this.#entries.values()].map((entry) => this.#told(entry)).reverse()
  }

  /** Whether a job that has not ended works on that import. */
  isWorkingOn(batch: string): boolean {
    return [...this.#entries.values()].some(({ job }) => job.batch === batch && (job.state === 'queued' || job.state === 'running'))
  }

  cancel(id: string): Job {
    const entry = this.#find(id)
    entry.controller.abort(new CancelledError('Stopped by a person.'))
    // One that has not begun has nothing to wind up.
    if (entry.job.state === 'queued') this.#end(entry, 'cancelled')
    return this.#told(entry)
  }

  /** Ends all jobs for a shutdown; resolves when none works any more. Imports go on at the next start. */
  async stop(): Promise<void> {
    this.#isStopping = true
    for (const { controller } of this.#entries.values()) controller.abort(new DomainError('Throughline is shutting down.'))
    await Promise.all([...this.#entries.values()].map((entry) => entry.ended))
  }

  async #work(entry: Entry, work: (context: JobContext) => Promise<JobResult>): Promise<void> {
    const { job, controller } = entry
    if (controller.signal.aborted) return
    job.state = 'running'
    try {
      const result = await work({
        signal: controller.signal,
        progress(rows, part) {
          job.rows = rows
          entry.part = part
          entry.pace.note(rows.read, part)
        },
      })
      Object.assign(job, result)
      entry.part = 1
      this.#end(entry, 'done')
    } catch (error) {
      if (controller.signal.aborted) {
        this.#end(entry, 'cancelled')
        return
      }
      job.failure = this.#wordsFor(error, job)
      this.#end(entry, 'failed')
    }
  }

  #wordsFor(error: unknown, job: Entry['job']): string {
    if (error instanceof DatabaseUnavailableError) {
      return job.kind === 'dry-run' ? 'The database went away. Try again when it is back.' : 'The database went away and did not come back in time. What was written stays; start it again to go on where it stopped.'
    }
    if (error instanceof StartupError) return `${error.message} ${error.why} What to do: ${error.remedy}`
    if (error instanceof DomainError) return error.message
    const instance = `urn:uuid:${randomUUID()}`
    this.#logger.error({ err: error, instance, job: job.id }, 'A job broke')
    return `Something broke on our side; the fault was logged under ${instance}. What was written stays; starting it again goes on where it stopped.`
  }

  #end(entry: Entry, state: Job['state']): void {
    entry.job.state = state
    entry.job.finishedAt = new Date().toISOString()
    if (state !== 'done' && !this.#isStopping) this.#logger.info({ job: entry.job.id, kind: entry.job.kind, state }, 'A job ended early')
  }

  #told({ job, pace, part }: Entry): Job {
    const isUnderWay = job.state === 'running'
    const { rowsPerSecond, secondsLeft } = pace.read()
    return { ...job, progress: { rows: job.rows.read, part, rowsPerSecond: isUnderWay ? rowsPerSecond : null, secondsLeft: isUnderWay ? secondsLeft : null } }
  }

  #find(id: string): Entry {
    const entry = this.#entries.get(id)
    if (entry === undefined) throw new NotFoundError(`There is no job “${id}”. Jobs are known until Throughline stops; what they wrote stands under Sources.`)
    return entry
  }

  #forgetOld(): void {
    for (const [id, { job }] of this.#entries) {
      if (this.#entries.size <= mostKept) return
      if (job.finishedAt !== null) this.#entries.delete(id)
    }
  }
}

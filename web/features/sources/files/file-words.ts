import type { Job } from '#graph-schema/api/jobs.ts'
import { counted, sizeWords } from './plan-words.ts'
import type { QueuedFile } from './queue.ts'

/** Where a file stands, in a few words, and whether that asks for attention. */
export function fileWords(file: QueuedFile, job: Job | undefined): { words: string; tone: 'quiet' | 'active' | 'good' | 'bad' } {
  if (file.sending === 'waiting') return { words: 'waits to be sent', tone: 'quiet' }
  if (file.sending === 'failed') return { words: 'not sent', tone: 'bad' }
  if (file.upload === null) return { words: file.sent === 0 ? 'being sent' : `${Math.floor((100 * file.sent) / Math.max(1, file.size))} % of ${sizeWords(file.size)} sent`, tone: 'active' }
  if (file.upload.isPackage) return { words: 'describes the corpus', tone: 'good' }
  if (file.fault !== null) return { words: 'needs a look', tone: 'bad' }
  if (job !== undefined) return jobWords(job)
  if (file.plan === null) return { words: 'not recognised', tone: 'bad' }
  return { words: file.upload.recognised.find(({ plan }) => plan.format === file.plan?.format)?.formatName ?? 'read as something else', tone: 'quiet' }
}

function jobWords(job: Job): ReturnType<typeof fileWords> {
  const part = job.progress.part === null ? '' : ` ${Math.floor(job.progress.part * 100)} %`
  const what = job.kind === 'dry-run' ? 'dry run' : 'import'
  switch (job.state) {
    case 'queued':
      return { words: `${what} waits`, tone: 'active' }
    case 'running':
      return { words: `${what}${part}`, tone: 'active' }
    case 'cancelled':
      return { words: `${what} stopped`, tone: 'bad' }
    case 'failed':
      return { words: `${what} failed`, tone: 'bad' }
    case 'done': {
      const { read, rejected } = job.report?.rows ?? job.rows
      const rows = `${counted(read, 'row', 'rows')}${rejected === 0 ? '' : `, ${rejected.toLocaleString('en')} rejected`}`
      return job.kind === 'dry-run' ? { words: `ready: ${rows}`, tone: 'active' } : { words: `imported: ${rows}`, tone: 'good' }
    }
  }
}

import { type QueryClient, QueryObserver } from '@tanstack/react-query'
import type { Job } from '#graph-schema/api/jobs.ts'
import { ApiError } from '#web/api/client.ts'
import { isUnderWay, jobQuery } from '#web/api/job.ts'
import { showToast } from '#web/ui/toast-store.ts'

const followed = new Set<string>()

/** What a job came to, for whoever has gone on to another screen. */
function endWords(job: Job): { text: string; isBad: boolean } | null {
  if (job.kind === 'dry-run' || window.location.pathname.startsWith('/sources')) return null
  const did = job.kind === 'undo' ? 'Undoing the import of' : 'Importing'
  if (job.state === 'failed') return { text: `${did} ${job.file} failed.`, isBad: true }
  if (job.state === 'cancelled') return { text: `${did} ${job.file} was stopped.`, isBad: false }
  return { text: job.kind === 'undo' ? `The import of ${job.file} is undone.` : `${job.file} is imported. All screens now count with it.`, isBad: false }
}

/** A job of another life of the server. */
export const isGone = (error: unknown): boolean => error instanceof ApiError && error.status === 404

/** Whether what is kept under a key may be another after a job: a dry run changes nothing but the list of jobs; of an import that was undone there is nothing to ask. */
function changes(job: Job | undefined, [what, id]: readonly unknown[]): boolean {
  if (what === 'job') return false
  if (job?.kind === 'dry-run') return what === 'jobs'
  return !(job?.kind === 'undo' && job.state === 'done' && (what === 'import' || what === 'import-cases') && id === job.batch)
}

/** Watches a job to its end, whichever screen is open, and then has everything asked for anew: an import changes counts everywhere. */
export function followJob(queries: QueryClient, id: string): void {
  if (followed.has(id)) return
  followed.add(id)
  let wasUnderWay = false
  const observer = new QueryObserver(queries, jobQuery(id))
  const stop = observer.subscribe(({ data, error }) => {
    if (isUnderWay(data)) wasUnderWay = true
    if (isGone(error) ? false : data === undefined || isUnderWay(data)) return
    stop()
    void queries.invalidateQueries({ predicate: ({ queryKey }) => changes(data, queryKey) })
    const words = data === undefined || !wasUnderWay ? null : endWords(data)
    if (words !== null) showToast(words.text, { tone: words.isBad ? 'error' : 'info' })
  })
}

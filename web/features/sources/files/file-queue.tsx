import { useQueries, useQueryClient } from '@tanstack/react-query'
import { X } from 'lucide-react'
import type { Job } from '#graph-schema/api/jobs.ts'
import { isUnderWay, jobQuery } from '#web/api/job.ts'
import { Button } from '#web/ui/button.tsx'
import { importFile, tryFile } from './begin-jobs.ts'
import { fileWords } from './file-words.ts'
import styles from './files.module.css'
import { sizeWords } from './plan-words.ts'
import { isPlanWhole, type QueuedFile } from './queue.ts'
import { useQueue } from './queue-store.ts'
import { layAside } from './send-queue.ts'

const jobOf = (file: QueuedFile) => file.importJob ?? file.trialJob

/** The job that each file is at, by file. */
function useJobs(files: readonly QueuedFile[]): ReadonlyMap<string, Job> {
  const withJob = files.flatMap((file) => {
    const id = jobOf(file)
    return id === null ? [] : [{ key: file.key, id }]
  })
  const answers = useQueries({ queries: withJob.map(({ id }) => jobQuery(id)) })
  return new Map(withJob.flatMap(({ key }, index) => { const job = answers[index]?.data; return job === undefined ? [] : [[key, job] as const] }))
}

/** Dry run or import of all files that are ready for it. */
function TogetherButtons({ files, jobs }: { files: readonly QueuedFile[]; jobs: ReadonlyMap<string, Job> }) {
  const queries = useQueryClient()
  const toTry = files.filter((file) => file.upload !== null && !file.upload.isPackage && isPlanWhole(file.plan) && file.trialJob === null && file.importJob === null && !file.isStarting)
  const toImport = files.filter((file) => {
    const job = jobs.get(file.key)
    return file.importJob === null && !file.isStarting && job?.kind === 'dry-run' && job.report !== null && job.report.rows.accepted + job.report.rows.merged > 0
  })
  const inTurn = async (chosen: readonly QueuedFile[], begin: typeof tryFile) => {
    for (const file of chosen) await begin(queries, file.key)
  }
  if (toTry.length < 2 && toImport.length < 2) return null
  return (
    <div className={styles['foot']}>
      {toTry.length > 1 && <Button onPress={() => void inTurn(toTry, tryFile)}>Dry run of {toTry.length} files as they were recognised</Button>}
      {toImport.length > 1 && <Button variant="primary" onPress={() => void inTurn(toImport, importFile)}>Import the {toImport.length} files that are ready</Button>}
    </div>
  )
}

/** The files in hand, and where each stands. */
export function FileQueue() {
  const { files, open } = useQueue()
  const jobs = useJobs(files)
  if (files.length < 2) return null
  const isBusy = [...jobs.values()].some(isUnderWay)
  return (
    <div className={styles['stack']}>
      <ol className={styles['queue']} aria-label="Files in hand">
        {files.map((file) => {
          const { words, tone } = fileWords(file, jobs.get(file.key))
          return (
            <li key={file.key} data-open={file.key === open ? '' : undefined}>
              <button type="button" className={styles['queued']} aria-current={file.key === open ? 'true' : undefined} onClick={() => useQueue.setState({ open: file.key })}>
                <span className={styles['any']}>{file.name}</span>
                <span className={styles['quiet']}>{sizeWords(file.size)}</span>
                <span className={styles['state']} data-tone={tone}>
                  {words}
                </span>
              </button>
              <Button variant="quiet" size="small" icon aria-label={`Lay ${file.name} aside`} onPress={() => layAside(file.key)}>
                <X size={14} aria-hidden />
              </Button>
            </li>
          )
        })}
      </ol>
      <TogetherButtons files={files} jobs={jobs} />
      {isBusy && <p className={styles['quiet']}>Jobs go on one after another, also when you leave this page.</p>}
    </div>
  )
}

import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Panel } from '#web/ui/panel.tsx'
import { DropArea } from './drop-area.tsx'
import { FileCard } from './file-card.tsx'
import { FileQueue } from './file-queue.tsx'
import { followJob } from './follow-job.ts'
import { OtherJobs } from './other-jobs.tsx'
import styles from './files.module.css'
import { useQueue } from './queue-store.ts'
import { recallUploads } from './send-queue.ts'

/** Where files come in and go their way into the graph. */
export function FileDesk() {
  const queries = useQueryClient()
  const { files, open } = useQueue()
  useEffect(() => {
    recallUploads()
    for (const { trialJob, importJob } of useQueue.getState().files) for (const id of [trialJob, importJob]) if (id !== null) followJob(queries, id)
  }, [queries])
  const opened = files.find(({ key }) => key === open)
  return (
    <div className={styles['desk']}>
      <OtherJobs />
      <Panel title="Import files">
        <div className={styles['stack']}>
          <DropArea isSlim={files.length > 0} />
          <FileQueue />
        </div>
      </Panel>
      {opened !== undefined && <FileCard key={opened.key} file={opened} />}
    </div>
  )
}

import type { ImportSummary } from '#graph-schema/api/imports.ts'
import type { Job } from '#graph-schema/api/jobs.ts'
import { isUnderWay } from '#web/api/job.ts'
import { Badge } from '#web/ui/badge.tsx'

/** The state of an import in words; `job` is the one that works on it, if there is one. */
export function ImportStatus({ status, job }: { status: ImportSummary['status']; job: Job | undefined }) {
  if (isUnderWay(job)) return <Badge tone="accent">{job?.kind === 'undo' ? 'being undone' : job?.state === 'queued' ? 'waits' : 'running'}</Badge>
  switch (status) {
    case 'done':
      return <>done</>
    case 'cancelled':
      return <Badge tone="notice">stopped</Badge>
    case 'running':
      return <Badge tone="notice">broken off</Badge>
    case 'undoing':
      return <Badge tone="notice">half undone</Badge>
  }
}

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { List } from 'lucide-react'
import { useEffect } from 'react'
import type { Job } from '#graph-schema/api/jobs.ts'
import { ApiError } from '#web/api/client.ts'
import { importFindingsAddress } from '#web/api/findings.ts'
import { type ImportOfId, importOfIdQuery } from '#web/api/import-of-id.ts'
import { isUnderWay, jobQuery } from '#web/api/job.ts'
import { jobsQuery } from '#web/api/jobs.ts'
import { Badge } from '#web/ui/badge.tsx'
import { buttonClass } from '#web/ui/button.tsx'
import { onlyCasesWith } from '#web/ui/cases-link.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { ErrorState } from '#web/ui/error-state.tsx'
import { FactList } from '#web/ui/fact-list.tsx'
import { Panel } from '#web/ui/panel.tsx'
import { ShortHash } from '#web/ui/plain-address.tsx'
import { Screen, ScreenColumns, ScreenHead } from '#web/ui/screen.tsx'
import { SkeletonLines } from '#web/ui/skeleton.tsx'
import { CorpusFacts } from '../corpus-facts.tsx'
import { EditCorpus } from '../edit-corpus.tsx'
import { followJob } from '../files/follow-job.ts'
import { counted } from '../files/plan-words.ts'
import { ReportView } from '../report/report-view.tsx'
import { ImportRows } from './import-rows.tsx'
import { ImportState } from './import-state.tsx'
import { ImportStatus } from './import-status.tsx'
import styles from './import.module.css'
import { PlanFacts } from './plan-facts.tsx'
import { UndoImport } from './undo-import.tsx'

const trail = (
  <>
    <Link to="/sources">Sources</Link>
    <span aria-hidden>/</span>
    <span>Import</span>
  </>
)

/** The latest job on an import, kept up to date and watched to its end. */
function useJobOf(batch: string): Job | undefined {
  const queries = useQueryClient()
  const listed = useQuery(jobsQuery()).data?.jobs.find((job) => job.batch === batch)
  const id = listed?.id
  const isRunning = isUnderWay(listed)
  useEffect(() => {
    if (id !== undefined && isRunning) followJob(queries, id)
  }, [queries, id, isRunning])
  const own = useQuery({ ...jobQuery(id ?? ''), enabled: id !== undefined })
  return own.data ?? listed
}

function Undone({ job }: { job: Job }) {
  const { undone } = job
  return (
    <div className={styles['done']} role="status">
      <h2>The import is undone</h2>
      {undone !== null && (
        <p>
          {counted(undone.casesDeleted, 'case is', 'cases are')} out; {counted(undone.casesKept, 'case stays', 'cases stay')} as other imports state {undone.casesKept === 1 ? 'it' : 'them'}; {counted(undone.casesKnownByTitle, 'case is', 'cases are')} known by title still, because others refer to {undone.casesKnownByTitle === 1 ? 'it' : 'them'}. {counted(undone.entitiesDeleted, 'outlet, keyword or the like is', 'outlets, keywords and the like are')} out as well.
        </p>
      )}
      <p>The file can be imported again at any time.</p>
      <p>
        <Link to="/sources">Back to Sources</Link>
      </p>
    </div>
  )
}

function when(instant: string) {
  return <time dateTime={instant}>{instant.slice(0, 16).replace('T', ' ')} UTC</time>
}

function Main({ shown }: { shown: ImportOfId }) {
  return (
    <Panel title="Every row accounted for" aside={shown.status === 'done' ? undefined : 'so far'}>
      <ReportView
        accounting={{ ...shown, created: null }}
        findings={shown.hasFindings ? importFindingsAddress(shown.id) : null}
        before={[{ id: 'cases', label: `Cases ${shown.cases.toLocaleString('en')}`, content: <ImportRows id={shown.id} /> }]}
      />
    </Panel>
  )
}

function casesWords({ cases, casesCounted, casesOfItsOwn }: ImportOfId): string {
  const apart = cases - casesCounted
  const uncounted = apart === 0 ? '' : ` ${counted(apart, 'is', 'are')} withdrawn or known by title only: in no list, in no count.`
  return `${cases.toLocaleString('en')}, of which ${casesOfItsOwn.toLocaleString('en')} no other import states.${uncounted}`
}

function Side({ shown, job }: { shown: ImportOfId; job: Job | undefined }) {
  return (
    <>
      <Panel title="The file">
        <FactList
          facts={[
            { label: 'State', value: <ImportStatus status={shown.status} job={job} /> },
            { label: 'SHA-256', value: <ShortHash sha256={shown.sha256} /> },
            { label: 'Importer', value: shown.importerVersion },
            { label: 'Begun', value: when(shown.startedAt) },
            shown.finishedAt === null ? null : { label: 'Ended', value: when(shown.finishedAt) },
            { label: 'Cases', value: casesWords(shown) },
          ]}
        />
      </Panel>
      <Panel title="How it was read">
        <PlanFacts format={shown.format} plan={shown.plan} />
      </Panel>
      <Panel title="Corpus" aside={<Badge tone={shown.corpus.sampling === 'selected' ? 'notice' : 'neutral'}>{shown.corpus.sampling === 'selected' ? 'selected sample' : 'complete'}</Badge>}>
        <div className={styles['between']}>
          <h3 className={styles['any']}>{shown.corpus.name}</h3>
          <EditCorpus corpus={shown.corpus} />
        </div>
        <CorpusFacts corpus={shown.corpus} />
      </Panel>
    </>
  )
}

/** The page of one import: its file, every row and column accounted for, its corpus, its cases, and the way to undo it. */
export function ImportScreen() {
  const { id } = useParams({ from: '/sources/imports/$id' })
  const job = useJobOf(id)
  const isUndone = job?.kind === 'undo' && job.state === 'done'
  const answer = useQuery({ ...importOfIdQuery(id), enabled: !isUndone })
  const isGone = answer.error instanceof ApiError && answer.error.status === 404
  // Somebody may have imported the file anew since.
  if (isUndone && (answer.data === undefined || answer.data.startedAt < job.createdAt)) {
    return (
      <Screen title="Import undone">
        <ScreenHead title={<span className={styles['any']}>{job.file}</span>} trail={trail} />
        <Undone job={job} />
      </Screen>
    )
  }
  if (isGone && isUnderWay(job) && job !== undefined) {
    return (
      <Screen title="Import">
        <ScreenHead title={<span className={styles['any']}>{job.file}</span>} trail={trail} lead="The first rows are being read; the page fills as soon as they are written." />
      </Screen>
    )
  }
  if (isGone) {
    return (
      <Screen title="No such import">
        <EmptyState level={1} title="There is no such import in this graph" why="It may have been undone, or it belongs to another graph.">
          <Link to="/sources" className={buttonClass('primary')}>
            See all imports
          </Link>
        </EmptyState>
      </Screen>
    )
  }
  if (answer.data === undefined) {
    return <Screen title="Import">{answer.isError ? <ErrorState error={answer.error} onRetry={() => void answer.refetch()} /> : <SkeletonLines label="Loading the import" lines={10} />}</Screen>
  }
  const shown = answer.data
  return (
    <Screen title={`Import of ${shown.file}`}>
      <ScreenHead
        title={<span className={styles['any']}>{shown.file}</span>}
        trail={trail}
        lead={`Which rows this file had, what became of each, and what they are now.`}
        actions={
          <>
            {shown.casesCounted > 0 && (
              <Link to="/cases" search={onlyCasesWith({ import: shown.id })} className={buttonClass()}>
                <List size={15} aria-hidden />
                {counted(shown.casesCounted, 'case', 'cases')} of this import
              </Link>
            )}
            {!isUnderWay(job) && <UndoImport id={shown.id} file={shown.file} />}
          </>
        }
      />
      {answer.isError && <ErrorState isBrief error={answer.error} onRetry={() => void answer.refetch()} />}
      <ImportState shown={shown} job={job} />
      <ScreenColumns main={<Main shown={shown} />} side={<Side shown={shown} job={job} />} />
    </Screen>
  )
}

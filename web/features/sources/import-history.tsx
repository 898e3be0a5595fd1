import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ImportSummary } from '#graph-schema/api/imports.ts'
import type { Job } from '#graph-schema/api/jobs.ts'
import { formatsQuery } from '#web/api/formats.ts'
import { importsQuery } from '#web/api/imports.ts'
import { jobsQuery } from '#web/api/jobs.ts'
import { Button } from '#web/ui/button.tsx'
import { type Column, DataTable } from '#web/ui/data-table.tsx'
import { ErrorState } from '#web/ui/error-state.tsx'
import { Panel } from '#web/ui/panel.tsx'
import { SkeletonLines } from '#web/ui/skeleton.tsx'
import { ImportStatus } from './import/import-status.tsx'
import { ImportLink } from './import-link.tsx'
import styles from './sources.module.css'

/** Names of formats, by code. */
type FormatNames = ReadonlyMap<string, string>

function FileCell({ summary, names }: { summary: ImportSummary; names: FormatNames }) {
  return (
    <>
      <span className={styles['text']}>
        <ImportLink id={summary.id}>{summary.file}</ImportLink>
      </span>
      <br />
      <span className={styles['quiet']}>
        {names.get(summary.format) ?? summary.format}
      </span>
    </>
  )
}

/** Columns of the list; `jobs` tells what is at work on which import. The hash stands on the page of each. */
const columnsWith = (jobs: readonly Job[], names: FormatNames): readonly Column<ImportSummary>[] => [
  { id: 'file', header: 'File', isRowHeader: true, cell: (row) => <FileCell summary={row} names={names} />, sortBy: (row) => row.file },
  { id: 'when', header: 'Imported (UTC)', cell: (row) => <time className={styles['nowrap']} dateTime={row.startedAt}>{row.startedAt.slice(0, 16).replace('T', ' ')}</time>, sortBy: (row) => row.startedAt },
  { id: 'corpus', header: 'Corpus', cell: (row) => row.corpus.name },
  { id: 'read', header: 'Read', numeric: true, cell: (row) => row.rows.read.toLocaleString('en'), sortBy: (row) => row.rows.read },
  { id: 'accepted', header: 'New', numeric: true, cell: (row) => row.rows.accepted.toLocaleString('en'), sortBy: (row) => row.rows.accepted },
  { id: 'merged', header: 'Merged', numeric: true, cell: (row) => row.rows.merged.toLocaleString('en'), sortBy: (row) => row.rows.merged },
  { id: 'rejected', header: 'Rejected', numeric: true, cell: (row) => row.rows.rejected.toLocaleString('en'), sortBy: (row) => row.rows.rejected },
  { id: 'problems', header: 'Problems', numeric: true, cell: (row) => row.problemCount.toLocaleString('en'), sortBy: (row) => row.problemCount },
  { id: 'status', header: 'State', cell: (row) => <span className={styles['nowrap']}><ImportStatus status={row.status} job={jobs.find((job) => job.batch === row.id)} /></span> },
]

const pageSize = 20

/** All imports, newest first, with what came in and what was refused. */
export function ImportHistory() {
  const [offset, setOffset] = useState(0)
  const answer = useQuery({ ...importsQuery({ limit: pageSize, offset }), placeholderData: keepPreviousData })
  const jobsAnswer = useQuery(jobsQuery())
  const formats = useQuery(formatsQuery())
  if (answer.isPending) {
    return (
      <Panel title="Imports so far">
        <SkeletonLines label="Loading imports" lines={5} />
      </Panel>
    )
  }
  if (answer.isError) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
  const { imports, total } = answer.data
  const jobs = jobsAnswer.data?.jobs ?? []
  const names = new Map(formats.data?.formats.map(({ format, name }) => [format, name]))
  return (
    <Panel title="Imports so far" aside={`${total.toLocaleString('en')} in all`}>
      {imports.length === 0 ? (
        <p className={styles['quiet']}>Nothing has been imported yet. Every import will be listed here with what it brought.</p>
      ) : (
        <div className={styles['stack']}>
          <DataTable caption="Newest first. Rows read = new + merged + rejected. A second import of the same file changes nothing." columns={columnsWith(jobs, names)} rows={imports} keyOf={(row) => row.id} />
          {total > pageSize && (
            <div className={styles['row']}>
              <Button size="small" isDisabled={offset === 0} onPress={() => setOffset(Math.max(0, offset - pageSize))}>
                Newer
              </Button>
              <span className={styles['quiet']}>
                {offset + 1} to {offset + imports.length} of {total}
              </span>
              <Button size="small" isDisabled={offset + imports.length >= total} onPress={() => setOffset(offset + pageSize)}>
                Older
              </Button>
            </div>
          )}
        </div>
      )}
    </Panel>
  )
}

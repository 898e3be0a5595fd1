import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { lookQuery } from '#web/api/look.ts'
import type { ReadPlanChoice } from '#graph-schema/import-plan.ts'
import { Button } from '#web/ui/button.tsx'
import { ErrorState } from '#web/ui/error-state.tsx'
import { SkeletonLines } from '#web/ui/skeleton.tsx'
import { useDebounced } from '#web/ui/use-debounced.ts'
import styles from './files.module.css'
import { FirstRows } from './first-rows.tsx'
import { recallMapping } from './mapping-memory.ts'
import { MappingFile } from './mapping-file.tsx'
import { MappingTable } from './mapping-table.tsx'
import { PlanForm } from './plan-form.tsx'
import { isPlanWhole, type QueuedFile, replan } from './queue.ts'
import { patchFile } from './queue-store.ts'

/** Columns as they were first seen, with those that came later behind them. */
const union = (one: readonly string[], other: readonly string[]) => [...new Set([...one, ...other])]

interface RowsProps {
  file: QueuedFile
  plan: ReadPlanChoice
  /** Told another plan, and the mapping file that it comes from where it does. */
  onPlan: (plan: ReadPlanChoice, mappingFrom?: string) => void
}

/** Whose mapping it is. JSON names no columns up front: what is in none of its first rows may still come later. */
function MappingFrom({ name, plan, seen }: { name: string; plan: ReadPlanChoice; seen: readonly string[] }) {
  const unseen = plan.format.endsWith('-csv') ? [] : Object.entries(plan.mapping ?? {}).flatMap(([path, field]) => (seen.includes(path) || field === 'reportedBy' ? [] : [path]))
  return (
    <p className={styles['notice']}>
      The columns are mapped as <span className={styles['any']}>{name}</span> says. Change what does not fit.
      {unseen.length > 0 && ` It also names ${unseen.slice(0, 20).map((path) => `“${path}”`).join(', ')}, of which the first rows have nothing.`}
    </p>
  )
}

function Rows({ file, plan, onPlan }: RowsProps) {
  const settled = useDebounced(plan, 250)
  const answer = useQuery(lookQuery(file.upload?.id ?? '', settled))
  const { data } = answer
  const isFresh = data !== undefined && !answer.isPlaceholderData && settled === plan
  // The first look names the columns; a mapping that was used for them before takes the place of the guess.
  useEffect(() => {
    if (!isFresh || plan.mapping === null || file.columns.length > 0) return
    const columns = union(data.columns, Object.keys(plan.mapping))
    const recalled = file.mappingFrom === null ? recallMapping(plan, columns) : null
    patchFile(file.key, { columns, ...(recalled === null ? {} : { plan: recalled, isRecalled: true }) })
  }, [isFresh, data, plan, file.key, file.columns, file.mappingFrom])
  if (answer.isError) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
  if (data === undefined) return <SkeletonLines label="Reading the first rows" lines={6} />
  const columns = union(file.columns.length > 0 ? file.columns.filter((column) => data.columns.includes(column) || (plan.mapping !== null && Object.hasOwn(plan.mapping, column))) : data.columns, [...data.columns, ...Object.keys(plan.mapping ?? {})])
  return (
    <div className={styles['stack']} data-stale={isFresh ? undefined : ''}>
      {data.notes.map((note) => (
        <p key={note.code + note.reason} className={styles['notice']}>
          {note.reason}
        </p>
      ))}
      {plan.mapping !== null && (
        <>
          <MappingFile file={file.name} plan={plan} onUse={onPlan}>
            <h3>Which column is what</h3>
          </MappingFile>
          {file.mappingFrom !== null && <MappingFrom name={file.mappingFrom} plan={plan} seen={data.columns} />}
          {file.isRecalled && <p className={styles['notice']}>These columns were mapped in this browser before; that mapping is used again. Change what does not fit.</p>}
          <MappingTable columns={columns} rows={data.rows} mapping={plan.mapping} onChange={(mapping) => onPlan({ ...plan, mapping })} />
        </>
      )}
      <FirstRows look={data} columns={columns} />
    </div>
  )
}

/** Step 1: what the file is, how it is read, and what its first rows would be. */
export function ReadingStep({ file }: { file: QueuedFile }) {
  const { upload, plan } = file
  if (upload === null) return null
  const change = (changed: ReadPlanChoice, mappingFrom?: string) => {
    const hasSameColumns = plan !== null && changed.format === plan.format && changed.delimiter === plan.delimiter && changed.encoding === plan.encoding
    const from = mappingFrom === undefined ? (changed.format === plan?.format ? {} : { mappingFrom: null }) : { mappingFrom, isRecalled: false }
    patchFile(file.key, { ...replan(file, changed), ...(hasSameColumns ? {} : { columns: [], isRecalled: false }), ...from })
  }
  const isWhole = isPlanWhole(plan)
  return (
    <div className={styles['stack']}>
      {upload.problem !== null && (
        <div className={styles['fault']} role="alert">
          <h3>This file was not recognised</h3>
          <p>{upload.problem}</p>
          <p>Nothing was written. If you know what it is, choose its format; else drop another file.</p>
        </div>
      )}
      <PlanForm upload={upload} plan={plan} onChange={change} />
      {plan !== null && <Rows key={plan.format} file={file} plan={plan} onPlan={change} />}
      <div className={styles['foot']}>
        <Button variant="primary" isDisabled={!isWhole} onPress={() => patchFile(file.key, { step: 'corpus' })}>
          Go on to the corpus
        </Button>
        <span className={styles['quiet']}>{isWhole ? 'Nothing is written yet.' : plan === null ? 'Choose a format first.' : 'Say which column is the title: a case needs one.'}</span>
      </div>
    </div>
  )
}

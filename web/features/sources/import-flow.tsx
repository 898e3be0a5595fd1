import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { dryRunMutation } from '#web/api/dry-run.ts'
import { importPageMutation } from '#web/api/import-page.ts'
import { Panel } from '#web/ui/panel.tsx'
import { SkeletonLines } from '#web/ui/skeleton.tsx'
import { DryRunView } from './dry-run-view.tsx'
import { ImportResult } from './import-result.tsx'
import { PageForm } from './page-form.tsx'
import type { PageText } from './page-text.ts'
import { RequestFailed } from './request-failed.tsx'
import styles from './sources.module.css'
import { useFocusOnStep } from './use-focus-on-step.ts'

const emptyPage: PageText = { fileName: 'pasted page', text: '' }

const titles = { page: 'Paste a page', preview: 'What would come in', done: 'Done' } as const

/** From a pasted page to the graph: paste, read without writing, look at what would come in, import. */
export function ImportFlow() {
  const queries = useQueryClient()
  const [page, setPage] = useState(emptyPage)
  const dryRun = useMutation(dryRunMutation())
  const write = useMutation({ ...importPageMutation(), onSuccess: () => queries.invalidateQueries() })
  const step = write.data !== undefined && dryRun.data !== undefined ? 'done' : dryRun.data === undefined ? 'page' : 'preview'
  const place = useFocusOnStep(step)

  const read = (given: PageText) => {
    setPage(given)
    write.reset()
    dryRun.mutate(given)
  }
  const back = () => {
    write.reset()
    dryRun.reset()
  }
  return (
    <div ref={place} tabIndex={-1} style={{ scrollMarginTop: 'calc(var(--header-height) + 12px)' }}>
      <Panel title={titles[step]}>
        {step === 'page' && (
          <div className={styles['stack']}>
            <PageForm key={page.text} initial={page} isReading={dryRun.isPending} onRead={read} />
            {dryRun.isPending && <SkeletonLines label="Reading the page" lines={4} />}
            {dryRun.isError && <RequestFailed error={dryRun.error} kept="the page you gave is kept here" onAgain={() => read(page)} />}
          </div>
        )}
        {step === 'preview' && dryRun.data !== undefined && (
          <div className={styles['stack']}>
            {write.isError && <RequestFailed error={write.error} kept="the page you gave is kept here" onAgain={() => write.mutate(page)} />}
            <DryRunView dryRun={dryRun.data} fileName={page.fileName} isImporting={write.isPending} onImport={() => write.mutate(page)} onBack={back} />
          </div>
        )}
        {step === 'done' && write.data !== undefined && dryRun.data !== undefined && (
          <ImportResult
            result={write.data}
            dryRun={dryRun.data}
            onMore={() => {
              setPage(emptyPage)
              back()
            }}
          />
        )}
      </Panel>
    </div>
  )
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { importOfIdQuery } from '#web/api/import-of-id.ts'
import { jobQuery } from '#web/api/job.ts'
import { jobsQuery } from '#web/api/jobs.ts'
import { startUndo } from '#web/api/start-undo.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { ErrorState } from '#web/ui/error-state.tsx'
import { SkeletonLines } from '#web/ui/skeleton.tsx'
import { followJob } from '../files/follow-job.ts'
import { counted } from '../files/plan-words.ts'
import { RequestFailed } from '../request-failed.tsx'
import styles from './import.module.css'

/** What goes and what stays, by the import's own figures. */
function WhatGoes({ cases, casesOfItsOwn }: { cases: number; casesOfItsOwn: number }) {
  const shared = cases - casesOfItsOwn
  return (
    <dl className={styles['goes']}>
      <dt>Goes</dt>
      <dd>
        <b>{counted(casesOfItsOwn, 'case', 'cases')}</b> that no other import states, with their links. One that another case refers to stays known by its title. Outlets, keywords and the like that nothing names any more go as well.
      </dd>
      <dt>Stays</dt>
      <dd>
        {shared === 0 ? 'No case of it is stated by another import. ' : <><b>{counted(shared, 'case', 'cases')}</b> that other imports state too, as those state them. </>}
        Everything that came from other files, and the taxonomy.
      </dd>
    </dl>
  )
}

export interface UndoImportProps {
  id: string
  file: string
  onBegun?: (job: string) => void
}

/** The button that takes an import out again, after it has said what goes and what stays. */
export function UndoImport({ id, file, onBegun }: UndoImportProps) {
  const queries = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const known = useQuery({ ...importOfIdQuery(id), enabled: isOpen })
  const undo = useMutation({
    mutationFn: () => startUndo(id),
    onSuccess: (job) => {
      queries.setQueryData(jobQuery(job.id).queryKey, job)
      followJob(queries, job.id)
      void queries.invalidateQueries({ queryKey: jobsQuery().queryKey })
      setOpen(false)
      onBegun?.(job.id)
    },
  })
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <Undo2 size={15} aria-hidden />
        Undo this import
      </Button>
      <Dialog title="Undo this import?" isOpen={isOpen} onOpenChange={setOpen}>
        <div className={styles['stack']}>
          <p className={styles['any']}>{file}</p>
          {known.isError ? <ErrorState isBrief error={known.error} onRetry={() => void known.refetch()} /> : known.data === undefined ? <SkeletonLines label="Counting what would go" lines={4} /> : <WhatGoes cases={known.data.cases} casesOfItsOwn={known.data.casesOfItsOwn} />}
          <p className={styles['quiet']}>It can be stopped and gone on with. The file can be imported again at any time.</p>
          {undo.isError && <RequestFailed error={undo.error} kept="the import stays as it is" onAgain={() => undo.mutate()} />}
          <div className={styles['row']}>
            <Button variant="primary" isDisabled={undo.isPending} onPress={() => undo.mutate()}>
              {undo.isPending ? 'Beginning…' : 'Undo it'}
            </Button>
            <Button onPress={() => setOpen(false)}>Keep it</Button>
          </div>
        </div>
      </Dialog>
    </>
  )
}

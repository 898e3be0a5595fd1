import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CorpusSummary } from '#graph-schema/api/overview.ts'
import { type CorpusChoice, corpusChoiceOf } from '#graph-schema/import-plan.ts'
import { overviewQuery } from '#web/api/overview.ts'
import { Button } from '#web/ui/button.tsx'
import { SelectField } from '#web/ui/select-field.tsx'
import { CorpusFacts } from '../corpus-facts.tsx'
import { tryFile } from './begin-jobs.ts'
import { CorpusForm } from './corpus-form.tsx'
import { choiceOf, type CorpusDraft, draftOf } from './corpus-words.ts'
import styles from './files.module.css'
import type { QueuedFile } from './queue.ts'
import { patchFile } from './queue-store.ts'

/** Whether the very same is said of a corpus in the graph, or was before a person edited it. */
function isSame(known: CorpusSummary, given: CorpusChoice): boolean {
  return [known, known.asImported].some((one) => one !== null && JSON.stringify(corpusChoiceOf(one)) === JSON.stringify(corpusChoiceOf(given)))
}

/** Step 2: which body of cases the file belongs to, and what is known of it. */
export function CorpusStep({ file }: { file: QueuedFile }) {
  const queries = useQueryClient()
  const overview = useQuery(overviewQuery())
  const known = overview.data?.corpora ?? []
  const given = file.corpus
  const [draft, setDraft] = useState<CorpusDraft | null>(given === null ? null : draftOf(given))
  const [faults, setFaults] = useState<Partial<Record<keyof CorpusDraft, string>>>({})
  const [chosen, setChosen] = useState<string | null>(null)
  if (given === null || draft === null) return null
  // The corpus that was said before, if that very one is in the graph.
  const same = known.find((one) => isSame(one, given))
  const joined = chosen === '' ? undefined : (known.find(({ id }) => id === chosen) ?? (chosen === null ? same : undefined))
  const goOn = () => {
    if (joined !== undefined) {
      patchFile(file.key, { corpus: corpusChoiceOf(joined), isCorpusChosen: true })
    } else {
      const said = choiceOf(draft)
      if ('faults' in said) {
        setFaults(said.faults)
        return
      }
      patchFile(file.key, { corpus: said.choice, isCorpusChosen: true })
    }
    if (file.trialJob === null) void tryFile(queries, file.key)
    else patchFile(file.key, { step: 'trial' })
  }
  return (
    <form
      className={styles['stack']}
      onSubmit={(event) => {
        event.preventDefault()
        goOn()
      }}
    >
      <p className={styles['quiet']}>
        Every count respects what is said here. What you do not know, leave empty: it is then said to be unknown.
        {file.corpusFrom !== null && ` What stands here was taken over from ${file.corpusFrom}.`}
      </p>
      {known.length > 0 && (
        <SelectField
          label="This file belongs to"
          className={styles['name']}
          options={[{ value: '', label: 'a new corpus' }, { label: 'A corpus that is in the graph', options: known.map(({ id, name }) => ({ value: id, label: name })) }]}
          value={joined?.id ?? ''}
          onChange={setChosen}
        />
      )}
      {joined === undefined ? (
        <CorpusForm
          draft={draft}
          faults={faults}
          onChange={(patch) => {
            setFaults({})
            setDraft({ ...draft, ...patch })
          }}
        />
      ) : (
        <div className={styles['inset']}>
          <CorpusFacts corpus={joined} />
        </div>
      )}
      <div className={styles['foot']}>
        <Button type="submit" variant="primary">
          {file.trialJob === null ? 'Start the dry run' : 'Back to the dry run'}
        </Button>
        <Button onPress={() => patchFile(file.key, { step: 'reading' })}>Back</Button>
        <span className={styles['quiet']}>A dry run reads the whole file and writes nothing.</span>
      </div>
    </form>
  )
}

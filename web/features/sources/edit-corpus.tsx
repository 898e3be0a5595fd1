import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Pencil } from 'lucide-react'
import { useState } from 'react'
import type { CorpusSummary } from '#graph-schema/api/overview.ts'
import { type CorpusChoice, corpusChoiceOf } from '#graph-schema/import-plan.ts'
import { sampleCorpusId } from '#graph-schema/node-kinds/corpus.ts'
import { describeCorpus } from '#web/api/describe-corpus.ts'
import { ApiError } from '#web/api/client.ts'
import { toDisplayError } from '#web/to-display-error.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { showToast } from '#web/ui/toast-store.ts'
import { CorpusForm } from './files/corpus-form.tsx'
import { choiceOf, type CorpusDraft, draftOf, faultsOfProblem } from './files/corpus-words.ts'
import { RequestFailed } from './request-failed.tsx'
import styles from './sources.module.css'

type Corpus = Omit<CorpusSummary, 'cases'>

/** Says something of a corpus, has all screens follow, and offers the way back to what was said before. */
function useDescribe(corpus: Corpus) {
  const queries = useQueryClient()
  const write = async (choice: CorpusChoice) => {
    await describeCorpus(corpus.id, choice)
    // Hatching, shares, waves and notices go by what is said of corpora.
    await queries.invalidateQueries()
  }
  const takeBack = async (before: CorpusChoice) => {
    try {
      await write(before)
      showToast('The corpus is as it was before.')
    } catch (error) {
      const { title, nextStep } = toDisplayError(error)
      showToast(`${title}. ${nextStep}`, { tone: 'error' })
    }
  }
  return useMutation({
    mutationFn: write,
    onSuccess: () => {
      const before = corpusChoiceOf(corpus)
      showToast(`What is said of ${corpus.name} is changed. All screens go by it.`, { action: { label: 'Undo', onPress: () => void takeBack(before) } })
    },
  })
}

function EditForm({ corpus, onClose }: { corpus: Corpus; onClose: () => void }) {
  const [draft, setDraft] = useState<CorpusDraft>(draftOf(corpus))
  const [faults, setFaults] = useState<Partial<Record<keyof CorpusDraft, string>>>({})
  const describe = useDescribe(corpus)
  const { asImported } = corpus
  const save = (choice: CorpusChoice) => {
    describe.mutate(choice, {
      onSuccess: onClose,
      onError: (error) => setFaults(error instanceof ApiError ? faultsOfProblem(error.problem?.errors ?? []) : {}),
    })
  }
  const submit = () => {
    const said = choiceOf(draft)
    if ('faults' in said) setFaults(said.faults)
    else save(said.choice)
  }
  const isAboutFields = Object.keys(faults).length > 0
  return (
    <form
      className={styles['stack']}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <CorpusForm
        draft={draft}
        faults={faults}
        keepsLabel={corpus.id === sampleCorpusId}
        onChange={(patch) => {
          setFaults({})
          setDraft({ ...draft, ...patch })
        }}
      />
      {describe.isError && !isAboutFields && <RequestFailed error={describe.error} kept="what you wrote is kept" onAgain={submit} />}
      <div className={styles['foot']}>
        <Button type="submit" variant="primary" isDisabled={describe.isPending}>
          {describe.isPending ? 'Saving…' : 'Save'}
        </Button>
        <Button onPress={onClose}>Cancel</Button>
        {asImported !== null && (
          <Button isDisabled={describe.isPending} onPress={() => save(asImported)}>
            Back to what its files said
          </Button>
        )}
        <span className={styles['quiet']}>{asImported === null ? 'Files of this corpus that are imported later leave your words as they are.' : 'A person edited this here; importing its files again changes nothing of it.'}</span>
      </div>
    </form>
  )
}

/** The button that edits what is said of a corpus. */
export function EditCorpus({ corpus }: { corpus: Corpus }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size="small" variant="quiet" aria-label={`Edit what is said of ${corpus.name}`} onPress={() => setOpen(true)}>
        <Pencil size={13} aria-hidden />
        Edit
      </Button>
      <Dialog title="What is said of this corpus" isOpen={isOpen} onOpenChange={setOpen}>
        <EditForm corpus={corpus} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

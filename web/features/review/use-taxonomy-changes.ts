import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import type { TaxonomyChange } from '#graph-schema/api/taxonomy.ts'
import { ApiError } from '#web/api/client.ts'
import { changeTaxonomyMutation, previewTaxonomyMutation, taxonomyProgressQuery, taxonomyQuery, undoTaxonomyMutation } from '#web/api/taxonomy.ts'
import { showToast } from '#web/ui/toast-store.ts'
import { settleDraft } from './narrative-drafts.ts'

/** The offer to undo the newest change, wherever it was made, holds until it is gone back on or another change is made. */
let withdrawUndo: () => void = () => undefined

/** Previewing and making changes to the taxonomy, and going back. A change touches links everywhere, so all that was loaded is loaded again. */
export function useTaxonomyChanges(by: string) {
  const client = useQueryClient()
  // What is refused may be of a narrative that somebody else changed meanwhile: then it must be seen as it is now.
  const onError = (error: unknown) => {
    if (error instanceof ApiError && error.failure === 'refused') void client.invalidateQueries({ queryKey: taxonomyQuery().queryKey })
  }
  const preview = useMutation({ ...previewTaxonomyMutation(), onError })
  const change = useMutation({
    ...changeTaxonomyMutation(),
    onError,
    onSuccess: (_moved, { change: made }) => {
      settleDraft(made)
      return client.invalidateQueries()
    },
  })
  const back = useMutation({ ...undoTaxonomyMutation(), onSuccess: () => client.invalidateQueries() })
  const { mutateAsync: send } = change
  const { mutateAsync: sendBack } = back
  const { reset, mutate } = preview
  const waiting = useRef<AbortController | null>(null)
  // Who leaves the form waits no more.
  useEffect(() => () => waiting.current?.abort(), [])
  const isApplying = change.isPending || back.isPending
  const progress = useQuery(taxonomyProgressQuery(preview.isPending || isApplying))

  const startPreview = useCallback(
    (wanted: TaxonomyChange) => {
      waiting.current?.abort()
      waiting.current = new AbortController()
      mutate({ change: wanted, signal: waiting.current.signal })
    },
    [mutate],
  )
  const stopPreview = useCallback(() => {
    waiting.current?.abort()
    reset()
  }, [reset])

  const goBack = useCallback(
    async (id: string) => {
      try {
        await sendBack({ by, id })
        withdrawUndo()
        showToast('Gone back; all cases are linked as before')
      } catch {
        // Shown in the history.
      }
    },
    [by, sendBack],
  )
  const apply = useCallback(
    async (wanted: TaxonomyChange, words: string): Promise<boolean> => {
      try {
        const { undo, cases } = await send({ by, change: wanted })
        reset()
        withdrawUndo()
        withdrawUndo = showToast(`${words}; ${cases.toLocaleString('en')} cases linked anew`, { action: { label: 'Undo', onPress: () => void goBack(undo) } })
        return true
      } catch {
        // Shown beside the form.
        return false
      }
    },
    [by, goBack, reset, send],
  )
  return { preview, startPreview, stopPreview, apply, goBack, isApplying, isGoingBack: back.isPending, backError: back.error, progress: progress.data?.running ?? null, error: change.error ?? preview.error }
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { TaxonomyChange } from '#graph-schema/api/taxonomy.ts'
import { changeTaxonomyMutation, previewTaxonomyMutation, undoTaxonomyMutation } from '#web/api/taxonomy.ts'
import { showToast } from '#web/ui/toast-store.ts'

/** Previewing and making changes to the taxonomy, and going back. A change touches links everywhere, so all that was loaded is loaded again. */
export function useTaxonomyChanges(by: string) {
  const client = useQueryClient()
  const preview = useMutation(previewTaxonomyMutation())
  const change = useMutation({ ...changeTaxonomyMutation(), onSuccess: () => client.invalidateQueries() })
  const back = useMutation({ ...undoTaxonomyMutation(), onSuccess: () => client.invalidateQueries() })
  const { mutateAsync: send } = change
  const { mutateAsync: sendBack } = back
  const { reset } = preview

  const goBack = useCallback(
    async (id: string) => {
      try {
        await sendBack({ by, id })
        showToast('Gone back; all cases are linked as before')
      } catch {
        // Shown where the button is.
      }
    },
    [by, sendBack],
  )
  const apply = useCallback(
    async (wanted: TaxonomyChange, words: string): Promise<boolean> => {
      try {
        const { undo, cases } = await send({ by, change: wanted })
        reset()
        showToast(`${words}; ${cases.toLocaleString('en')} cases linked anew`, { action: { label: 'Undo', onPress: () => void goBack(undo) } })
        return true
      } catch {
        // Shown beside the form.
        return false
      }
    },
    [by, goBack, reset, send],
  )
  return { preview, apply, goBack, isApplying: change.isPending || back.isPending, error: change.error ?? back.error ?? preview.error }
}

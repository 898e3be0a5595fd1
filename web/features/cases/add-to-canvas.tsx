import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Waypoints } from 'lucide-react'
import { useState } from 'react'
import { casesQuery } from '#web/api/cases.ts'
import { toDisplayError } from '#web/to-display-error.ts'
import { Button } from '#web/ui/button.tsx'
import { showToast } from '#web/ui/toast-store.ts'
import type { CaseFilter } from './case-filter.ts'

/** At most this many cases go onto the canvas at once. */
const most = 200

/** Takes the listed cases, the newest 200 of them at most, to the canvas. */
export function AddToCanvas({ filter, total }: { filter: CaseFilter; total: number }) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [isPending, setPending] = useState(false)
  if (total === 0) return null
  const add = async () => {
    setPending(true)
    try {
      const { cases } = await queries.fetchQuery(casesQuery({ ...filter, limit: most }))
      await navigate({ to: '/explore', search: (before) => ({ ...before, add: cases.map((one) => one.id).join(','), page: undefined }) })
    } catch (error) {
      const words = toDisplayError(error)
      showToast(`Not added. ${words.title}: ${words.detail}`, { tone: 'error' })
    } finally {
      setPending(false)
    }
  }
  return (
    <Button onPress={() => { if (!isPending) void add() }}>
      <Waypoints size={15} aria-hidden />
      {isPending ? 'Adding…' : total > most ? `Put the newest ${most} on the canvas` : total === 1 ? 'Put it on the canvas' : `Put all ${total} on the canvas`}
    </Button>
  )
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { type Candidate, leastCases, stepDays } from '#graph-schema/api/candidates.ts'
import { candidatesQuery, rejectCandidateMutation } from '#web/api/candidates.ts'
import { toDisplayError } from '#web/to-display-error.ts'
import { Button } from '#web/ui/button.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { ErrorState } from '#web/ui/error-state.tsx'
import { Card } from '#web/ui/panel.tsx'
import { SkeletonLines } from '#web/ui/skeleton.tsx'
import { showToast } from '#web/ui/toast-store.ts'
import { CandidateCard } from './candidate-card.tsx'
import { newNarrative } from './narrative-drafts.ts'
import styles from './review.module.css'

function shifted(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Rejecting a proposal, with the way back. */
function useReject(coder: string) {
  const client = useQueryClient()
  const { mutateAsync, isPending } = useMutation(rejectCandidateMutation())
  const send = async (candidate: Candidate, undo: boolean) => {
    try {
      await mutateAsync({ by: coder, caseIds: candidate.caseIds, undo })
      await client.invalidateQueries({ queryKey: ['candidates'] })
      if (!undo) showToast('It is not proposed again', { action: { label: 'Undo', onPress: () => void send(candidate, true) } })
    } catch (error) {
      const { title, nextStep } = toDisplayError(error)
      showToast(`Not kept. ${title}. ${nextStep}`, { tone: 'error' })
    }
  }
  return { reject: (candidate: Candidate) => void send(candidate, false), isBusy: isPending }
}

/** Groups of cases that say something alike which no narrative covers, in windows of 90 days. A person makes something of them, or nothing. */
export function CandidatesPanel({ coder, onEdit }: { coder: string; onEdit: (narrative: string, patterns: string) => void }) {
  const [to, setTo] = useState<string | undefined>(undefined)
  const answer = useQuery(candidatesQuery(to))
  const { reject, isBusy } = useReject(coder)
  if (answer.isPending) {
    return (
      <Card>
        <SkeletonLines label="Looking for lines that no narrative covers" lines={8} />
      </Card>
    )
  }
  if (answer.isError) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
  const { from, to: until, first, last, cases, earlier, imported, candidates, rejected } = answer.data
  if (from === null || until === null || first === null || last === null) return <EmptyState title="No dated case" why="New lines are looked for in windows of time, and no case here has a date." />
  const patternsOf = ({ drafts }: Candidate) => drafts.slice(0, 2).map(({ pattern }) => pattern).join('\n')
  return (
    <div className={styles['stack']} aria-busy={answer.isFetching}>
      <div className={styles['bar']}>
        <Button size="small" isDisabled={from <= first} onPress={() => setTo(shifted(until, -stepDays))}>
          <ChevronLeft size={14} aria-hidden /> Earlier
        </Button>
        <span>
          <time dateTime={from}>{from}</time> to <time dateTime={until}>{until}</time>
        </span>
        <Button size="small" isDisabled={until >= last} onPress={() => setTo(shifted(until, stepDays) > last ? last : shifted(until, stepDays))}>
          Later <ChevronRight size={14} aria-hidden />
        </Button>
        <span className={styles['quiet']}>
          {cases.toLocaleString('en')} {cases === 1 ? 'case' : 'cases'} in these 90 days, {earlier.toLocaleString('en')} earlier {earlier === 1 ? 'one' : 'ones'} to compare with
          {rejected === 0 ? '' : rejected === 1 ? '; 1 group left out that was rejected' : `; ${rejected} groups left out that were rejected`}
          {to === undefined && until < last && candidates.length > 0 ? '; no group stands out later' : ''}
        </span>
      </div>
      {candidates.length === 0 ? (
        <EmptyState title="No group stands out here" why={cases < leastCases ? 'There are too few cases in this window to tell a group from chance. Look at another one, or import more.' : 'No five cases of this window are near enough to each other, or those that are were rejected.'} />
      ) : (
        candidates.map((candidate) => (
          <CandidateCard
            key={candidate.key}
            candidate={candidate}
            imported={imported}
            from={from}
            isBusy={isBusy}
            onNew={() => onEdit(newNarrative, patternsOf(candidate))}
            onAddTo={(narrative) => onEdit(narrative, patternsOf(candidate))}
            onReject={() => reject(candidate)}
          />
        ))
      )}
    </div>
  )
}

import { useQuery } from '@tanstack/react-query'
import type { AgreementAnswer } from '#graph-schema/api/review.ts'
import { agreementQuery } from '#web/api/review.ts'
import { Button } from '#web/ui/button.tsx'
import { ClaimBlock } from '#web/ui/claim-block.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { ErrorState } from '#web/ui/error-state.tsx'
import { NarrativeLink } from '#web/ui/node-links.tsx'
import { Card, Panel } from '#web/ui/panel.tsx'
import { RuledList } from '#web/ui/ruled-list.tsx'
import { SkeletonLines } from '#web/ui/skeleton.tsx'
import { showToast } from '#web/ui/toast-store.ts'
import { useDecide } from '#web/ui/use-decide.ts'
import { kappaFigure, kappaWords } from './kappa-words.ts'
import styles from './review.module.css'

type Pair = AgreementAnswer['pairs'][number]
type Disagreement = AgreementAnswer['disagreements'][number]

function Settle({ one, coder }: { one: Disagreement; coder: string }) {
  const { decide, takeBack, isBusy } = useDecide()
  const settle = async (verdict: 'accepted' | 'rejected') => {
    const kept = await decide({ coder, role: 'settlement', decisions: [{ caseId: one.case.id, narrativeId: one.narrative.id, verdict }] })
    if (kept !== null) showToast(`Settled: ${verdict}`, { action: { label: 'Undo', onPress: () => void takeBack(kept.takeBack) } })
  }
  return (
    <div className={styles['settle']}>
      <Button size="small" isDisabled={isBusy} onPress={() => void settle('accepted')}>
        Settle: it carries it
      </Button>
      <Button size="small" isDisabled={isBusy} onPress={() => void settle('rejected')}>
        Settle: it does not
      </Button>
    </div>
  )
}

function Pairs({ pairs }: { pairs: readonly Pair[] }) {
  return (
    <DataTable
      caption="Agreement of each two coders on the links that both decided; skipped links are left out"
      rows={pairs}
      keyOf={({ a, b }) => `${a} ${b}`}
      columns={[
        { id: 'pair', header: 'Coders', isRowHeader: true, cell: ({ a, b }) => `${a} and ${b}`, sortBy: ({ a }) => a },
        { id: 'links', header: 'Links', numeric: true, cell: ({ links }) => links.toLocaleString('en'), sortBy: ({ links }) => links },
        { id: 'agreed', header: 'Agreed', numeric: true, cell: ({ links, agreed }) => `${((100 * agreed) / links).toFixed(0)} %`, sortBy: ({ links, agreed }) => agreed / links },
        { id: 'kappa', header: 'Cohen’s kappa', numeric: true, cell: ({ kappa }) => (kappa === null ? 'not defined' : kappaFigure(kappa)), sortBy: ({ kappa }) => kappa },
        { id: 'words', header: 'In words', cell: ({ kappa, links }) => (kappa === null ? 'both always said the same one thing' : `${kappaWords(kappa)}${links < 30 ? '; few links, so uncertain' : ''}`) },
      ]}
    />
  )
}

/** How far coders agree, and what they disagree on. */
export function AgreementPanel({ coder }: { coder: string }) {
  const answer = useQuery(agreementQuery())
  if (answer.isPending) {
    return (
      <Card>
        <SkeletonLines label="Loading the agreement" lines={6} />
      </Card>
    )
  }
  if (answer.isError) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
  const { coders, pairs, disagreements, settled } = answer.data
  if (coders.length === 0) return <EmptyState title="Nobody has decided on a link yet" why="Once two people have decided on the same links, how far they agree stands here, and where they do not." />
  return (
    <div className={styles['stack']}>
      <Panel title="Who decided" aside="the newest word of each coder on each link">
        <ul className={styles['others']}>
          {coders.map((one) => (
            <li key={one.coder}>
              <strong>{one.coder}</strong> <span className={styles['quiet']}>{one.accepted} accepted, {one.rejected} rejected, {one.skipped} skipped</span>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title="Agreement" aside="1 is full agreement, 0 what chance gives">
        {pairs.length === 0 ? <p className={styles['quiet']}>No link was decided by two coders. Under “Second reading” a second coder goes through the same links without seeing what the first one said.</p> : <Pairs pairs={pairs} />}
      </Panel>
      <Panel title="To settle" aside={`${disagreements.length} open, ${settled} settled`}>
        {disagreements.length === 0 ? (
          <p className={styles['quiet']}>No disagreement is open.</p>
        ) : (
          <RuledList wide>
            {disagreements.map((one) => (
              <li key={`${one.case.id} ${one.narrative.id}`}>
                <p className={styles['ask']}>
                  Does it carry <NarrativeLink id={one.narrative.id}>{one.narrative.name}</NarrativeLink>? {one.sayings.map(({ coder: by, verdict, on, note }) => `${by} ${verdict} it on ${on}${note === null ? '' : ` (“${note}”)`}`).join('; ')}. Until it is settled the link counts as the rules and the model have it.
                </p>
                <ClaimBlock case={one.case} layout="beside" level={3} />
                <Settle one={one} coder={coder} />
              </li>
            ))}
          </RuledList>
        )}
      </Panel>
    </div>
  )
}

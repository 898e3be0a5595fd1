import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { decideRowMutation, openRowsQuery, type RowDecision } from '#web/api/open-rows.ts'
import { toDisplayError } from '#web/to-display-error.ts'
import { Button, buttonClass } from '#web/ui/button.tsx'
import { EmptyState } from '#web/ui/empty-state.tsx'
import { ErrorState } from '#web/ui/error-state.tsx'
import { Card } from '#web/ui/panel.tsx'
import { Screen, ScreenHead } from '#web/ui/screen.tsx'
import { SkeletonLines } from '#web/ui/skeleton.tsx'
import { showToast } from '#web/ui/toast-store.ts'
import { ToggleGroup } from '#web/ui/toggle-group.tsx'
import { OpenRowCard } from './open-row-card.tsx'
import styles from './open-rows.module.css'

const pageSize = 10

/** Decides on a row, says so, and offers the way back. */
function useDecide() {
  const queries = useQueryClient()
  const decide = useMutation({ ...decideRowMutation(), onSuccess: () => queries.invalidateQueries() })
  const send = (decision: RowDecision, isUndo = false) =>
    decide.mutate(decision, {
      onSuccess: () =>
        showToast(
          isUndo || decision.means === 'undecided' ? 'Taken back; the rules decide again.' : decision.means === 'own-case' ? 'Kept as a case of its own.' : 'The row and the case are one now; nothing of either is lost.',
          isUndo || decision.means === 'undecided' ? {} : { action: { label: 'Undo', onPress: () => send({ ...decision, means: 'undecided' }, true) } },
        ),
      onError: (error) => {
        const { title, detail } = toDisplayError(error)
        showToast(`${title}. ${detail}`, { tone: 'error' })
      },
    })
  return { send, isBusy: decide.isPending }
}

/** Rows that rules cannot place: for each the cases that it may mean, for a person to choose. */
export function OpenRowsScreen() {
  const [show, setShow] = useState<'open' | 'decided'>('open')
  const [offset, setOffset] = useState(0)
  const answer = useQuery({ ...openRowsQuery({ show, limit: pageSize, offset }), placeholderData: keepPreviousData })
  const { send, isBusy } = useDecide()
  const total = answer.data === undefined ? 0 : answer.data[show]
  return (
    <Screen title="Rows to decide">
      <ScreenHead
        title="Rows to decide"
        trail={<Link to="/sources">Sources</Link>}
        lead="Some files list cases without an address. Where a row may mean several known cases of its source and day, Throughline does not guess: it stays a case of its own until somebody says which it is."
      />
      <div className={styles['stack']}>
        <div className={styles['bar']}>
          <ToggleGroup
            label="Which rows"
            options={[
              { value: 'open', label: `To decide${answer.data === undefined ? '' : ` (${answer.data.open.toLocaleString('en')})`}` },
              { value: 'decided', label: `Decided${answer.data === undefined ? '' : ` (${answer.data.decided.toLocaleString('en')})`}` },
            ]}
            value={show}
            onChange={(value) => {
              setShow(value)
              setOffset(0)
            }}
          />
          {total > pageSize && (
            <div className={styles['bar']}>
              <Button size="small" isDisabled={offset === 0} onPress={() => setOffset(Math.max(0, offset - pageSize))}>
                Before
              </Button>
              <span className={styles['quiet']}>
                {offset + 1} to {Math.min(offset + pageSize, total)} of {total}
              </span>
              <Button size="small" isDisabled={offset + pageSize >= total} onPress={() => setOffset(offset + pageSize)}>
                Next
              </Button>
            </div>
          )}
        </div>
        {answer.isPending ? (
          <Card>
            <SkeletonLines label="Loading rows" lines={10} />
          </Card>
        ) : answer.isError ? (
          <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
        ) : answer.data.rows.length === 0 ? (
          <Card>
            <EmptyState
              title={show === 'open' ? 'Nothing to decide' : 'Nothing decided yet'}
              why={show === 'open' ? 'Every row that was imported has its address, or means one case without doubt.' : 'What you decide is listed here and can be taken back.'}
            >
              <Link to="/sources" className={buttonClass()}>
                Back to Sources
              </Link>
            </EmptyState>
          </Card>
        ) : (
          answer.data.rows.map((row) => <OpenRowCard key={`${row.batch} ${row.row}`} row={row} isBusy={isBusy} onDecide={(means) => send({ batch: row.batch, row: row.row, means })} />)
        )}
      </div>
    </Screen>
  )
}

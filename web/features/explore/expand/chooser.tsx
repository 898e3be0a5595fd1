import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { neighborsEndpoint } from '#graph-schema/api/nodes.ts'
import { domainKinds, type NodeKind } from '#graph-schema/node-kinds/index.ts'
import { callApi } from '#web/api/client.ts'
import { nodeQuery } from '#web/api/node.ts'
import { nodeAt } from '#web/exploration/columns.ts'
import type { ExplorationNode } from '#web/exploration/state.ts'
import { useExploration } from '#web/exploration/store.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { ErrorState } from '#web/ui/error-state.tsx'
import { KindMark } from '#web/ui/kind-mark.tsx'
import { SkeletonLines } from '#web/ui/skeleton.tsx'
import { ToggleGroup } from '#web/ui/toggle-group.tsx'
import { focusCanvas, setPanels, usePanels } from '../explore-panels.ts'
import { mostAtOnce } from '../explore-actions.ts'
import { disproofWords, kindHeading, quotedName, shortName } from '../node-words.ts'
import { useExploreActions } from '../use-explore-actions.ts'
import styles from './chooser.module.css'

const pageSize = 50

interface Row {
  node: ExplorationNode
  reason: string
}

function useRankedNeighbors(id: string, kind: NodeKind | 'all') {
  return useInfiniteQuery({
    queryKey: ['neighbors', id, 'ranked', kind],
    queryFn: ({ signal, pageParam }) => callApi(neighborsEndpoint, { params: { id }, query: { ...(kind === 'all' ? {} : { kinds: kind }), limit: pageSize, offset: pageParam }, signal }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const seen = pages.reduce((sum, page) => sum + page.reason.length, 0)
      return seen < last.total ? seen : undefined
    },
    placeholderData: keepPreviousData,
  })
}

function Choice({ row, isHere, isChosen, onChange }: { row: Row; isHere: boolean; isChosen: boolean; onChange: (chosen: boolean) => void }) {
  const { node, reason } = row
  const disproof = disproofWords(node)
  return (
    <li>
      <label className={styles['row']}>
        <input type="checkbox" checked={isHere || isChosen} disabled={isHere} onChange={(event) => onChange(event.target.checked)} />
        <KindMark kind={node.kind} size={15} hollow={node.status === 'known-by-title'} />
        <span className={styles['words']}>
          <span>
            {node.kind === 'Case' && <span className={styles['claim']}>Claim: </span>}
            {quotedName(node)}
            {node.date !== null && <span className={styles['date']}> · {node.date}</span>}
            {isHere && <span className={styles['muted']}> · on the canvas</span>}
          </span>
          <span className={styles['muted']}>{[reason, disproof].filter((part) => part !== null && part !== '').join(' · ')}</span>
        </span>
      </label>
    </li>
  )
}

function ChooserBody({ node }: { node: ExplorationNode }) {
  const actions = useExploreActions()
  const onCanvas = useExploration((state) => state.nodes)
  const [kind, setKind] = useState<NodeKind | 'all'>('all')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const about = useQuery(nodeQuery(node.id))
  const ranked = useRankedNeighbors(node.id, kind)
  if (ranked.isError) return <ErrorState error={ranked.error} onRetry={() => void ranked.refetch()} />
  const rows: Row[] = (ranked.data?.pages ?? []).flatMap((page) =>
    page.reason.flatMap((reason, index) => {
      const found = nodeAt(page.subgraph.nodes, index + 1)
      return found === null ? [] : [{ node: found, reason }]
    }),
  )
  const total = ranked.data?.pages[0]?.total ?? 0
  const free = rows.filter((row) => !onCanvas.has(row.node.id)).map((row) => row.node.id)
  const kinds = domainKinds.filter((definition) => about.data?.forecast.some((group) => group.kind === definition.kind)).map((definition) => definition.kind)
  const isTooMany = chosen.size > mostAtOnce
  const toggle = (id: string, isOn: boolean): void => setChosen(isOn ? new Set([...chosen, id]) : new Set([...chosen].filter((other) => other !== id)))
  return (
    <div className={styles['body']}>
      {kinds.length > 1 && (
        <div className={styles['filter']}>
          <ToggleGroup<NodeKind | 'all'> label="Kind" value={kind} onChange={setKind} options={[{ value: 'all', label: 'All' }, ...kinds.map((value) => ({ value, label: kindHeading(value) }))]} />
        </div>
      )}
      <div className={styles['tools']}>
        <span className={styles['muted']}>
          {total.toLocaleString('en')} ranked: surest link first, then the rarer connection, then newest.
        </span>
        <span className={styles['buttons']}>
          <Button size="small" onPress={() => setChosen(new Set(free.slice(0, 10)))}>
            Select top 10
          </Button>
          <Button size="small" onPress={() => setChosen(new Set([...chosen, ...free]))}>
            Select all shown
          </Button>
          <Button size="small" isDisabled={chosen.size === 0} onPress={() => setChosen(new Set())}>
            None
          </Button>
        </span>
      </div>
      {ranked.data === undefined ? (
        <SkeletonLines label="Ranking the neighbours" lines={8} />
      ) : rows.length === 0 ? (
        <p>No neighbours of this kind.</p>
      ) : (
        <ul className={styles['rows']} aria-busy={ranked.isPlaceholderData}>
          {rows.map((row) => (
            <Choice key={row.node.id} row={row} isHere={onCanvas.has(row.node.id)} isChosen={chosen.has(row.node.id)} onChange={(isOn) => toggle(row.node.id, isOn)} />
          ))}
          {ranked.hasNextPage && (
            <li className={styles['more']}>
              <Button size="small" isDisabled={ranked.isFetchingNextPage} onPress={() => void ranked.fetchNextPage()}>
                {ranked.isFetchingNextPage ? 'Loading…' : `Show ${Math.min(pageSize, total - rows.length)} more of ${(total - rows.length).toLocaleString('en')}`}
              </Button>
            </li>
          )}
        </ul>
      )}
      <div className={styles['foot']}>
        <span role="status" className={styles['muted']}>
          {isTooMany ? `${chosen.size} chosen: at most ${mostAtOnce} at once, so that the picture stays readable.` : `${chosen.size} chosen`}
        </span>
        <Button
          variant="primary"
          isDisabled={chosen.size === 0 || isTooMany}
          onPress={() => {
            setPanels({ choosing: null })
            // After the dialog has given the focus back to where it came from, which is gone.
            setTimeout(focusCanvas, 60)
            void actions.expandWith(node.id, rows.map((row) => row.node.id).filter((id) => chosen.has(id)).concat([...chosen].filter((id) => rows.every((row) => row.node.id !== id))))
          }}
        >
          Add {chosen.size} to the canvas
        </Button>
      </div>
    </div>
  )
}

/** The ranked choice among a node's neighbours, a reason per row. */
export function Chooser() {
  const id = usePanels((state) => state.choosing)
  const node = useExploration((state) => (id === null ? undefined : state.nodes.get(id)))
  const close = (): void => {
    setPanels({ choosing: null })
    focusCanvas()
  }
  return (
    <Dialog title={node === undefined ? 'Choose' : `Choose what ${shortName(node)} brings`} isOpen={node !== undefined} onOpenChange={(isOpen) => !isOpen && close()}>
      {node !== undefined && <ChooserBody key={node.id} node={node} />}
    </Dialog>
  )
}

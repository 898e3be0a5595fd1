import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { NodeKind } from '#graph-schema/node-kinds/index.ts'
import { neighborsQuery } from '#web/api/neighbors.ts'
import { nodeQuery } from '#web/api/node.ts'
import type { ExplorationNode } from '#web/exploration/state.ts'
import { useExploration } from '#web/exploration/store.ts'
import { Button } from '#web/ui/button.tsx'
import { ErrorState } from '#web/ui/error-state.tsx'
import { KindMark } from '#web/ui/kind-mark.tsx'
import { SkeletonLines } from '#web/ui/skeleton.tsx'
import { focusCanvas, setPanels, usePanels } from '../explore-panels.ts'
import { mostAtOnce } from '../explore-actions.ts'
import { countOf, shortName } from '../node-words.ts'
import { useExploreActions } from '../use-explore-actions.ts'
import { countedForecast, exactForecast, type KindForecast } from './forecast.ts'
import styles from './expand-panel.module.css'

/** Up to this many neighbours each one is looked at, so that the forecast is exact. */
const exactUpTo = 500

function Forecast({ node, forecast, onClose }: { node: ExplorationNode; forecast: readonly KindForecast[]; onClose: () => void }) {
  const actions = useExploreActions()
  const [off, setOff] = useState<ReadonlySet<NodeKind>>(new Set())
  const chosen = forecast.filter(({ kind }) => !off.has(kind))
  const fresh = chosen.reduce((sum, group) => sum + group.fresh, 0)
  const total = forecast.reduce((sum, group) => sum + group.fresh + group.here, 0)
  const here = forecast.reduce((sum, group) => sum + group.here, 0)
  const nothingLeft = forecast.every((group) => group.fresh === 0)
  if (nothingLeft) {
    return (
      <>
        <p>{total === 0 ? 'It has no connections in this graph.' : `Nothing more to expand: all ${total} of its neighbours are on the canvas.`}</p>
        <Button autoFocus size="small" onPress={onClose}>
          Close
        </Button>
      </>
    )
  }
  const kinds = chosen.filter((group) => group.fresh > 0).map(({ kind }) => kind)
  const choose = (): void => setPanels({ choosing: node.id, expanding: null })
  return (
    <>
      <p>
        {total.toLocaleString('en')} neighbours, of which {here} {here === 1 ? 'is' : 'are'} here. It would bring:
      </p>
      <ul className={styles['kinds']}>
        {forecast.map((group) => (
          <li key={group.kind}>
            <label>
              <input
                type="checkbox"
                checked={!off.has(group.kind) && group.fresh > 0}
                disabled={group.fresh === 0}
                onChange={(event) => setOff(event.target.checked ? new Set([...off].filter((kind) => kind !== group.kind)) : new Set([...off, group.kind]))}
              />
              <KindMark kind={group.kind} size={13} />
              <span>+{countOf(group.kind, group.fresh)}</span>
              {group.here > 0 && <span className={styles['muted']}>{group.here} here</span>}
            </label>
          </li>
        ))}
      </ul>
      {fresh > mostAtOnce && <p className={styles['muted']}>Too many to draw at once (at most {mostAtOnce}): pick the most telling.</p>}
      <div className={styles['actions']}>
        {fresh > mostAtOnce ? (
          <Button autoFocus variant="primary" size="small" onPress={choose}>
            Choose from {fresh.toLocaleString('en')}, ranked
          </Button>
        ) : (
          <>
            <Button
              autoFocus
              variant="primary"
              size="small"
              isDisabled={fresh === 0}
              onPress={() => {
                onClose()
                void actions.expandAll(node.id, kinds)
              }}
            >
              Add {fresh}
            </Button>
            <Button size="small" onPress={choose}>
              Choose…
            </Button>
          </>
        )}
      </div>
    </>
  )
}

function ExpandBody({ node, onClose }: { node: ExplorationNode; onClose: () => void }) {
  const state = useExploration((now) => now)
  const about = useQuery(nodeQuery(node.id))
  const sum = about.data?.forecast.reduce((total, group) => total + group.count, 0) ?? 0
  const isExact = about.data !== undefined && sum <= exactUpTo
  const neighbors = useQuery({ ...neighborsQuery(node.id, { limit: exactUpTo }), enabled: isExact && sum > 0 })
  if (about.isError) return <ErrorState error={about.error} onRetry={() => void about.refetch()} />
  if (neighbors.isError) return <ErrorState error={neighbors.error} onRetry={() => void neighbors.refetch()} />
  if (about.data === undefined || (isExact && sum > 0 && neighbors.data === undefined)) return <SkeletonLines label="Asking what an expansion would bring" lines={3} />
  const forecast = neighbors.data === undefined ? countedForecast(about.data.forecast, node.id, state) : exactForecast(neighbors.data.subgraph.nodes, state)
  return <Forecast node={node} forecast={forecast} onClose={onClose} />
}

/** Takes the keyboard at once, so that Escape works while the forecast loads, and gives it back to where it came from. */
function ExpandSection({ node }: { node: ExplorationNode }) {
  const [lender] = useState(() => document.activeElement)
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    if (panel.current?.contains(document.activeElement) === false) panel.current.focus({ preventScroll: true })
  }, [])
  const close = (): void => {
    setPanels({ expanding: null })
    if (lender instanceof HTMLElement && lender.isConnected && lender !== document.body) lender.focus({ preventScroll: true })
    else focusCanvas()
  }
  return (
    <section
      ref={panel}
      tabIndex={-1}
      className={styles['panel']}
      aria-labelledby="expand-heading"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        close()
      }}
    >
      <div className={styles['head']}>
        <h2 id="expand-heading">Expand {shortName(node)}</h2>
        <Button variant="quiet" size="small" icon aria-label="Close" onPress={close}>
          <X size={14} aria-hidden />
        </Button>
      </div>
      <ExpandBody node={node} onClose={close} />
    </section>
  )
}

/** Says what expanding a node would bring before it does. */
export function ExpandPanel() {
  const id = usePanels((state) => state.expanding)
  const node = useExploration((state) => (id === null ? undefined : state.nodes.get(id)))
  return node === undefined ? null : <ExpandSection key={node.id} node={node} />
}

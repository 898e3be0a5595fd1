import { useQuery } from '@tanstack/react-query'
import { ArrowLeftRight, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { pathsQuery } from '#web/api/paths.ts'
import { edgeAt, nodeAt } from '#web/exploration/columns.ts'
import { exploration, useExploration } from '#web/exploration/store.ts'
import { highlightPath, pickPathEnds } from '#web/exploration/view-actions.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Button } from '#web/ui/button.tsx'
import { ErrorState } from '#web/ui/error-state.tsx'
import { KindMark } from '#web/ui/kind-mark.tsx'
import { SkeletonLines } from '#web/ui/skeleton.tsx'
import { focusCanvas, setPanels, usePanels } from '../explore-panels.ts'
import { quotedName, shortName } from '../node-words.ts'
import { SearchPicker } from '../search-picker.tsx'
import { useExploreActions } from '../use-explore-actions.ts'
import styles from './paths-panel.module.css'

const routes = 5

function setEnds(name: string, from: string | null, to: string | null): void {
  exploration.step(name, (state) => pickPathEnds(state, from, to))
}

function End({ label, id, other, isFrom }: { label: string; id: string | null; other: string | null; isFrom: boolean }) {
  const node = useExploration((state) => (id === null ? undefined : state.nodes.get(id)))
  const selected = useExploration((state) => [...state.selection].find((one) => one !== id && one !== other) ?? null)
  const selectedNode = useExploration((state) => (selected === null ? undefined : state.nodes.get(selected)))
  const actions = useExploreActions()
  const pick = (picked: string | null): void => {
    const { pathFrom, pathTo } = exploration.current()
    setEnds(picked === null ? `Open the ${label.toLowerCase()} of the path` : `Pick the ${label.toLowerCase()} of a path`, isFrom ? picked : pathFrom, isFrom ? pathTo : picked)
  }
  return (
    <div className={styles['end']}>
      <span className={styles['label']}>{label}</span>
      {node === undefined ? (
        <>
          {selectedNode !== undefined && (
            <Button size="small" onPress={() => pick(selectedNode.id)}>
              Use {shortName(selectedNode)}
            </Button>
          )}
          <SearchPicker
            label={`Search the ${label.toLowerCase()} of the path`}
            placeholder="Search, or select on the canvas"
            onPick={(hit) => {
              void actions.add([hit.id]).then(() => pick(hit.id))
            }}
          />
        </>
      ) : (
        <span className={styles['picked']}>
          <KindMark kind={node.kind} size={14} />
          <span>{quotedName(node)}</span>
          <Button variant="quiet" size="small" icon aria-label={`Take back ${node.name}`} onPress={() => pick(null)}>
            <X size={13} aria-hidden />
          </Button>
        </span>
      )}
    </div>
  )
}

function Routes({ from, to }: { from: string; to: string }) {
  const actions = useExploreActions()
  const lit = useExploration((state) => state.path)
  const found = useQuery(pathsQuery({ from, to, limit: routes }))
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <SkeletonLines label="Looking for routes" lines={5} />
  const { subgraph, paths } = found.data
  if (paths.length === 0) return <p className={styles['muted']}>No route of up to four steps joins these two in this graph.</p>
  return (
    <>
      <p className={styles['muted']}>
        {paths.length} {paths.length === 1 ? 'route' : 'routes'}, shortest first, hubs last. Click one to light it on the canvas.
      </p>
      <ol className={styles['routes']}>
        {paths.map((path) => {
          const nodes = path.nodes.flatMap((at) => nodeAt(subgraph.nodes, at) ?? [])
          const edges = path.edges.flatMap((at) => edgeAt(subgraph, at) ?? [])
          const ids = nodes.map((node) => node.id)
          const isLit = lit !== null && lit.edges.join() === edges.map((edge) => edge.id).join()
          const claims = nodes.some((node) => node.kind === 'Case')
          return (
            <li key={ids.join()}>
              <button
                type="button"
                className={styles['route']}
                aria-pressed={isLit}
                onClick={() =>
                  isLit
                    ? exploration.step('Put out the path', (state) => highlightPath(state, null))
                    : void actions.showPath(subgraph, ids, edges.map((edge) => edge.id))
                }
              >
                <span className={styles['marks']}>
                  {nodes.map((node) => (
                    <KindMark key={node.id} kind={node.kind} size={13} />
                  ))}
                  {path.throughHub && <Badge tone="notice">through a hub</Badge>}
                </span>
                <span>{path.sentence}</span>
                {claims && <span className={styles['muted']}>Cases are claims; {nodes.some((node) => node.kind === 'Case' && (node.disproofState === 'missing' || node.disproofState === null)) ? 'for some the disproof was not imported.' : 'their disproofs are in the details.'}</span>}
              </button>
            </li>
          )
        })}
      </ol>
    </>
  )
}

/** Takes the keyboard when it opens and gives it back to where it came from. */
function OpenPaths() {
  const from = useExploration((state) => state.pathFrom)
  const to = useExploration((state) => state.pathTo)
  const [lender] = useState(() => document.activeElement)
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    panel.current?.focus({ preventScroll: true })
  }, [])
  const close = (): void => {
    setPanels({ showsPaths: false })
    if (lender instanceof HTMLElement && lender.isConnected && lender !== document.body) lender.focus({ preventScroll: true })
    else focusCanvas()
  }
  return (
    <section
      ref={panel}
      tabIndex={-1}
      className={styles['panel']}
      aria-labelledby="paths-heading"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) close()
      }}
    >
      <div className={styles['head']}>
        <h2 id="paths-heading">Paths between two nodes</h2>
        <Button variant="quiet" size="small" icon aria-label="Close paths" onPress={close}>
          <X size={14} aria-hidden />
        </Button>
      </div>
      <End label="Start" id={from} other={to} isFrom />
      <End label="End" id={to} other={from} isFrom={false} />
      {from !== null && to !== null && (
        <Button variant="link" size="small" onPress={() => setEnds('Turn the path round', to, from)}>
          <ArrowLeftRight size={13} aria-hidden /> turn round
        </Button>
      )}
      {from !== null && to !== null ? <Routes from={from} to={to} /> : <p className={styles['muted']}>Pick a start and an end, here or by selecting nodes on the canvas.</p>}
    </section>
  )
}

/** How two nodes are connected: two picks, up to five routes, each a sentence. */
export function PathsPanel() {
  const isOpen = usePanels((state) => state.showsPaths)
  return isOpen ? <OpenPaths /> : null
}

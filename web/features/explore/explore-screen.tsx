import { useEffect } from 'react'
import { hiddenSummary } from '#web/exploration/selectors.ts'
import { exploration, useExploration } from '#web/exploration/store.ts'
import { showAll } from '#web/exploration/view-actions.ts'
import { Button } from '#web/ui/button.tsx'
import { ErrorState } from '#web/ui/error-state.tsx'
import { SkeletonLines } from '#web/ui/skeleton.tsx'
import { useWidth } from '#web/ui/use-width.ts'
import { VisuallyHidden } from '#web/ui/visually-hidden.tsx'
import { DetailsColumn } from './details/details-column.tsx'
import { Chooser } from './expand/chooser.tsx'
import { ExpandPanel } from './expand/expand-panel.tsx'
import { ExploreCanvas } from './explore-canvas.tsx'
import { setPanels, usePanels } from './explore-panels.ts'
import styles from './explore-screen.module.css'
import { Legend } from './legend/legend.tsx'
import { useLink } from './link/use-link.ts'
import { HoverCard } from './menu/hover-card.tsx'
import { NodeMenu } from './menu/node-menu.tsx'
import { Notice } from './notice.tsx'
import { StartPanel } from './start/start-panel.tsx'
import { TableTwin } from './table/table-twin.tsx'
import { Timeline } from './timeline/timeline.tsx'
import { ExploreToolbar } from './toolbar/toolbar.tsx'
import { useAddressParams } from './use-address-params.ts'
import { useExploreActions } from './use-explore-actions.ts'
import { useExploreKeys } from './use-explore-keys.ts'
import { usePlacement } from './use-placement.ts'

/** The canvas holds nodes but filters hide them all: says so instead of showing nothing. */
function AllHidden() {
  const hidden = useExploration(hiddenSummary)
  if (hidden.shownNodes > 0 || hidden.nodes === 0) return null
  return (
    <div className={styles['allHidden']}>
      <p>
        All {hidden.nodes} nodes are hidden by {hidden.filters} {hidden.filters === 1 ? 'filter' : 'filters'}.
      </p>
      <Button variant="primary" size="small" onPress={() => exploration.step('Show all', showAll)}>
        Show all
      </Button>
    </div>
  )
}

function Centre({ phase, error, retry }: ReturnType<typeof useLink>) {
  const isEmpty = useExploration((state) => state.nodes.size === 0)
  const showsTable = usePanels((state) => state.showsTable)
  const [ref, width] = useWidth()
  return (
    <div ref={ref} className={styles['centre']}>
      <div className={styles['canvas']} inert={showsTable || isEmpty}>
        <ExploreCanvas />
        <HoverCard width={width} />
        {!isEmpty && <NodeMenu />}
      </div>
      {phase === 'opening' ? (
        <div className={styles['waiting']}>
          <SkeletonLines label="Opening the view of the link" lines={5} />
        </div>
      ) : phase === 'failed' ? (
        <div className={styles['waiting']}>
          <ErrorState error={error} onRetry={retry} />
        </div>
      ) : (
        isEmpty && <StartPanel />
      )}
      {!isEmpty && (
        <>
          {showsTable ? <TableTwin /> : <AllHidden />}
          <div className={styles['tools']}>
            <ExploreToolbar />
          </div>
          <ExpandPanel />
        </>
      )}
      <Chooser />
    </div>
  )
}

/** Explore: the legend that filters, the canvas with its table twin, the details of the selection, and the timeline. */
export function ExploreScreen() {
  const actions = useExploreActions()
  const link = useLink()
  usePlacement()
  useExploreKeys()
  useAddressParams(link.phase === 'open', actions)
  // Panels belong to a visit; what is on the canvas stays.
  useEffect(() => () => setPanels({ expanding: null, choosing: null, menu: null, hover: null, isLayingOut: false }), [])
  return (
    <div className={styles['screen']}>
      <title>Explore · Throughline</title>
      <VisuallyHidden>
        <h1>Explore</h1>
      </VisuallyHidden>
      <aside className={styles['left']} aria-label="Legend and filter">
        <Legend />
      </aside>
      <div className={styles['middle']}>
        <Notice />
        <Centre {...link} />
        <Timeline />
      </div>
      <DetailsColumn />
    </div>
  )
}

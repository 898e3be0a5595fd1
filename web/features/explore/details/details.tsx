import { useExploration } from '#web/exploration/store.ts'
import { detailsHeading, leaveDetails } from '../explore-panels.ts'
import { CaseDetails } from './case-details.tsx'
import styles from './details.module.css'
import { EdgeDetails, LineDetails } from './edge-details.tsx'
import { NodeDetails } from './node-details.tsx'
import { SelectionDetails } from './selection-details.tsx'

function Body() {
  const selection = useExploration((state) => state.selection)
  const nodes = useExploration((state) => state.nodes)
  const edge = useExploration((state) => (state.selectedEdge === null ? undefined : state.edges.get(state.selectedEdge)))
  const line = useExploration((state) => (state.selectedEdge === null ? undefined : state.related.get(state.selectedEdge)))
  if (edge !== undefined) return <EdgeDetails key={edge.id} edge={edge} />
  if (line !== undefined) return <LineDetails key={line.id} line={line} />
  const selected = [...selection].flatMap((id) => nodes.get(id) ?? [])
  const [only] = selected
  if (only === undefined) {
    return (
      <div className={styles['empty']}>
        <h2>Nothing selected</h2>
        <p>Click a node for its details, a line for its evidence. Shift and click, or Shift and drag, select several. Double-click expands.</p>
        <p>With the keyboard: Tab to the canvas, arrows walk along connections, full stop and comma go over those of a node, Enter opens details or evidence, Shift F10 the menu.</p>
      </div>
    )
  }
  if (selected.length > 1) return <SelectionDetails nodes={selected} />
  return only.kind === 'Case' ? <CaseDetails key={only.id} node={only} /> : <NodeDetails key={only.id} node={only} />
}

/** What is known of the selection: a case, another node, an edge, or several nodes. Escape leads back to where it was opened from. */
export function Details() {
  return (
    <div
      className={styles['details']}
      id={detailsHeading}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) leaveDetails()
      }}
    >
      <Body />
    </div>
  )
}

import { useMemo } from 'react'
import { GraphCanvas } from '#web/canvas/graph-canvas.tsx'
import type { CanvasCallbacks } from '#web/canvas/canvas-callbacks.ts'
import { edgesByNode, visibleGraph } from '#web/exploration/selectors.ts'
import { exploration, useExploration } from '#web/exploration/store.ts'
import { moveNodes, selectEdge, setCamera } from '#web/exploration/view-actions.ts'
import { useTheme } from '#web/ui/theme-store.ts'
import { focusDetails, mountedCanvas, setPanels } from './explore-panels.ts'
import { shortName } from './node-words.ts'
import { useExploreActions } from './use-explore-actions.ts'

function nameOf(id: string): string {
  const node = exploration.current().nodes.get(id)
  return node === undefined ? 'a node' : shortName(node)
}

/** The canvas, fed from the exploration; what happens on it becomes steps. */
export function ExploreCanvas() {
  const graph = useExploration(visibleGraph)
  const byNode = useExploration(edgesByNode)
  const positions = useExploration((state) => state.positions)
  const pinned = useExploration((state) => state.pinned)
  const selection = useExploration((state) => state.selection)
  const selectedEdge = useExploration((state) => state.selectedEdge)
  const path = useExploration((state) => state.path)
  const camera = useExploration((state) => state.camera)
  const theme = useTheme((state) => state.theme)
  const actions = useExploreActions()
  const callbacks = useMemo(
    (): CanvasCallbacks => ({
      onSelect: actions.select,
      onSelectEdge: (id) => exploration.step('Select a connection', (state) => selectEdge(state, id), { coalesce: 'select' }),
      onOpen: focusDetails,
      onExpand: (id) => setPanels({ expanding: id }),
      onCollapse: actions.collapse,
      onRelated: (id) => void actions.showRelated(id),
      onPin: actions.pin,
      onRemove: actions.remove,
      onMove: (places) => {
        const [first] = places
        if (first === undefined) return
        exploration.step(places.length === 1 ? `Move ${nameOf(first[0])}` : `Move ${places.length} nodes`, (state) => moveNodes(state, places))
      },
      onCamera: (next, isFirst) => {
        if (isFirst) exploration.complete((state) => setCamera(state, next))
        else exploration.step('Move the view', (state) => setCamera(state, next), { coalesce: 'view' })
      },
      onMenu: (id, at) => setPanels({ menu: { id, at }, hover: null }),
      onHover: (hover) => setPanels({ hover }),
    }),
    [actions],
  )
  return (
    <GraphCanvas
      ref={(handle) => {
        mountedCanvas.current = handle
      }}
      graph={graph}
      edgesByNode={byNode}
      positions={positions}
      pinned={pinned}
      selection={selection}
      selectedEdge={selectedEdge}
      path={path}
      camera={camera}
      theme={theme}
      {...callbacks}
    />
  )
}

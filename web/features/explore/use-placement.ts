import { useEffect } from 'react'
import { LayoutCancelled, LayoutClient } from '#web/canvas/layouts/layout-client.ts'
import { layoutInput, type LayoutInput } from '#web/canvas/layouts/layout-input.ts'
import { placeNew } from '#web/canvas/layouts/place-new.ts'
import { unplacedIds, visibleGraph } from '#web/exploration/selectors.ts'
import type { ExplorationState, LayoutName } from '#web/exploration/state.ts'
import { exploration, useExploration } from '#web/exploration/store.ts'
import { applyLayout, placeNodes } from '#web/exploration/view-actions.ts'
import { showToast } from '#web/ui/toast-store.ts'
import { mountedCanvas, setPanels } from './explore-panels.ts'

/** Names of the layouts on the screen. */
export const layoutWords: Record<LayoutName, string> = { force: 'Force', time: 'By time', circle: 'Circle' }

const layoutClient = new LayoutClient()

function inputOf(state: ExplorationState, onlyVisible: boolean): LayoutInput {
  const visible = visibleGraph(state)
  return onlyVisible
    ? layoutInput(visible.nodes.values(), [...visible.edges.values(), ...visible.related.values()], state.positions, state.pinned)
    : layoutInput(state.nodes.values(), [...state.edges.values(), ...state.related.values()], state.positions, state.pinned)
}

/** Says that new nodes lie where one does not look, with the way to them; the view itself is not moved. */
function tellOutside(ids: readonly string[]): void {
  setTimeout(() => {
    const outside = mountedCanvas.current?.countOutside(ids) ?? 0
    if (outside === 0) return
    showToast(outside === ids.length && outside === 1 ? 'The new node lies outside of the view.' : `${outside} of ${ids.length} new nodes lie outside of the view.`, {
      action: { label: 'Fit', onPress: () => mountedCanvas.current?.fit() },
    })
  }, 350)
}

/** Finds places for nodes that have none, in the worker. What has a place stays where it is. */
export function usePlacement(): void {
  const unplaced = useExploration(unplacedIds)
  useEffect(() => {
    if (unplaced.length === 0) return
    const state = exploration.current()
    const input = inputOf(state, false)
    const isFirst = state.positions.size === 0
    layoutClient
      .run(isFirst && unplaced.length > 3 ? 'force' : 'place', input)
      .catch((error: unknown) => {
        if (error instanceof LayoutCancelled) return null
        // Without a worker nodes are still placed, only with a short halt.
        return placeNew(input)
      })
      .then((placed) => {
        if (placed === null) return
        exploration.complete((now) => placeNodes(now, placed))
        if (!isFirst) tellOutside(unplaced)
      })
      .catch((error: unknown) => showToast(error instanceof Error ? error.message : 'Placing the new nodes failed.', { tone: 'error' }))
  }, [unplaced])
}

let layoutRuns = 0

/** Lays out what is drawn anew and fits the view to it, as one step; a newer layout stops the older. Pinned nodes stay. */
export function runLayout(name: LayoutName): void {
  layoutRuns += 1
  const run = layoutRuns
  const done = (): void => {
    if (run === layoutRuns) setPanels({ isLayingOut: false })
  }
  setPanels({ isLayingOut: true })
  layoutClient
    .run(name, inputOf(exploration.current(), true))
    .then((placed) => {
      // Without a camera the canvas fits the picture, which completes this very step.
      exploration.step(`Layout: ${layoutWords[name]}`, (now) => {
        const laidOut = applyLayout(now, name, placed)
        return laidOut === now ? now : { ...laidOut, camera: null }
      })
      done()
    })
    .catch((error: unknown) => {
      done()
      if (error instanceof LayoutCancelled) return
      showToast(error instanceof Error ? error.message : 'The layout failed.', { tone: 'error' })
    })
}

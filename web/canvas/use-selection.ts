import type { Core } from 'cytoscape'
import { useEffect, type RefObject } from 'react'
import type { CanvasCallbacks } from './canvas-callbacks.ts'

/**
 * Keeps Cytoscape's selection and ours equal, both ways. Cytoscape makes the gestures (click, Shift, box);
 * what comes from us is applied in silence.
 */
export function useSelection(cy: Core | null, selection: ReadonlySet<string>, selectedEdge: string | null, elements: unknown, callbacks: RefObject<CanvasCallbacks>): void {
  useEffect(() => {
    if (cy === null) return
    let timer: ReturnType<typeof setTimeout> | null = null
    const tell = (): void => {
      timer = null
      if (cy.destroyed()) return
      const nodes = cy.nodes(':selected').map((node) => node.id())
      const edges = cy.edges(':selected').map((edge) => edge.id())
      const [edge] = edges
      if (nodes.length === 0 && edges.length === 1 && edge !== undefined) callbacks.current.onSelectEdge(edge)
      else callbacks.current.onSelect(nodes)
    }
    // One gesture selects and unselects several elements: tell once, when it is over.
    const soon = (): void => {
      timer ??= setTimeout(tell, 0)
    }
    cy.on('tapselect tapunselect boxselect', soon)
    return () => {
      if (timer !== null) clearTimeout(timer)
      cy.off('tapselect tapunselect boxselect', soon)
    }
  }, [cy, callbacks])

  useEffect(() => {
    if (cy === null || cy.destroyed()) return
    cy.batch(() => {
      cy.elements(':selected').forEach((element) => {
        if (!selection.has(element.id()) && element.id() !== selectedEdge) element.unselect()
      })
      for (const id of selection) cy.getElementById(id).select()
      if (selectedEdge !== null) cy.getElementById(selectedEdge).select()
    })
  }, [cy, selection, selectedEdge, elements])
}

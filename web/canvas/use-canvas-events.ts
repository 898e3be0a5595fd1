import type { Core, EventObject, EventObjectEdge, EventObjectNode } from 'cytoscape'
import { useEffect, type RefObject } from 'react'
import type { Point } from '#web/exploration/state.ts'
import type { CanvasCallbacks } from './canvas-callbacks.ts'

/** Gestures of the pointer: double click, drag, context menu, hover. */
export function useCanvasEvents(cy: Core | null, callbacks: RefObject<CanvasCallbacks>, onTap: (id: string | null) => void): void {
  useEffect(() => {
    if (cy === null) return
    const dragged = new Map<string, Point>()
    let timer: ReturnType<typeof setTimeout> | null = null
    const onDragFree = (event: EventObjectNode): void => {
      dragged.set(event.target.id(), { ...event.target.position() })
      // All nodes of a dragged group are let go in the same moment: one step.
      timer ??= setTimeout(() => {
        timer = null
        callbacks.current.onMove([...dragged])
        dragged.clear()
      }, 0)
    }
    const onExpand = (event: EventObjectNode): void => callbacks.current.onExpand(event.target.id())
    const onNodeMenu = (event: EventObjectNode): void => {
      onTap(event.target.id())
      callbacks.current.onMenu(event.target.id(), { ...event.renderedPosition })
    }
    const onGroundMenu = (event: EventObject): void => {
      if (event.target === cy) callbacks.current.onMenu(null, { ...event.renderedPosition })
    }
    const onTapNode = (event: EventObjectNode): void => onTap(event.target.id())
    const onNodeOver = (event: EventObjectNode): void => {
      cy.batch(() => event.target.connectedEdges().addClass('lit'))
      const at = event.target.renderedPosition()
      callbacks.current.onHover({ kind: 'node', id: event.target.id(), at: { x: at.x, y: at.y - event.target.renderedHeight() / 2 } })
    }
    const onEdgeOver = (event: EventObjectEdge): void => {
      event.target.addClass('lit')
      callbacks.current.onHover({ kind: 'edge', id: event.target.id(), at: { ...event.renderedPosition } })
    }
    const onOut = (): void => {
      cy.batch(() => cy.edges('.lit').removeClass('lit'))
      callbacks.current.onHover(null)
    }
    cy.on('dragfree', 'node', onDragFree)
    cy.on('dbltap', 'node', onExpand)
    cy.on('tap', 'node', onTapNode)
    cy.on('cxttap', 'node', onNodeMenu)
    cy.on('cxttap', onGroundMenu)
    cy.on('mouseover', 'node', onNodeOver)
    cy.on('mouseover', 'edge', onEdgeOver)
    cy.on('mouseout', 'node, edge', onOut)
    cy.on('grab pan zoom', onOut)
    return () => {
      if (timer !== null) clearTimeout(timer)
      cy.off('dragfree', 'node', onDragFree)
      cy.off('dbltap', 'node', onExpand)
      cy.off('tap', 'node', onTapNode)
      cy.off('cxttap', 'node', onNodeMenu)
      cy.off('cxttap', onGroundMenu)
      cy.off('mouseover', 'node', onNodeOver)
      cy.off('mouseover', 'edge', onEdgeOver)
      cy.off('mouseout', 'node, edge', onOut)
      cy.off('grab pan zoom', onOut)
    }
  }, [cy, callbacks, onTap])
}

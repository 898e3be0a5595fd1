import type { Core } from 'cytoscape'
import { useCallback, useEffect, useState, type KeyboardEvent, type RefObject } from 'react'
import type { CanvasCallbacks, CanvasHandle } from './canvas-callbacks.ts'
import type { Point } from '#web/exploration/state.ts'
import { nextNode, type Direction } from './next-node.ts'
import type { CanvasElements } from './to-elements.ts'
import { edgesAround, otherEnd, stepAround } from './walk-edges.ts'

const directions = new Map<string, Direction>([
  ['ArrowLeft', 'left'],
  ['ArrowRight', 'right'],
  ['ArrowUp', 'up'],
  ['ArrowDown', 'down'],
])

export interface CanvasKeysInput {
  cy: Core | null
  elements: CanvasElements
  selection: ReadonlySet<string>
  callbacks: RefObject<CanvasCallbacks>
  handle: CanvasHandle
}

/** Where arrows begin: the selected node, else the one with most connections. */
function firstFocus(elements: CanvasElements, selection: ReadonlySet<string>): string | null {
  const selected = [...selection].find((id) => elements.nodes.has(id))
  if (selected !== undefined) return selected
  const byDegree = [...elements.nodes.values()].toSorted((a, b) => (a.kind === 'Narrative' ? 0 : 1) - (b.kind === 'Narrative' ? 0 : 1) || b.degree - a.degree || (a.id < b.id ? -1 : 1))
  return byDegree[0]?.id ?? null
}

/** A connection of the focused node that the keys are on. */
export interface EdgeFocus {
  id: string
  /** Which of how many at that node, from 1. */
  at: number
  of: number
}

/** The keyboard on the canvas: one Tab stop, a focus that walks from node to node and over a node's connections, and a key for each action. */
export function useCanvasKeys({ cy, elements, selection, callbacks, handle }: CanvasKeysInput): {
  focus: string | null
  edge: EdgeFocus | null
  /** Sets where arrows go on from, without showing it: the pointer was used. */
  setFocus: (id: string | null) => void
  onKeyDown: (event: KeyboardEvent) => void
} {
  const [asked, setAsked] = useState<{ id: string | null; edge: string | null; shown: boolean }>({ id: null, edge: null, shown: false })
  const focus = asked.id !== null && elements.nodes.has(asked.id) ? asked.id : null
  const shown = asked.shown ? focus : null
  const edge = focus !== null && asked.edge !== null && elements.edges.has(asked.edge) ? asked.edge : null
  const setFocus = useCallback((id: string | null) => setAsked({ id, edge: null, shown: false }), [])
  const places = (): Map<string, Point> => new Map([...elements.nodes].map(([id, { at }]) => [id, at]))
  const around = focus === null ? [] : edgesAround(focus, elements.edges.values(), places())

  useEffect(() => {
    if (cy === null || cy.destroyed()) return
    cy.batch(() => {
      cy.elements('.focused').removeClass('focused')
      if (shown !== null) cy.getElementById(shown).addClass('focused')
      if (edge !== null) cy.getElementById(edge).addClass('focused')
    })
    cy.emit('focusnode')
  }, [cy, shown, edge, elements])

  const bringIntoView = (id: string): void => {
    if (cy === null) return
    const { x, y } = cy.getElementById(id).renderedPosition()
    const margin = 60
    const dx = x < margin ? margin - x : x > cy.width() - margin ? cy.width() - margin - x : 0
    const dy = y < margin ? margin - y : y > cy.height() - margin ? cy.height() - margin - y : 0
    if (dx !== 0 || dy !== 0) cy.panBy({ x: dx, y: dy })
  }

  const goTo = (id: string | null): void => {
    if (id === null) return
    setAsked({ id, edge: null, shown: true })
    bringIntoView(id)
  }

  const walkEdges = (step: 1 | -1): void => {
    if (focus === null) return goTo(firstFocus(elements, selection))
    setAsked({ id: focus, edge: stepAround(around, edge, step), shown: true })
  }

  const goToOtherEnd = (): void => {
    const on = edge === null ? undefined : elements.edges.get(edge)
    if (focus !== null && on !== undefined) goTo(otherEnd(on, focus))
  }

  const walk = (direction: Direction): void => {
    if (focus === null) return goTo(firstFocus(elements, selection))
    const neighbors = new Set([...elements.edges.values()].flatMap((edge) => (edge.from === focus ? [edge.to] : edge.to === focus ? [edge.from] : [])))
    goTo(nextNode(focus, direction, places(), neighbors))
  }

  /** What an action speaks of: the focused node, or the whole selection if it is part of it. */
  const targets = (): readonly string[] => (focus === null ? [...selection] : selection.has(focus) ? [...selection] : [focus])

  const act = (key: string, shift: boolean): boolean => {
    const told = callbacks.current
    const direction = directions.get(key)
    if (direction !== undefined) walk(direction)
    else if (key === '.' || key === ',') walkEdges(key === '.' ? 1 : -1)
    else if (key === 'g' || key === 'G') goToOtherEnd()
    else if (key === 'Escape' && edge !== null) setAsked({ id: focus, edge: null, shown: true })
    else if (key === 'Escape') {
      setFocus(null)
      told.onSelect([])
    } else if (key === 'f' || key === 'F') handle.fit()
    else if (key === '+' || key === '=') handle.zoomBy(1.25)
    else if (key === '-') handle.zoomBy(0.8)
    else if (key === 'Home') goTo(firstFocus(elements, selection))
    else if (key === 'Delete' || key === 'Backspace') told.onRemove(targets())
    else if (key === 'p' || key === 'P') told.onPin(targets())
    else if (key === 'ContextMenu' || (key === 'F10' && shift)) {
      const { x, y } = focus === null || cy === null ? { x: 20, y: 20 } : cy.getElementById(focus).renderedPosition()
      told.onMenu(focus, { x, y })
    } else if (focus === null) {
      if (key !== 'Enter') return false
      goTo(firstFocus(elements, selection))
    } else if (key === 'Enter' && edge !== null) {
      told.onSelectEdge(edge)
      told.onOpen(edge)
    } else if (key === 'Enter') {
      told.onSelect([focus])
      told.onOpen(focus)
    } else if (key === ' ') told.onSelect(selection.has(focus) ? [...selection].filter((id) => id !== focus) : [...selection, focus])
    else if (key === 'e' || key === 'E') told.onExpand(focus)
    else if (key === 'c' || key === 'C') told.onCollapse(focus)
    else if ((key === 'r' || key === 'R') && elements.nodes.get(focus)?.kind === 'Case') told.onRelated(focus)
    else return false
    return true
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (!act(event.key, event.shiftKey)) return
    event.preventDefault()
    event.stopPropagation()
  }

  return { focus, edge: edge === null ? null : { id: edge, at: around.indexOf(edge) + 1, of: around.length }, setFocus, onKeyDown }
}

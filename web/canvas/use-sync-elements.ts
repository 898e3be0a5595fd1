import type { Core } from 'cytoscape'
import { useLayoutEffect, useRef } from 'react'
import { syncElements } from './adapter.ts'
import type { CanvasElements } from './to-elements.ts'
import { prefersReducedMotion } from './use-latest.ts'

const nothing: CanvasElements = { nodes: new Map(), edges: new Map() }

/** More nodes than this change places at once: no motion, it would only stutter. */
const mostTravellers = 250

/** Keeps Cytoscape's elements equal to `elements`; the first picture stands at once, later changes may travel. */
export function useSyncElements(cy: Core | null, elements: CanvasElements): void {
  const held = useRef<{ cy: Core | null; elements: CanvasElements }>({ cy: null, elements: nothing })
  useLayoutEffect(() => {
    if (cy === null || cy.destroyed()) return
    const before = held.current.cy === cy ? held.current.elements : nothing
    if (before === elements) return
    const motion = before.nodes.size > 0 && elements.nodes.size <= mostTravellers && !prefersReducedMotion()
    syncElements(cy, before, elements, motion)
    held.current = { cy, elements }
  }, [cy, elements])
}

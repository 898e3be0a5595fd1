import type { Core } from 'cytoscape'
import { useEffect, useRef, type RefObject } from 'react'
import type { Camera } from '#web/exploration/state.ts'
import { cameraAfterResize, cameraOf, fitCamera, lookAt } from './camera.ts'
import type { CanvasCallbacks } from './canvas-callbacks.ts'
import type { CanvasElements } from './to-elements.ts'
import { useLatest } from './use-latest.ts'

/** How long the viewport must rest before its move counts as a step. */
const rest = 220

function same(a: Camera, b: Camera): boolean {
  return Math.abs(a.x - b.x) < 0.1 && Math.abs(a.y - b.y) < 0.1 && Math.abs(a.zoom - b.zoom) < 0.001
}

/** The viewport follows our camera and tells us when somebody moved it; the first picture is fitted. A change of size keeps the middle; a picture that was seen whole is fitted again where it would be cut. */
export function useCamera(cy: Core | null, camera: Camera | null, elements: CanvasElements, callbacks: RefObject<CanvasCallbacks>): void {
  const wanted = useRef<Camera | null>(null)
  const latest = useLatest(elements)

  useEffect(() => {
    if (cy === null) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const moved = (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        if (cy.destroyed() || wanted.current === null) return
        const now = cameraOf(cy)
        if (same(now, wanted.current)) return
        wanted.current = now
        callbacks.current.onCamera(now, false)
      }, rest)
    }
    let size = { width: cy.width(), height: cy.height() }
    const resized = (): void => {
      const before = size
      size = { width: cy.width(), height: cy.height() }
      const camera = wanted.current
      if (camera === null) return
      const next = cameraAfterResize(camera, [...latest.current.nodes.values()].map(({ at }) => at), before, size)
      wanted.current = next
      lookAt(cy, next)
      if (next !== camera) callbacks.current.onCamera(next, true)
    }
    cy.on('viewport', moved)
    cy.on('resize', resized)
    return () => {
      clearTimeout(timer)
      cy.off('viewport', moved)
      cy.off('resize', resized)
    }
  }, [cy, callbacks, latest])

  useEffect(() => {
    if (cy === null || cy.destroyed()) return
    if (camera !== null) {
      // Also after a move by hand: the state's camera is rounded, and what a link shows shall be what stands here.
      wanted.current = camera
      const now = cameraOf(cy)
      if (Math.abs(now.x - camera.x) + Math.abs(now.y - camera.y) + Math.abs(now.zoom - camera.zoom) > 1e-6) lookAt(cy, camera)
      return
    }
    const fitted = fitCamera([...elements.nodes.values()].map(({ at }) => at), cy.width(), cy.height())
    if (fitted === null) {
      wanted.current = null
      return
    }
    wanted.current = fitted
    lookAt(cy, fitted)
    callbacks.current.onCamera(fitted, true)
  }, [cy, camera, elements, callbacks])
}

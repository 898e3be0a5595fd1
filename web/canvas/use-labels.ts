import type { Core } from 'cytoscape'
import { useEffect } from 'react'
import { domainKinds, type NodeKind } from '#graph-schema/node-kinds/index.ts'
import type { Theme } from '#web/ui/theme-store.ts'
import { readCanvasColours } from './canvas-colours.ts'
import { placeLabels, type ScreenBox, type ScreenLabel } from './label-pass.ts'
import { labelGap, nodeSizes } from './node-box.ts'
import { fontFamily, labelFont, stylesheet } from './stylesheet.ts'
import type { CanvasElements, CanvasNode } from './to-elements.ts'

/** How long nothing must change before labels are sorted out anew. */
const settle = 90

/** From so many edges on the picture counts as dense. */
const denseEdges = 700

const kindWeight = new Map<NodeKind, number>(domainKinds.map(({ kind }, index) => [kind, domainKinds.length - index]))

function priorityOf(node: CanvasNode, selected: boolean, focused: boolean): number {
  const standing = (selected ? 4000 : 0) + (focused ? 8000 : 0) + (node.path === 'on' ? 2000 : 0) + (node.path === 'off' ? -500 : 0)
  return standing + (node.kind === 'Narrative' ? 1000 : 0) + (kindWeight.get(node.kind) ?? 0) * 20 + Math.min(19, Math.log2(1 + node.degree)) - (node.byTitle ? 10 : 0)
}

let measure: CanvasRenderingContext2D | null = null

function textWidth(line: string, font: string): number {
  measure ??= document.createElement('canvas').getContext('2d')
  if (measure === null) return line.length * 7
  measure.font = font
  return measure.measureText(line).width
}

/** Boxes of labels and shapes on the screen at the present zoom; from our own positions, not from nodes on their way. */
function screenBoxes(cy: Core, elements: CanvasElements): { labels: ScreenLabel[]; shapes: ScreenBox[] } {
  const zoom = cy.zoom()
  const labels: ScreenLabel[] = []
  const shapes: ScreenBox[] = []
  for (const node of elements.nodes.values()) {
    const element = cy.getElementById(node.id)
    const { width, height } = nodeSizes[node.kind]
    const x = node.at.x * zoom
    const y = node.at.y * zoom
    const halfWidth = (width * zoom) / 2
    const halfHeight = (height * zoom) / 2
    shapes.push({ id: node.id, left: x - halfWidth * 0.85, right: x + halfWidth * 0.85, top: y - halfHeight * 0.85, bottom: y + halfHeight * 0.85 })
    const isNarrative = node.kind === 'Narrative'
    const size = isNarrative ? labelFont.narrative : labelFont.plain
    const font = `${isNarrative || element.selected() ? 600 : 400} ${size}px ${fontFamily}`
    const lines = node.label.split('\n')
    const half = Math.max(...lines.map((line) => textWidth(line, font))) / 2 + 3
    const gap = labelGap + (isNarrative || element.selected() ? 3 : 0) - 1
    const tall = lines.length * size * 1.25 + 3
    const top = y + halfHeight + gap
    const bottom = y - halfHeight - gap
    const sides = { left: x - half, right: x + half }
    labels.push({ id: node.id, below: { ...sides, top, bottom: top + tall }, above: { ...sides, top: bottom - tall, bottom }, priority: priorityOf(node, element.selected(), element.hasClass('focused')) })
  }
  return { labels, shapes }
}

/**
 * Styles the canvas for theme and zoom, and hides labels that would overlap others; again whenever nodes, zoom, selection or fonts change.
 * What is hidden depends on the state alone, so the same link shows the same labels.
 */
export function useLabels(cy: Core | null, elements: CanvasElements, theme: Theme): void {
  useEffect(() => {
    if (cy === null || cy.destroyed()) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let styledFor = 0
    const pass = (): void => {
      if (cy.destroyed()) return
      const zoom = cy.zoom()
      if (styledFor !== zoom) {
        styledFor = zoom
        cy.style().fromJson(stylesheet({ theme, colours: readCanvasColours(), zoom, isDense: elements.edges.size > denseEdges })).update()
      }
      const { labels, shapes } = screenBoxes(cy, elements)
      const places = placeLabels(labels, shapes)
      cy.batch(() =>
        cy.nodes().forEach((node) => {
          const place = places.get(node.id())
          node.toggleClass('muted-label', place === 'hidden').toggleClass('label-above', place === 'above')
        }),
      )
    }
    const soon = (): void => {
      clearTimeout(timer)
      timer = setTimeout(pass, settle)
    }
    const fonts = (): void => {
      styledFor = 0
      soon()
    }
    pass()
    cy.on('zoom select unselect', soon)
    cy.on('focusnode', soon)
    document.fonts.addEventListener('loadingdone', fonts)
    return () => {
      clearTimeout(timer)
      cy.off('zoom select unselect', soon)
      cy.off('focusnode', soon)
      document.fonts.removeEventListener('loadingdone', fonts)
    }
  }, [cy, elements, theme])
}

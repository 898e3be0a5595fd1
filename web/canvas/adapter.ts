import type { Core, ElementDefinition, NodeSingular } from 'cytoscape'
import type { CanvasEdge, CanvasElements, CanvasNode } from './to-elements.ts'

/** How long a node takes to its new place, in milliseconds. */
const travelTime = 280

function nodeDefinition(node: CanvasNode): ElementDefinition {
  const { id, kind, label, degree } = node
  return { group: 'nodes', data: { id, kind, label, degree }, position: { x: node.at.x, y: node.at.y } }
}

function edgeDefinition({ id, from, to, type, tier, basis }: CanvasEdge): ElementDefinition {
  return { group: 'edges', data: { id, source: from, target: to, type, basis, ...(tier === null ? {} : { tier }) } }
}

/** Where a new node sets out: at the node that stood here before and that it is joined to, so that one sees what brought it. */
function startOf(cy: Core, id: string, edges: CanvasElements['edges'], before: CanvasElements): { x: number; y: number } | null {
  for (const edge of edges.values()) {
    const other = edge.from === id ? edge.to : edge.to === id ? edge.from : null
    if (other === null || !before.nodes.has(other)) continue
    const node = cy.getElementById(other)
    if (node.nonempty()) return { ...node.position() }
  }
  return null
}

function travel(node: NodeSingular, to: { x: number; y: number }): void {
  node.stop(true, false)
  node.animate({ position: { x: to.x, y: to.y } }, { duration: travelTime, easing: 'ease-out-cubic' })
}

/**
 * Brings Cytoscape from what it held to what it shall hold, in one batch and with nothing but the difference.
 * `motion` lets nodes travel to new places; without it they are there at once.
 */
export function syncElements(cy: Core, before: CanvasElements, after: CanvasElements, motion: boolean): void {
  const travels: { id: string; to: { x: number; y: number } }[] = []
  cy.batch(() => {
    for (const id of before.edges.keys()) if (!after.edges.has(id)) cy.getElementById(id).remove()
    for (const id of before.nodes.keys()) if (!after.nodes.has(id)) cy.getElementById(id).remove()
    const added: ElementDefinition[] = []
    for (const node of after.nodes.values()) {
      const old = before.nodes.get(node.id)
      if (old === undefined) {
        const definition = nodeDefinition(node)
        const start = motion && before.nodes.size > 0 ? startOf(cy, node.id, after.edges, before) : null
        added.push(start === null ? definition : { ...definition, position: start })
        if (start !== null) travels.push({ id: node.id, to: node.at })
      } else if (old.label !== node.label || old.degree !== node.degree || old.kind !== node.kind) {
        cy.getElementById(node.id).data({ kind: node.kind, label: node.label, degree: node.degree })
      }
    }
    for (const edge of after.edges.values()) {
      const old = before.edges.get(edge.id)
      if (old === undefined) added.push(edgeDefinition(edge))
      else if (old.basis !== edge.basis || old.tier !== edge.tier) {
        cy.getElementById(edge.id).removeData('tier').data(edgeDefinition(edge).data)
      }
    }
    if (added.length > 0) cy.add(added)
    for (const node of after.nodes.values()) {
      const old = before.nodes.get(node.id)
      const element = cy.getElementById(node.id)
      if (old === undefined || old.byTitle !== node.byTitle || old.pinned !== node.pinned || old.path !== node.path) {
        element.toggleClass('by-title', node.byTitle).toggleClass('pinned', node.pinned).toggleClass('on-path', node.path === 'on').toggleClass('off-path', node.path === 'off')
      }
      if (old === undefined) continue
      if (old.at.x !== node.at.x || old.at.y !== node.at.y) {
        if (motion) travels.push({ id: node.id, to: node.at })
        else element.position({ x: node.at.x, y: node.at.y })
      }
    }
    for (const edge of after.edges.values()) {
      if (before.edges.get(edge.id)?.path === edge.path) continue
      cy.getElementById(edge.id).toggleClass('on-path', edge.path === 'on').toggleClass('off-path', edge.path === 'off')
    }
  })
  for (const { id, to } of travels) travel(cy.getElementById(id), to)
}

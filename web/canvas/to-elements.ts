import type { Basis, Tier } from '#graph-schema/evidence.ts'
import type { NodeKind } from '#graph-schema/node-kinds/index.ts'
import type { EdgeType } from '#graph-schema/relationships.ts'
import type { VisibleGraph } from '#web/exploration/selectors.ts'
import type { HighlightedPath, Point } from '#web/exploration/state.ts'
import { labelLines } from './node-label.ts'

/** On the lit route, beside it, or no route is lit. */
export type PathRole = 'on' | 'off' | 'none'

export interface CanvasNode {
  id: string
  kind: NodeKind
  label: string
  at: Point
  degree: number
  byTitle: boolean
  pinned: boolean
  path: PathRole
}

export interface CanvasEdge {
  id: string
  from: string
  to: string
  /** `RELATED`: a dashed line, no edge of the graph. */
  type: EdgeType | 'RELATED'
  tier: Tier | null
  basis: Basis | 'related' | 'loosely-related'
  path: PathRole
}

/** What Cytoscape shall hold, as plain values. */
export interface CanvasElements {
  nodes: ReadonlyMap<string, CanvasNode>
  edges: ReadonlyMap<string, CanvasEdge>
}

export interface ToElementsInput {
  graph: VisibleGraph
  positions: ReadonlyMap<string, Point>
  pinned: ReadonlySet<string>
  path: HighlightedPath | null
}

/** The drawn graph: nodes that have a place, and the edges among them; in order of id, so that the same state gives the same picture. */
export function toElements({ graph, positions, pinned, path }: ToElementsInput): CanvasElements {
  const onPath = new Set([...(path?.nodes ?? []), ...(path?.edges ?? [])])
  const roleOf = (id: string): PathRole => (path === null ? 'none' : onPath.has(id) ? 'on' : 'off')
  const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1)
  const nodes = new Map<string, CanvasNode>()
  for (const node of [...graph.nodes.values()].toSorted(byId)) {
    const at = positions.get(node.id)
    if (at === undefined) continue
    nodes.set(node.id, {
      id: node.id,
      kind: node.kind,
      label: labelLines(node).join('\n'),
      at,
      degree: node.degree,
      byTitle: node.status === 'known-by-title',
      pinned: pinned.has(node.id),
      path: roleOf(node.id),
    })
  }
  const edges = new Map<string, CanvasEdge>()
  for (const { id, from, to, type, tier, basis } of [...graph.edges.values()].toSorted(byId)) {
    if (nodes.has(from) && nodes.has(to)) edges.set(id, { id, from, to, type, tier, basis, path: roleOf(id) })
  }
  for (const { id, from, to, isLoose } of [...graph.related.values()].toSorted(byId)) {
    if (nodes.has(from) && nodes.has(to)) edges.set(id, { id, from, to, type: 'RELATED', tier: null, basis: isLoose ? 'loosely-related' : 'related', path: roleOf(id) })
  }
  return { nodes, edges }
}

import type { Basis, Tier } from '#graph-schema/evidence.ts'
import type { NodeKind } from '#graph-schema/node-kinds/index.ts'
import type { EdgeType } from '#graph-schema/relationships.ts'

/** A node on the canvas, hidden or not. */
export interface ExplorationNode {
  id: string
  kind: NodeKind
  name: string
  date: string | null
  status: string | null
  disproofState: string | null
  /** All edges of the node in the graph, shown or not. */
  degree: number
}

/** An edge among nodes of the canvas. */
export interface ExplorationEdge {
  /** Made of the ends and the type, see `edgeId`. */
  id: string
  from: string
  to: string
  type: EdgeType
  tier: Tier | null
  basis: Basis
  why: string
}

/** A dashed line between two cases that the comparison finds related. It is no edge of the graph: it is worked out anew whenever a link is opened. */
export interface RelatedLine {
  /** Made of the two cases, see `relatedLineId`. */
  id: string
  /** The case whose related ones were asked for. */
  from: string
  to: string
  why: string
  /** The two have little in common: they may have no more to do with each other than others have. */
  isLoose: boolean
}

export interface Point {
  x: number
  y: number
}

/** What the viewport shows: the model point in its middle and the zoom, so that it means the same in a window of another size. */
export interface Camera {
  x: number
  y: number
  zoom: number
}

/** Inclusive days, `YYYY-MM-DD`. */
export interface TimeWindow {
  from: string
  to: string
}

export const layoutNames = ['force', 'time', 'circle'] as const
export type LayoutName = (typeof layoutNames)[number]

/** A route between two nodes that the canvas lights up. */
export interface HighlightedPath {
  nodes: readonly string[]
  edges: readonly string[]
}

/**
 * Everything that a reader of a link would see. Immutable: actions return a new value, or the same one if nothing changes.
 * Invariant: roots, expansions, positions, pins, related lines and selection speak of nodes in `nodes` only.
 */
export interface ExplorationState {
  nodes: ReadonlyMap<string, ExplorationNode>
  edges: ReadonlyMap<string, ExplorationEdge>
  related: ReadonlyMap<string, RelatedLine>
  hidesRelated: boolean
  /** Nodes that a person put here (search, path, table, link). No collapse takes them away. */
  roots: ReadonlySet<string>
  /** Expanded node → the nodes that its expansions named, whether they were new or stood here already. */
  expansions: ReadonlyMap<string, ReadonlySet<string>>
  positions: ReadonlyMap<string, Point>
  pinned: ReadonlySet<string>
  hiddenKinds: ReadonlySet<NodeKind>
  hiddenTiers: ReadonlySet<Tier>
  hiddenBases: ReadonlySet<Basis>
  hiddenNodes: ReadonlySet<string>
  selection: ReadonlySet<string>
  /** Id of an edge or of a dashed line. */
  selectedEdge: string | null
  timeWindow: TimeWindow | null
  /** Null until the canvas was fitted for the first time. */
  camera: Camera | null
  layout: LayoutName
  pathFrom: string | null
  pathTo: string | null
  path: HighlightedPath | null
}

/** The most nodes a canvas holds: what one subgraph request can ask for. */
export const maxNodes = 2000

export const emptyState: ExplorationState = {
  nodes: new Map(),
  edges: new Map(),
  related: new Map(),
  hidesRelated: false,
  roots: new Set(),
  expansions: new Map(),
  positions: new Map(),
  pinned: new Set(),
  hiddenKinds: new Set(),
  hiddenTiers: new Set(),
  hiddenBases: new Set(),
  hiddenNodes: new Set(),
  selection: new Set(),
  selectedEdge: null,
  timeWindow: null,
  camera: null,
  layout: 'force',
  pathFrom: null,
  pathTo: null,
  path: null,
}

/** One edge a pair and type (design §7), so these three name it. */
export function edgeId(from: string, type: EdgeType, to: string): string {
  return `${from}|${type}|${to}`
}

/** One line a pair of cases, whichever was asked for first. No edge has such an id. */
export function relatedLineId(a: string, b: string): string {
  return a < b ? `${a}~related~${b}` : `${b}~related~${a}`
}

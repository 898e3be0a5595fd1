import type { Basis, Tier } from '#graph-schema/evidence.ts'
import type { NodeKind } from '#graph-schema/node-kinds/index.ts'
import { sameItems, withItems, withoutItems } from './sets.ts'
import type { Camera, ExplorationState, HighlightedPath, LayoutName, Point, TimeWindow } from './state.ts'

function toggled<Item>(set: ReadonlySet<Item>, item: Item): ReadonlySet<Item> {
  return set.has(item) ? withoutItems(set, [item]) : withItems(set, [item])
}

/** Shows or hides all nodes of a kind. */
export function toggleKind(state: ExplorationState, kind: NodeKind): ExplorationState {
  return { ...state, hiddenKinds: toggled(state.hiddenKinds, kind) }
}

/** Shows or hides the links of a tier. */
export function toggleTier(state: ExplorationState, tier: Tier): ExplorationState {
  return { ...state, hiddenTiers: toggled(state.hiddenTiers, tier) }
}

/** Shows or hides the edges that rest on this. */
export function toggleBasis(state: ExplorationState, basis: Basis): ExplorationState {
  return { ...state, hiddenBases: toggled(state.hiddenBases, basis) }
}

/** Hides nodes one by one; they stay on the canvas and in the link. */
export function hideNodes(state: ExplorationState, ids: readonly string[]): ExplorationState {
  const here = ids.filter((id) => state.nodes.has(id))
  const hiddenNodes = withItems(state.hiddenNodes, here)
  if (hiddenNodes === state.hiddenNodes) return state
  return { ...state, hiddenNodes, selection: withoutItems(state.selection, here) }
}

/** Takes every filter back: related lines, kinds, tiers, bases, single nodes and the time window. */
export function showAll(state: ExplorationState): ExplorationState {
  const nothingHidden =
    state.hiddenKinds.size + state.hiddenTiers.size + state.hiddenBases.size + state.hiddenNodes.size === 0 && state.timeWindow === null && !state.hidesRelated
  if (nothingHidden) return state
  return { ...state, hiddenKinds: new Set(), hiddenTiers: new Set(), hiddenBases: new Set(), hiddenNodes: new Set(), timeWindow: null, hidesRelated: false }
}

/** Positions are whole model pixels, so that the state, the link and the picture agree. */
function rounded({ x, y }: Point): Point {
  return { x: Math.round(x) + 0, y: Math.round(y) + 0 }
}

function withPositions(state: ExplorationState, points: Iterable<readonly [string, Point]>, onlyUnplaced: boolean): ExplorationState {
  let next: Map<string, Point> | null = null
  for (const [id, point] of points) {
    const known = state.positions.get(id)
    if (!state.nodes.has(id) || (onlyUnplaced && known !== undefined)) continue
    const { x, y } = rounded(point)
    if (known?.x === x && known.y === y) continue
    next ??= new Map(state.positions)
    next.set(id, { x, y })
  }
  return next === null ? state : { ...state, positions: next }
}

/** A person moved nodes. */
export function moveNodes(state: ExplorationState, points: Iterable<readonly [string, Point]>): ExplorationState {
  return withPositions(state, points, false)
}

/** The worker found places for new nodes; what has a place already keeps it. */
export function placeNodes(state: ExplorationState, points: Iterable<readonly [string, Point]>): ExplorationState {
  return withPositions(state, points, true)
}

/** A layout gave every node its place, except the pinned ones. */
export function applyLayout(state: ExplorationState, layout: LayoutName, points: Iterable<readonly [string, Point]>): ExplorationState {
  const free = [...points].filter(([id]) => !state.pinned.has(id))
  const moved = withPositions(state, free, false)
  return moved === state && state.layout === layout ? state : { ...moved, layout }
}

/** Pins nodes where they are, or sets them free: all free if all were pinned. */
export function togglePins(state: ExplorationState, ids: readonly string[]): ExplorationState {
  const here = ids.filter((id) => state.nodes.has(id))
  if (here.length === 0) return state
  const free = here.every((id) => state.pinned.has(id))
  return { ...state, pinned: free ? withoutItems(state.pinned, here) : withItems(state.pinned, here) }
}

/** These nodes are selected and nothing else. */
export function select(state: ExplorationState, ids: Iterable<string>): ExplorationState {
  const selection = new Set([...ids].filter((id) => state.nodes.has(id)))
  if (sameItems(selection, state.selection) && state.selectedEdge === null) return state
  return { ...state, selection, selectedEdge: null }
}

/** This edge or dashed line is selected and nothing else. */
export function selectEdge(state: ExplorationState, edge: string): ExplorationState {
  if ((!state.edges.has(edge) && !state.related.has(edge)) || (state.selectedEdge === edge && state.selection.size === 0)) return state
  return { ...state, selection: new Set(), selectedEdge: edge }
}

/** Sets or lifts the time window; a window that ends before it starts is turned round. */
export function setTimeWindow(state: ExplorationState, window: TimeWindow | null): ExplorationState {
  if (window === null) return state.timeWindow === null ? state : { ...state, timeWindow: null }
  const { from, to } = window.from <= window.to ? window : { from: window.to, to: window.from }
  if (state.timeWindow?.from === from && state.timeWindow.to === to) return state
  return { ...state, timeWindow: { from, to } }
}

const tenths = (value: number): number => Math.round(value * 10) / 10 + 0

/** Where the viewport looks, rounded to what a link holds. */
export function setCamera(state: ExplorationState, camera: Camera): ExplorationState {
  const next = { x: tenths(camera.x), y: tenths(camera.y), zoom: Math.round(camera.zoom * 1000) / 1000 }
  const { camera: old } = state
  if (old !== null && old.x === next.x && old.y === next.y && old.zoom === next.zoom) return state
  return { ...state, camera: next }
}

/** Picks the ends of a route; null leaves an end open. A route that was lit belongs to other ends and goes out. */
export function pickPathEnds(state: ExplorationState, from: string | null, to: string | null): ExplorationState {
  const here = (id: string | null): string | null => (id !== null && state.nodes.has(id) ? id : null)
  const pathFrom = here(from)
  const pathTo = here(to)
  if (pathFrom === state.pathFrom && pathTo === state.pathTo) return state
  return { ...state, pathFrom, pathTo, path: null }
}

/** Lights a route whose nodes all stand here, or puts the light out. */
export function highlightPath(state: ExplorationState, path: HighlightedPath | null): ExplorationState {
  if (path === null) return state.path === null ? state : { ...state, path: null }
  if (!path.nodes.every((id) => state.nodes.has(id))) return state
  const same = state.path !== null && [...path.nodes, ...path.edges].join('\n') === [...state.path.nodes, ...state.path.edges].join('\n')
  return same ? state : { ...state, path }
}

import type { ExplorationEdge, ExplorationNode, ExplorationState } from './state.ts'
import { withItems, withoutItems, withoutKeys } from './sets.ts'

/** Nodes and edges to be merged by id. */
export interface Brought {
  nodes: readonly ExplorationNode[]
  edges: readonly ExplorationEdge[]
}

function sameNode(a: ExplorationNode, b: ExplorationNode): boolean {
  return a.kind === b.kind && a.name === b.name && a.date === b.date && a.status === b.status && a.disproofState === b.disproofState && a.degree === b.degree
}

/** Merges by id; an edge that lacks an end is dropped. What the answer says anew replaces what was known. */
function merge(state: ExplorationState, { nodes, edges }: Brought): ExplorationState {
  let nextNodes: Map<string, ExplorationNode> | null = null
  for (const node of nodes) {
    const known = (nextNodes ?? state.nodes).get(node.id)
    if (known !== undefined && sameNode(known, node)) continue
    nextNodes ??= new Map(state.nodes)
    nextNodes.set(node.id, node)
  }
  const present = nextNodes ?? state.nodes
  let nextEdges: Map<string, ExplorationEdge> | null = null
  for (const edge of edges) {
    if (!present.has(edge.from) || !present.has(edge.to)) continue
    const known = (nextEdges ?? state.edges).get(edge.id)
    if (known !== undefined && known.tier === edge.tier && known.basis === edge.basis && known.why === edge.why) continue
    nextEdges ??= new Map(state.edges)
    nextEdges.set(edge.id, edge)
  }
  if (nextNodes === null && nextEdges === null) return state
  return { ...state, nodes: present, edges: nextEdges ?? state.edges }
}

/** A person puts nodes on the canvas. They are shown even if they had been hidden one by one. */
export function addNodes(state: ExplorationState, brought: Brought, ids: readonly string[]): ExplorationState {
  const merged = merge(state, brought)
  const here = ids.filter((id) => merged.nodes.has(id))
  const roots = withItems(merged.roots, here)
  const hiddenNodes = withoutItems(merged.hiddenNodes, here)
  if (merged === state && roots === state.roots && hiddenNodes === state.hiddenNodes) return state
  return { ...merged, roots, hiddenNodes }
}

/** Edges found among nodes that stand here already. */
export function addEdges(state: ExplorationState, edges: readonly ExplorationEdge[]): ExplorationState {
  return merge(state, { nodes: [], edges })
}

/**
 * The node `bringer` was expanded and named `ids`. Those that stood here already are credited to it as well,
 * so that collapsing another bringer leaves them.
 */
export function addExpansion(state: ExplorationState, bringer: string, brought: Brought, ids: readonly string[]): ExplorationState {
  const merged = merge(state, brought)
  if (!merged.nodes.has(bringer)) return state
  const named = ids.filter((id) => id !== bringer && merged.nodes.has(id))
  const before = merged.expansions.get(bringer)
  const after = withItems(before ?? new Set<string>(), named)
  const hiddenNodes = withoutItems(merged.hiddenNodes, named)
  if (after === before || after.size === 0) {
    return merged === state && hiddenNodes === state.hiddenNodes ? state : { ...merged, hiddenNodes }
  }
  return { ...merged, hiddenNodes, expansions: new Map(merged.expansions).set(bringer, after) }
}

/** Everything that wants a node here: a person, the expansions that named it, and its own expansion. */
function isWanted(state: ExplorationState, expansions: ExplorationState['expansions'], id: string): boolean {
  if (state.roots.has(id) || expansions.has(id)) return true
  for (const named of expansions.values()) if (named.has(id)) return true
  return false
}

/** What collapsing the node would take away: what it alone brought, itself included if nothing else wants it. */
export function broughtAloneBy(state: ExplorationState, bringer: string): string[] {
  const named = state.expansions.get(bringer)
  if (named === undefined) return []
  const others = withoutKeys(state.expansions, [bringer])
  return [...named, bringer].filter((id) => state.nodes.has(id) && !isWanted(state, others, id))
}

/**
 * Takes back the expansions of a node. A node stays as long as a person added it, another expansion named it, or it is itself
 * expanded; so the outcome does not depend on the order in which several nodes are collapsed.
 */
export function collapse(state: ExplorationState, bringer: string): ExplorationState {
  if (!state.expansions.has(bringer)) return state
  const gone = broughtAloneBy(state, bringer)
  return drop({ ...state, expansions: withoutKeys(state.expansions, [bringer]) }, gone)
}

/** A person removes nodes. What they alone had brought stays, as if the person had added it. */
export function removeNodes(state: ExplorationState, ids: readonly string[]): ExplorationState {
  const gone = ids.filter((id) => state.nodes.has(id))
  if (gone.length === 0) return state
  const expansions = withoutKeys(state.expansions, gone)
  const orphans = gone.flatMap((id) => [...(state.expansions.get(id) ?? [])]).filter((id) => !isWanted(state, expansions, id))
  return drop({ ...state, expansions, roots: withItems(state.roots, orphans) }, gone)
}

/** Takes nodes and all that speaks of them out of the state. */
function drop(state: ExplorationState, gone: readonly string[]): ExplorationState {
  if (gone.length === 0) return state
  const out = new Set(gone)
  const edges = [...state.edges.values()].filter((edge) => out.has(edge.from) || out.has(edge.to)).map((edge) => edge.id)
  const lines = [...state.related.values()].filter((line) => out.has(line.from) || out.has(line.to)).map((line) => line.id)
  const left = new Map<string, ReadonlySet<string>>()
  for (const [bringer, named] of state.expansions) {
    if (!out.has(bringer)) left.set(bringer, withoutItems(named, gone))
  }
  return {
    ...state,
    nodes: withoutKeys(state.nodes, gone),
    edges: withoutKeys(state.edges, edges),
    related: withoutKeys(state.related, lines),
    roots: withoutItems(state.roots, gone),
    expansions: left,
    positions: withoutKeys(state.positions, gone),
    pinned: withoutItems(state.pinned, gone),
    hiddenNodes: withoutItems(state.hiddenNodes, gone),
    selection: withoutItems(state.selection, gone),
    selectedEdge: state.selectedEdge !== null && (edges.includes(state.selectedEdge) || lines.includes(state.selectedEdge)) ? null : state.selectedEdge,
    pathFrom: state.pathFrom !== null && out.has(state.pathFrom) ? null : state.pathFrom,
    pathTo: state.pathTo !== null && out.has(state.pathTo) ? null : state.pathTo,
    path: state.path?.nodes.some((id) => out.has(id)) === true ? null : state.path,
  }
}

/** An empty canvas with the filters, the time window and the layout as they were. */
export function clearCanvas(state: ExplorationState): ExplorationState {
  return { ...drop(state, [...state.nodes.keys()]), camera: state.nodes.size === 0 ? state.camera : null }
}

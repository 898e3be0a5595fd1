import type { ExplorationState } from './state.ts'

function sorted<Item extends string>(items: Iterable<Item>): Item[] {
  return [...items].toSorted()
}

function sortedEntries<Value>(map: ReadonlyMap<string, Value>): [string, Value][] {
  return [...map].toSorted(([a], [b]) => (a < b ? -1 : 1))
}

/** The state as text: the same for two states that hold the same things in another order. */
export function canonicalText(state: ExplorationState): string {
  return JSON.stringify([
    sortedEntries(state.nodes).map(([, node]) => [node.id, node.kind, node.name, node.date, node.status, node.disproofState, node.degree]),
    sortedEntries(state.edges).map(([, edge]) => [edge.id, edge.tier, edge.basis, edge.why]),
    sortedEntries(state.related).map(([, line]) => [line.id, line.from, line.why]),
    state.hidesRelated,
    sorted(state.roots),
    sortedEntries(state.expansions).map(([bringer, named]) => [bringer, sorted(named)]),
    sortedEntries(state.positions).map(([id, point]) => [id, point.x, point.y]),
    sorted(state.pinned),
    sorted(state.hiddenKinds),
    sorted(state.hiddenTiers),
    sorted(state.hiddenBases),
    sorted(state.hiddenNodes),
    sorted(state.selection),
    state.selectedEdge,
    state.timeWindow === null ? null : [state.timeWindow.from, state.timeWindow.to],
    state.camera === null ? null : [state.camera.x, state.camera.y, state.camera.zoom],
    state.layout,
    state.pathFrom,
    state.pathTo,
    state.path === null ? null : [state.path.nodes, state.path.edges],
  ])
}

/** A short fingerprint of the state (53 bits; for comparing, not for security). */
export function stateHash(state: ExplorationState): string {
  const text = canonicalText(state)
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(16).padStart(14, '0')
}

import type { QueryClient } from '@tanstack/react-query'
import type { NodeKind } from '#graph-schema/node-kinds/index.ts'
import type { Subgraph } from '#graph-schema/graph.ts'
import { defaultWeights } from '#graph-schema/api/related.ts'
import { neighborsQuery } from '#web/api/neighbors.ts'
import { relatedQuery } from '#web/api/related.ts'
import { subgraphQuery } from '#web/api/subgraph.ts'
import { edgesOf, nodesOf } from '#web/exploration/columns.ts'
import { addExpansion, addNodes, broughtAloneBy, clearCanvas, collapse, removeNodes, type Brought } from '#web/exploration/content-actions.ts'
import { addRelated, dropRelated } from '#web/exploration/related-actions.ts'
import { visibleNeighbors } from '#web/exploration/selectors.ts'
import { maxNodes } from '#web/exploration/state.ts'
import { exploration } from '#web/exploration/store.ts'
import { hideNodes, highlightPath, pickPathEnds, select, togglePins } from '#web/exploration/view-actions.ts'
import { toDisplayError } from '#web/to-display-error.ts'
import { showToast } from '#web/ui/toast-store.ts'
import { openPaths, setPanels } from './explore-panels.ts'
import { idWords } from './link/view-notices.ts'
import { shortName } from './node-words.ts'

/** The most nodes that one expansion draws at once; beyond it a choice is offered. */
export const mostAtOnce = 50

/** How many related cases come at once. */
export const relatedAtOnce = 8

/** How many cases a starting point brings along with its narrative. */
const startingCases = 10

function nameOf(id: string): string {
  const node = exploration.current().nodes.get(id)
  return node === undefined ? id : shortName(node)
}

/** Says in a message what failed, with the way to try again where that can help. */
export function tellFailure(error: unknown, again: () => void): void {
  const words = toDisplayError(error)
  showToast(`${words.title}. ${words.detail} ${words.nextStep}`, { tone: 'error', action: words.canRetry ? { label: 'Try again', onPress: again } : null })
}

/** Everything that can be done to the canvas from several places: menu, keys, details, table. */
export interface ExploreActions {
  /** Puts nodes on the canvas with all edges to what stands there, and selects them. */
  add: (ids: readonly string[]) => Promise<void>
  /** Puts a narrative on the canvas with its first-ranked cases. */
  start: (id: string) => Promise<void>
  /** Adds what was chosen among a node's neighbours. */
  expandWith: (id: string, chosen: readonly string[]) => Promise<void>
  /** Adds all neighbours of these kinds; for at most fifty new ones. */
  expandAll: (id: string, kinds: readonly NodeKind[]) => Promise<void>
  collapse: (id: string) => void
  remove: (ids: readonly string[]) => void
  hide: (ids: readonly string[]) => void
  pin: (ids: readonly string[]) => void
  select: (ids: readonly string[]) => void
  selectNeighbors: (ids: readonly string[]) => void
  findPathsFrom: (id: string) => void
  /** Lights a route, adding what of it is not here yet. */
  showPath: (subgraph: Subgraph, nodes: readonly string[], edges: readonly string[]) => Promise<void>
  /** Brings the cases related to one, each joined to it by a dashed line that says why. */
  showRelated: (id: string) => Promise<void>
  /** Takes the dashed lines at a case away. */
  dropRelated: (id: string) => void
  clear: () => void
}

/** The actions over one query client. */
export function makeExploreActions(client: QueryClient): ExploreActions {
  /** The wanted nodes with every edge among them and to what stands here. Null when the canvas would be too full. */
  async function fetchWith(ids: readonly string[]): Promise<Brought | null> {
    const all = [...new Set([...exploration.current().nodes.keys(), ...ids])]
    if (all.length > maxNodes) {
      showToast(`A canvas holds ${maxNodes.toLocaleString('en')} nodes. Remove some first, or choose fewer.`, { tone: 'error' })
      return null
    }
    const { subgraph, missing } = await client.fetchQuery({ ...subgraphQuery(all), gcTime: 30_000 })
    const lost = missing.filter((id) => ids.includes(id))
    if (lost.length > 0) setPanels({ notice: { text: 'Not in this graph, so not added:', items: lost.map(idWords) } })
    return { nodes: nodesOf(subgraph.nodes), edges: edgesOf(subgraph) }
  }

  async function attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      tellFailure(error, () => void attempt(work))
    }
  }

  const add = (ids: readonly string[]): Promise<void> =>
    attempt(async () => {
      const brought = await fetchWith(ids)
      if (brought === null) return
      const resolved = ids.filter((id) => brought.nodes.some((node) => node.id === id))
      const wanted = resolved.length > 0 ? resolved : brought.nodes.filter((node) => !exploration.current().nodes.has(node.id)).map((node) => node.id)
      const only = brought.nodes.find((node) => node.id === wanted[0])
      const name = wanted.length === 1 && only !== undefined ? `Add ${shortName(only)}` : `Add ${wanted.length} nodes`
      exploration.step(name, (state) => select(addNodes(state, brought, wanted), wanted))
    })

  const expandWith = (id: string, chosen: readonly string[]): Promise<void> =>
    attempt(async () => {
      const brought = await fetchWith([id, ...chosen])
      if (brought === null) return
      const before = exploration.current().nodes.size
      const fresh = chosen.filter((other) => !exploration.current().nodes.has(other)).length
      exploration.step(`Expand ${nameOf(id)} (+${fresh})`, (state) => addExpansion(state, id, brought, chosen))
      if (exploration.current().nodes.size === before) showToast('Nothing new to expand here: all of it is on the canvas.')
    })

  return {
    add,
    expandWith,
    expandAll: (id, kinds) =>
      attempt(async () => {
        const { subgraph } = await client.fetchQuery(neighborsQuery(id, { kinds: kinds.join(','), limit: 500 }))
        await expandWith(id, subgraph.nodes.id.slice(1))
      }),
    start: (id) =>
      attempt(async () => {
        const { subgraph, total } = await client.fetchQuery(neighborsQuery(id, { kinds: 'Case', limit: startingCases }))
        const cases = subgraph.nodes.id.slice(1)
        const brought = await fetchWith([id, ...cases])
        if (brought === null) return
        const name = brought.nodes.find((node) => node.id === id)
        exploration.step(`Start with ${name === undefined ? id : shortName(name)}`, (state) => select(addExpansion(addNodes(state, brought, [id]), id, brought, cases), [id]))
        if (total > cases.length) showToast(`The ${cases.length} first-ranked of ${total} cases. Expand the narrative for more.`)
      }),
    collapse: (id) => {
      const gone = broughtAloneBy(exploration.current(), id).length
      if (!exploration.step(`Collapse ${nameOf(id)} (−${gone})`, (state) => collapse(state, id))) showToast(`${nameOf(id)} was not expanded, so there is nothing to take back.`)
    },
    remove: (ids) => {
      const [first] = ids
      exploration.step(ids.length === 1 && first !== undefined ? `Remove ${nameOf(first)}` : `Remove ${ids.length} nodes`, (state) => removeNodes(state, ids))
    },
    hide: (ids) => {
      const [first] = ids
      exploration.step(ids.length === 1 && first !== undefined ? `Hide ${nameOf(first)}` : `Hide ${ids.length} nodes`, (state) => hideNodes(state, ids))
    },
    pin: (ids) => {
      const free = ids.every((id) => exploration.current().pinned.has(id))
      const [first] = ids
      exploration.step(`${free ? 'Unpin' : 'Pin'} ${ids.length === 1 && first !== undefined ? nameOf(first) : `${ids.length} nodes`}`, (state) => togglePins(state, ids))
    },
    select: (ids) => void exploration.step(ids.length === 0 ? 'Clear the selection' : 'Select', (state) => select(state, ids), { coalesce: 'select' }),
    selectNeighbors: (ids) =>
      void exploration.step('Select neighbours', (state) => select(state, [...ids, ...ids.flatMap((id) => visibleNeighbors(state, id).map((node) => node.id))]), { coalesce: 'select' }),
    findPathsFrom: (id) => {
      exploration.step('Pick the start of a path', (state) => pickPathEnds(state, id, state.pathTo === id ? null : state.pathTo))
      openPaths()
    },
    showPath: (subgraph, nodes, edges) =>
      attempt(async () => {
        const fresh = nodes.filter((id) => !exploration.current().nodes.has(id))
        const brought = fresh.length === 0 ? { nodes: nodesOf(subgraph.nodes), edges: edgesOf(subgraph).filter((edge) => edges.includes(edge.id)) } : await fetchWith(nodes)
        if (brought === null) return
        const own = { nodes: brought.nodes.filter((node) => nodes.includes(node.id)), edges: brought.edges }
        exploration.step(fresh.length === 0 ? 'Light a path' : `Light a path (+${fresh.length})`, (state) => highlightPath(addNodes(state, own, fresh), { nodes, edges }))
      }),
    showRelated: (id) =>
      attempt(async () => {
        const { cases } = await client.fetchQuery(relatedQuery(id, defaultWeights, relatedAtOnce))
        if (cases.length === 0) {
          showToast(`No case here is related to ${nameOf(id)}: none shares a word, keyword, country or reference with it.`)
          return
        }
        const brought = await fetchWith([id, ...cases.map((one) => one.id)])
        if (brought === null) return
        const isNew = exploration.step(`Show related cases of ${nameOf(id)}`, (state) => addRelated(state, id, brought, cases.map((one) => ({ id: one.id, why: one.reason, isLoose: one.isLoose }))))
        if (!isNew) showToast(`The ${cases.length} nearest cases and their lines are on the canvas.`)
      }),
    dropRelated: (id) => void exploration.step(`Take away the dashed lines at ${nameOf(id)}`, (state) => dropRelated(state, id)),
    clear: () => {
      if (exploration.step('Clear the canvas', clearCanvas)) showToast('The canvas is empty.', { action: { label: 'Undo', onPress: exploration.undo } })
    },
  }
}

import { addExpansion, type Brought } from './content-actions.ts'
import { withoutKeys } from './sets.ts'
import { type ExplorationState, type RelatedLine, relatedLineId } from './state.ts'

/** A related case as the comparison gives it. */
export interface FoundRelated {
  id: string
  why: string
  isLoose: boolean
}

/**
 * A person asked for the cases related to one: they come onto the canvas as an expansion of it, each joined to it by a dashed line that
 * says why. A pair has one line, whoever asked; lines are no edges of the graph and never count as such.
 */
export function addRelated(state: ExplorationState, of: string, brought: Brought, found: readonly FoundRelated[]): ExplorationState {
  const expanded = addExpansion(state, of, brought, found.map(({ id }) => id))
  return withLines(expanded, of, found)
}

/** Lines between a case and others that stand here already; what does not is passed over. */
export function withLines(state: ExplorationState, of: string, found: readonly FoundRelated[]): ExplorationState {
  let related: Map<string, RelatedLine> | null = null
  for (const { id: to, why, isLoose } of found) {
    const id = relatedLineId(of, to)
    if (to === of || !state.nodes.has(of) || !state.nodes.has(to) || (related ?? state.related).has(id)) continue
    related ??= new Map(state.related)
    related.set(id, { id, from: of, to, why, isLoose })
  }
  return related === null ? state : { ...state, related }
}

/** Takes the dashed lines at a case away; the cases stay. */
export function dropRelated(state: ExplorationState, of: string): ExplorationState {
  const gone = [...state.related.values()].filter(({ from, to }) => from === of || to === of).map(({ id }) => id)
  if (gone.length === 0) return state
  return { ...state, related: withoutKeys(state.related, gone), selectedEdge: state.selectedEdge !== null && gone.includes(state.selectedEdge) ? null : state.selectedEdge }
}

/** Shows or hides all dashed lines. */
export function toggleRelated(state: ExplorationState): ExplorationState {
  return { ...state, hidesRelated: !state.hidesRelated }
}

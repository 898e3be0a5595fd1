import type { ExplorationState } from './state.ts'

/** A step that was taken: its name for people, the state before it, and what it may be merged with. */
interface Step {
  name: string
  before: ExplorationState
  coalesce: string | null
}

/** The present state, what led to it and what was undone. */
export interface History {
  present: ExplorationState
  past: readonly Step[]
  future: readonly { name: string; after: ExplorationState; coalesce: string | null }[]
}

/** Steps kept; older ones are forgotten. */
const depth = 500

/** A history that begins here. */
export function startHistory(present: ExplorationState): History {
  return { present, past: [], future: [] }
}

/**
 * Takes a step. Nothing is recorded if the state stays the same. Steps in a row with the same `coalesce` word
 * (clicking about, moving the view, dragging the brush) count as one.
 */
export function record(history: History, name: string, next: ExplorationState, coalesce: string | null = null): History {
  if (next === history.present) return history
  const last = history.past.at(-1)
  const merges = coalesce !== null && last?.coalesce === coalesce && history.future.length === 0
  if (merges && last !== undefined) {
    return { present: next, past: [...history.past.slice(0, -1), { ...last, name }], future: [] }
  }
  const past = [...history.past, { name, before: history.present, coalesce }].slice(-depth)
  return { present: next, past, future: [] }
}

/** Completes the present without a step of its own, e.g. when the worker has found places for new nodes. */
export function amend(history: History, next: ExplorationState): History {
  return next === history.present ? history : { ...history, present: next }
}

/** One step back; the same history at its beginning. */
export function undo(history: History): History {
  const last = history.past.at(-1)
  if (last === undefined) return history
  return {
    present: last.before,
    past: history.past.slice(0, -1),
    future: [{ name: last.name, after: history.present, coalesce: last.coalesce }, ...history.future],
  }
}

/** One step forward again; the same history at its end. */
export function redo(history: History): History {
  const [next, ...rest] = history.future
  if (next === undefined) return history
  return {
    present: next.after,
    past: [...history.past, { name: next.name, before: history.present, coalesce: next.coalesce }],
    future: rest,
  }
}

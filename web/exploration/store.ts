import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { amend, record, redo, startHistory, undo, type History } from './history.ts'
import { emptyState, type ExplorationState } from './state.ts'

const store = createStore<{ history: History }>(() => ({ history: startHistory(emptyState) }))

function present(): ExplorationState {
  return store.getState().history.present
}

function setHistory(history: History): void {
  if (history !== store.getState().history) store.setState({ history })
}

/** How a step is told and merged. */
export interface StepOptions {
  /** Steps in a row with the same word count as one. */
  coalesce?: string
}

/** The exploration in force: read it, take a step, complete the last step, go back and forth. */
export const exploration = {
  current: present,
  /** Takes a named step with a pure action. Nothing happens if the action changes nothing; says whether it did. */
  step(name: string, action: (state: ExplorationState) => ExplorationState, { coalesce }: StepOptions = {}): boolean {
    const { history } = store.getState()
    const next = record(history, name, action(history.present), coalesce ?? null)
    setHistory(next)
    return next !== history
  },
  /** Completes the present without a step of its own (places from the worker, the first fit of the camera). */
  complete(action: (state: ExplorationState) => ExplorationState): void {
    const { history } = store.getState()
    setHistory(amend(history, action(history.present)))
  },
  /** Begins anew with this state; nothing before it can be undone. */
  restart(state: ExplorationState): void {
    setHistory(startHistory(state))
  },
  undo: (): void => setHistory(undo(store.getState().history)),
  redo: (): void => setHistory(redo(store.getState().history)),
  subscribe(listener: (state: ExplorationState) => void): () => void {
    return store.subscribe(({ history }, before) => {
      if (history.present !== before.history.present) listener(history.present)
    })
  },
}

/** A part of the exploration. The selector must give the same value for the same state (see `selectors.ts`). */
export function useExploration<Value>(selector: (state: ExplorationState) => Value): Value {
  return useStore(store, ({ history }) => selector(history.present))
}

/** Undo and redo with the name of the step that each would take back or repeat. */
export function useHistory(): {
  canUndo: boolean
  canRedo: boolean
  undo: () => void
  redo: () => void
  undoName: string | null
  redoName: string | null
} {
  const undoName = useStore(store, ({ history }) => history.past.at(-1)?.name ?? null)
  const redoName = useStore(store, ({ history }) => history.future[0]?.name ?? null)
  return { canUndo: undoName !== null, canRedo: redoName !== null, undo: exploration.undo, redo: exploration.redo, undoName, redoName }
}

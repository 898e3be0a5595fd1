import type { Run } from './bins.ts'

/** The bin under a place, kept inside the strip. */
export function binAt(x: number, width: number, bins: number): number {
  return Math.min(Math.max(Math.floor((x / Math.max(width, 1)) * bins), 0), Math.max(bins - 1, 0))
}

const steps: Record<string, number> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -12, PageUp: 12, Home: Number.NEGATIVE_INFINITY, End: Number.POSITIVE_INFINITY }

/** The window after a key on one of its ends; null for a key that is none of ours. Ends never cross. */
export function moveEdge(run: Run, edge: 'first' | 'last', key: string, bins: number): Run | null {
  const step = steps[key]
  if (step === undefined) return null
  if (edge === 'first') return { ...run, first: Math.min(Math.max(run.first + step, 0), run.last) }
  return { ...run, last: Math.max(Math.min(run.last + step, bins - 1), run.first) }
}

import { leastCases, stepDays } from '#graph-schema/api/candidates.ts'
import { shiftDay, windowDays } from './propose-candidates.ts'

/** Days of a window, inclusive. */
export interface Window {
  from: string
  to: string
}

/** A window takes a moment to go through, so that no more than these are; windows with too few cases cost nothing and do not count. */
const mostTried = 12

export const windowUpTo = (to: string): Window => ({ from: shiftDay(to, 1 - windowDays), to })

/**
 * The newest window in which a group stands out: a few late cases after a gap would else hide all that is before them. Windows are those that
 * somebody would go through with “Earlier”. Where none has a group, the window up to the newest case, as if none had been looked for.
 */
export async function newestWindow<Found extends { candidates: readonly unknown[]; rejected: number }>(
  days: readonly string[],
  proposeIn: (window: Window) => Promise<Found>,
): Promise<{ window: Window; found: Found } | null> {
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return null
  let tried = 0
  for (let window = windowUpTo(last); window.to >= first && tried < mostTried; window = windowUpTo(shiftDay(window.to, -stepDays))) {
    const { from, to } = window
    if (days.filter((day) => day >= from && day <= to).length < leastCases) continue
    tried += 1
    const found = await proposeIn(window)
    // A group that was rejected counts, or saying so of the last one would turn the page.
    if (found.candidates.length + found.rejected > 0) return { window, found }
  }
  const window = windowUpTo(last)
  return { window, found: await proposeIn(window) }
}

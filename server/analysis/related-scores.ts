import type { RelatedPart } from '#graph-schema/api/related.ts'
import type { Best } from './best.ts'

// The loops over all cases that a ranking takes. They stand alone and keep to plain variables: within a longer function their numbers became objects,
// and clearing those away was what answers waited for.

/** What the sources state themselves (one case names the other, both cite the same evidence) counts this much and is not weighed by the reader. */
export const tieWeight = 0.5

/** After this many days the time part is half of what it is on the same day. */
const halfTimeDays = 30

/** How near each case is in time: 1 / (1 + days / 30), and 0 where one of the two is undated. */
export function nearnessTo(day: number, days: Float64Array, near: Float64Array): void {
  for (let position = 0; position < days.length; position += 1) near[position] = 1 / (1 + Math.abs((days[position] ?? Number.NaN) - day) / halfTimeDays) || 0
}

/** The largest of them; 0 where none is above it. */
export function largestOf(values: Float64Array): number {
  let largest = 0
  for (let position = 0; position < values.length; position += 1) {
    const value = values[position] ?? 0
    if (value > largest) largest = value
  }
  return largest
}

/** Offers every case by the weighed sum of its parts, and gives back what is best then. */
export function bestOf({ text, theme, place, ties, near }: Record<'text' | 'theme' | 'place' | 'ties' | 'near', Float64Array>, scale: Readonly<Record<RelatedPart, number>>, best: Best): Best {
  const { text: ofText, theme: ofTheme, place: ofPlace, time: ofTime } = scale
  for (let position = 0; position < text.length; position += 1) {
    const said = text[position] ?? 0
    const themed = theme[position] ?? 0
    const placed = place[position] ?? 0
    const tied = ties[position] ?? 0
    // Nearness in time alone relates nothing.
    if (said + themed + placed + tied <= 0) continue
    const score = said * ofText + themed * ofTheme + placed * ofPlace + (near[position] ?? 0) * ofTime + tied * tieWeight
    if (score >= best.least) best.offer(position, score)
  }
  return best
}

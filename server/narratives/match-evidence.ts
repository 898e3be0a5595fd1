import type { Evidence } from '#graph-schema/evidence.ts'
import type { TextHit } from './read-case.ts'

type Match = Extract<Evidence, { kind: 'match' }>

/** A pattern's text is told up to here; alternatives past it are left to the file. */
const longestRule = 80

/** The words that met a pattern, as evidence; `text` is the title or the claim, whichever the hit stands in. */
export function matchesOf({ place, pattern, spans }: TextHit, text: string): Match[] {
  const rule = pattern.text.length > longestRule ? `${pattern.text.slice(0, longestRule - 1)}…` : pattern.text
  return spans.map(({ start, end }) => ({ kind: 'match', rule, in: place, text: text.slice(start, end), start, end }))
}

import type { Pattern } from '../patterns/pattern-syntax.ts'
import type { LinkModel } from './link-model.ts'

/** How often a pattern was met in training, and how often the source filed the case under the label. Older cases count for less, as in the training. */
export interface PatternRecord {
  met: number
  agreed: number
}

/** One word (or one of several in its place); words that follow each other; words with others between; clauses anywhere in a sentence. */
type Shape = 'word' | 'phrase' | 'gap' | 'clauses'

/**
 * What is expected of a pattern of which nothing is known: about the share of hits before 2019 that the source filed under the label, over all
 * patterns of its shape. The looser the shape, the likelier a long text meets it by chance.
 */
const usualShare: Record<Shape, number> = { word: 0.85, phrase: 0.7, gap: 0.45, clauses: 0.45 }

/** So many imagined cases stand for that expectation; chosen with the rest on cases before 2019 alone, each part of them measured by what came before it. */
const imaginedCases = 2

/** Below this reliance a pattern alone only suggests. */
const leastReliance = 0.35

/** From this reliance on, borne out by so many cases, a pattern is proven. */
const provenReliance = 0.8
const fewestToProve = 3

function shapeOf({ clauses }: Pattern): Shape {
  const [clause] = clauses
  if (clause === undefined || clauses.length > 1) return 'clauses'
  if (clause.gaps.some((gap) => gap > 0)) return 'gap'
  return clause.elements.length > 1 ? 'phrase' : 'word'
}

/** How far a pattern can be relied on: the share of training cases it met that the source filed under the label, drawn towards what is usual for its shape while few are known. */
export function relianceOf(pattern: Pattern, record: PatternRecord | undefined): number {
  return ((record?.agreed ?? 0) + usualShare[shapeOf(pattern)] * imaginedCases) / ((record?.met ?? 0) + imaginedCases)
}

/** Whether a pattern with this record draws a link by itself. */
export function isReliable(pattern: Pattern, record: PatternRecord | undefined): boolean {
  return relianceOf(pattern, record) >= leastReliance
}

/** Whether cases enough have borne a pattern out for a link to be called sure where the model agrees. */
export function isProven(pattern: Pattern, record: PatternRecord | undefined): boolean {
  return (record?.met ?? 0) >= fewestToProve && relianceOf(pattern, record) >= provenReliance
}

/** Whether one of the patterns met, by their keys, can be relied on by the word of any label that judges the narrative or topic. */
export function canRely(id: string, met: ReadonlyMap<string, Pattern>, { judgesOf }: LinkModel): boolean {
  const judges = judgesOf.get(id) ?? []
  return judges.length === 0 || [...met].some(([key, pattern]) => judges.some(({ record }) => isReliable(pattern, record.get(key))))
}

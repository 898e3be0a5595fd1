import type { RelatedLine } from './state.ts'

/** How near a comparison found two cases, in the words that a dashed line bears wherever it is told of. */
export function relatedWords({ isLoose }: Pick<RelatedLine, 'isLoose'>): string {
  return isLoose ? 'found loosely related' : 'found related'
}

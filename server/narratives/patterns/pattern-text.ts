import type { Pattern } from './pattern-syntax.ts'

/** Patterns as the text of a file: a pattern a line, those over disproofs last under their heading. */
export function patternText(patterns: readonly Pattern[]): string {
  const lines = (isStatement: boolean) => patterns.filter(({ place }) => (place === 'statement') === isStatement).map(({ text }) => text)
  const statements = lines(true)
  return [...lines(false), ...(statements.length === 0 ? [] : ['', '[statements]', ...statements])].join('\n')
}

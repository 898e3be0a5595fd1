import { sha256 } from '../sha256.ts'
import type { ReadPlan } from './readers/reader.ts'

/**
 * The id of an import: the same file read in the same way is the same import. A plan that leaves nothing to choose (a page, a text in UTF-8)
 * adds nothing to it; another mapping, encoding or delimiter makes another import of the same file.
 */
export function batchId({ sha256: hash, plan }: { sha256: string; plan: ReadPlan }): string {
  const { format, ...choices } = plan
  const chosen = Object.entries(choices).filter(([key, value]) => value !== null && value !== false && !(key === 'encoding' && value === 'utf-8') && key !== 'isGzip')
  const suffix = chosen.length === 0 ? '' : `-${sha256(JSON.stringify(chosen.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => [key, sorted(value)]))).slice(0, 8)}`
  return `batch:${format}-${hash.slice(0, 16)}${suffix}`
}

function sorted(value: unknown): unknown {
  return value !== null && typeof value === 'object' ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) : value
}

/** A plan for what has no format to choose: the curated corpus, a pasted page, a test. */
export function plainPlan(format: string): ReadPlan {
  return { format, encoding: 'utf-8', isGzip: false, delimiter: null, mapping: null, dateOrder: null, source: null, keepsReporters: false }
}

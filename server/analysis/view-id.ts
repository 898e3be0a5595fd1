import { createHash } from 'node:crypto'

/** The id of a saved view: made from its content, so that the same view has the same id on any graph. */
export function viewIdOf(content: string): string {
  return `view:${createHash('sha256').update(content).digest('hex').slice(0, 16)}`
}

import { quoted } from '#web/exploration/quote.ts'
import type { ExplorationNode } from '#web/exploration/state.ts'

/** Characters a line of a label, and in all. */
const lineLength = 27
const longest = 50

/** A text cut at a word near `limit` characters, with an ellipsis. */
export function ellipsise(text: string, limit: number = longest): string {
  if (text.length <= limit) return text
  const cut = text.slice(0, limit - 1)
  const lastSpace = cut.lastIndexOf(' ')
  return `${(lastSpace > limit * 0.6 ? cut.slice(0, lastSpace) : cut).replace(/[\s,.;:–-]+$/u, '')}…`
}

/** One line, or two of about the same length, broken at a space. */
function twoLines(text: string): string[] {
  if (text.length <= lineLength) return [text]
  const middle = text.length / 2
  const spaces = [...text.matchAll(/ /gu)].map(({ index }) => index)
  const best = spaces.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0]
  return best === undefined ? [text] : [text.slice(0, best), text.slice(best + 1)]
}

/**
 * What stands below a node, a line each. A case's title is quoted, since it is a claim that somebody else made;
 * where its disproof is not at hand the label says so.
 */
export function labelLines(node: ExplorationNode): string[] {
  if (node.kind !== 'Case') return twoLines(ellipsise(node.name))
  const lines = twoLines(quoted(ellipsise(node.name)))
  if (node.status === 'known-by-title') lines.push('known by title, no disproof')
  else if (node.disproofState === 'missing') lines.push('disproof not imported')
  if (node.status === 'withdrawn' || node.status === 'corrected') lines.push(`${node.status} by the source`)
  return lines
}

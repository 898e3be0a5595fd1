import { basisWords, tierWords } from '#graph-schema/evidence.ts'
import { kindDefinition } from '#graph-schema/node-kinds/index.ts'
import { edgeDefinition } from '#graph-schema/relationships.ts'
import { quoted } from '#web/exploration/quote.ts'
import { relatedWords } from '#web/exploration/related-words.ts'
import type { ExplorationEdge, ExplorationNode, RelatedLine } from '#web/exploration/state.ts'

/** A claim in quotes with whether its disproof is there: it is never read out alone. */
function claimWords(node: ExplorationNode): string {
  const disproof = node.disproofState === 'missing' || node.disproofState === null ? 'disproof not imported' : node.disproofState === 'thin' ? 'with a thin disproof' : 'with its disproof'
  return `claim: ${quoted(node.name)}, ${disproof}`
}

/** A node in words for a screen reader: kind, name, and, for a case, that it is a claim and whether its disproof is there. */
export function nodeWords(node: ExplorationNode): string {
  return node.kind === 'Case' ? `case, ${claimWords(node)}` : `${kindDefinition(node.kind).words.one} ${node.name}`
}

/** The node and what it is joined to on the canvas, as sentences. The first five connections are named. */
export function describeNode(node: ExplorationNode, edges: readonly ExplorationEdge[], nodes: ReadonlyMap<string, ExplorationNode>, state: { selected: boolean; pinned: boolean }): string {
  const named = edges.slice(0, 5).flatMap((edge) => {
    const outward = edge.from === node.id
    const other = nodes.get(outward ? edge.to : edge.from)
    if (other === undefined) return []
    const { forward, backward } = edgeDefinition(edge.type)
    return [`${outward ? forward : backward} ${other.kind === 'Case' ? claimWords(other) : other.name}`]
  })
  const more = edges.length > named.length ? `, and ${edges.length - named.length} more` : ''
  const links = edges.length === 0 ? 'No connections on the canvas.' : `${edges.length} ${edges.length === 1 ? 'connection' : 'connections'} on the canvas: ${named.join('; ')}${more}.`
  return `${nodeWords(node)}${state.selected ? ', selected' : ''}${state.pinned ? ', pinned' : ''}. ${links} ${node.degree} in the graph.`
}

/** A connection in words, seen from one of its ends: where it leads, who says so and why. `place`: which of how many at that node, from 1. */
export function describeEdge(edge: ExplorationEdge, node: ExplorationNode, nodes: ReadonlyMap<string, ExplorationNode>, place: { at: number; of: number }): string {
  const outward = edge.from === node.id
  const other = nodes.get(outward ? edge.to : edge.from)
  if (other === undefined) return ''
  const { forward, backward } = edgeDefinition(edge.type)
  const how = edge.tier === null ? basisWords[edge.basis] : tierWords[edge.tier]
  return `Connection ${place.at} of ${place.of} of ${nodeWords(node)}: ${outward ? forward : backward} ${nodeWords(other)}. ${how}${edge.why === '' ? '' : `: ${edge.why}`}. Enter opens its evidence, G goes to the other end.`
}

/** A dashed line in words, seen from one of its ends. */
export function describeLine(line: RelatedLine, node: ExplorationNode, nodes: ReadonlyMap<string, ExplorationNode>, place: { at: number; of: number }): string {
  const other = nodes.get(line.from === node.id ? line.to : line.from)
  if (other === undefined) return ''
  return `Dashed line ${place.at} of ${place.of} of ${nodeWords(node)}: ${relatedWords(line)}, no edge of the graph, ${nodeWords(other)}. ${line.why}. Enter opens why, G goes to the other end.`
}

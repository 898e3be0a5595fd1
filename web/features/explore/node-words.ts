import { kindDefinition, type NodeKind } from '#graph-schema/node-kinds/index.ts'
import { quoted } from '#web/exploration/quote.ts'

/** A count with the kind's word: "1 case", "12 countries and regions". */
export function countOf(kind: NodeKind, count: number): string {
  const { one, many } = kindDefinition(kind).words
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}

/** A kind's plural with a capital, for headings and legends. */
export function kindHeading(kind: NodeKind): string {
  const { many } = kindDefinition(kind).words
  return many.charAt(0).toUpperCase() + many.slice(1)
}

/** A node's name in running text: a case's title is quoted, for it is a claim of others. */
export function quotedName(node: { kind: NodeKind; name: string }): string {
  return node.kind === 'Case' ? quoted(node.name) : node.name
}

/** The same, short enough for a message. */
export function shortName(node: { kind: NodeKind; name: string }): string {
  const name = node.name.length > 44 ? `${node.name.slice(0, 43).trimEnd()}…` : node.name
  return quotedName({ kind: node.kind, name })
}

/** What stands beside a claim's title where its disproof cannot be shown in full; null for other kinds. */
export function disproofWords(node: { kind: NodeKind; disproofState: string | null; status: string | null }): string | null {
  if (node.kind !== 'Case') return null
  if (node.status === 'withdrawn') return 'withdrawn by the source'
  if (node.disproofState === 'full') return 'disproof in the details'
  if (node.disproofState === 'thin') return 'thin disproof, in the details'
  return 'disproof not imported'
}

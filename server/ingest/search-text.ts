import { fold } from '#graph-schema/fold.ts'
import { kindDefinition, type NodeKind } from '#graph-schema/node-kinds/index.ts'

/** The folded text under which a node is found: its name and the properties that its kind declares searchable. */
export function searchTextOf(kind: NodeKind, name: string, properties: Readonly<Record<string, unknown>>): string {
  const parts: string[] = [name]
  for (const property of kindDefinition(kind).searchable) {
    const value = properties[property]
    if (typeof value === 'string') parts.push(value)
    else if (Array.isArray(value)) parts.push(...value.filter((one) => typeof one === 'string'))
  }
  return fold(parts.join(' '))
}

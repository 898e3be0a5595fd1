import type { z } from 'zod'
import type { Basis } from './evidence.ts'

/** What the graph must know of a node kind. `domain` kinds are explored by people; `provenance` kinds say where facts came from. */
export interface NodeKindDefinition<Kind extends string, Shape extends z.ZodRawShape> {
  /** The Cypher label and the kind's name in code, PascalCase. */
  kind: Kind
  role: 'domain' | 'provenance'
  /** The word before the colon in ids of this kind (`case:…`); more than one where natural keys differ in nature. */
  idPrefixes: readonly [string, ...string[]]
  /** Words for the screen, lower case. */
  words: { one: string; many: string }
  /** Stored properties besides `id`, `name` (what is shown) and `searchText`. */
  properties: z.ZodObject<Shape>
  /** Properties whose words people search, besides `name`. */
  searchable: readonly (keyof Shape & string)[]
}

/** Declares a node kind; the type is inferred from the value, so that nothing is written twice. */
export function defineNodeKind<const Kind extends string, Shape extends z.ZodRawShape>(
  definition: NodeKindDefinition<Kind, Shape>,
): NodeKindDefinition<Kind, Shape> {
  return definition
}

/** What the graph must know of an edge type. */
export interface EdgeDefinition<Type extends string, From extends string, To extends string> {
  /** The Cypher relationship type. */
  type: Type
  from: From
  to: To
  role: 'domain' | 'provenance'
  /** The edge read from its start, e.g. "carries". */
  forward: string
  /** The edge read from its end, e.g. "is carried by". */
  backward: string
  /** What an edge of this type rests on where it does not say otherwise; null for provenance, which needs no reason. */
  basis: Basis | null
  /** The fact of a case under which the source states such an edge, e.g. "countries"; null where no fact does. */
  field: string | null
}

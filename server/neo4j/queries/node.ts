import { z } from 'zod'
import { nodeKindSchema } from '#graph-schema/node-kinds/index.ts'
import { defineQuery } from '../define-query.ts'
import { countsByType, incomingCounts, outgoingCounts } from './row-parts.ts'

/**
 * One node with its properties and its number of edges by type and direction; no row when there is none.
 * The counts come from the store's own degrees, so a hub costs no more than any other node.
 */
export const node = defineQuery({
  name: 'node',
  cypher: `
    MATCH (n:Entity {id: $id})
    RETURN n.id AS id, head([label IN labels(n) WHERE label <> 'Entity']) AS kind, n.name AS name, properties(n) AS properties,
      ${outgoingCounts} AS outgoing,
      ${incomingCounts} AS incoming
  `,
  params: z.strictObject({ id: z.string() }),
  row: z.strictObject({
    id: z.string(),
    kind: nodeKindSchema,
    name: z.string(),
    properties: z.record(z.string(), z.unknown()),
    outgoing: countsByType,
    incoming: countsByType,
  }),
})

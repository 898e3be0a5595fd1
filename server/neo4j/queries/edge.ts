import { z } from 'zod'
import { tierSchema } from '#graph-schema/evidence.ts'
import { nodeKindSchema } from '#graph-schema/node-kinds/index.ts'
import { edgeTypeSchema } from '#graph-schema/relationships.ts'
import { defineQuery } from '../define-query.ts'
import { storedReasonsRow } from '../edge-reasons.ts'
import { anyDomainEdge } from './row-parts.ts'

/** One edge with all its evidence; no row when the two nodes are not joined that way round by that type. */
export const edge = defineQuery({
  name: 'edge',
  cypher: `
    MATCH (a:Entity {id: $from})
    MATCH (b:Entity {id: $to})
    MATCH (a)-[r:${anyDomainEdge}]->(b)
    WHERE type(r) = $type
    RETURN a.id AS fromId, head([label IN labels(a) WHERE label <> 'Entity']) AS fromKind, a.name AS fromName,
      b.id AS toId, head([label IN labels(b) WHERE label <> 'Entity']) AS toKind, b.name AS toName,
      type(r) AS type, r.tier AS tier, r.basis AS basis, r.evidence AS evidence, r.version AS version
    LIMIT 1
  `,
  params: z.strictObject({ from: z.string(), to: z.string(), type: edgeTypeSchema }),
  row: z.strictObject({
    fromId: z.string(),
    fromKind: nodeKindSchema,
    fromName: z.string(),
    toId: z.string(),
    toKind: nodeKindSchema,
    toName: z.string(),
    type: edgeTypeSchema,
    tier: tierSchema.nullable(),
    ...storedReasonsRow,
    version: z.string().nullable(),
  }),
})

import { z } from 'zod'
import { domainKinds, nodeKindSchema } from '#graph-schema/node-kinds/index.ts'
import { defineQuery } from '../../define-query.ts'

/** How many nodes of each kind there are. One count-store look-up a kind; the labels are the schema's constants. */
export const countKinds = defineQuery({
  name: 'countKinds',
  cypher: domainKinds.map(({ kind }) => `MATCH (n:${kind}) RETURN '${kind}' AS kind, count(n) AS count`).join('\nUNION ALL\n'),
  params: z.strictObject({}),
  row: z.strictObject({ kind: nodeKindSchema, count: z.int() }),
  // Among the first that a just started server runs, where a busy machine takes long to compile them.
  timeoutMs: 60_000,
})

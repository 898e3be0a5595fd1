import { z } from 'zod'
import { basisSchema, tierSchema } from './evidence.ts'
import { kindOfId, nodeKindSchema } from './node-kinds/index.ts'
import { edgeTypeSchema } from './relationships.ts'

/** A readable, stable id made from natural keys; it survives wiping and re-importing. */
export const nodeIdSchema = z
  .string()
  .min(3)
  .max(400)
  .refine((id) => kindOfId(id) !== null, { error: 'not an id of a known kind' })
  .brand<'NodeId'>()
export type NodeId = z.output<typeof nodeIdSchema>

/**
 * Nodes of an answer, one array a field: entry i of each array is node i.
 * `degree` counts all edges of the node in the graph, shown or not. `status` is set for cases only, `disproofState` too.
 */
export const nodeColumnsSchema = z.strictObject({
  id: z.array(z.string()),
  kind: z.array(nodeKindSchema),
  name: z.array(z.string()),
  date: z.array(z.string().nullable()),
  status: z.array(z.string().nullable()),
  disproofState: z.array(z.string().nullable()),
  degree: z.array(z.int()),
})
export type NodeColumns = z.output<typeof nodeColumnsSchema>

/** Edges of an answer, one array a field. `from` and `to` are positions in the nodes of the same answer. `why` is a plain-text sentence. */
export const edgeColumnsSchema = z.strictObject({
  from: z.array(z.int()),
  to: z.array(z.int()),
  type: z.array(edgeTypeSchema),
  tier: z.array(tierSchema.nullable()),
  basis: z.array(basisSchema),
  why: z.array(z.string()),
})
export type EdgeColumns = z.output<typeof edgeColumnsSchema>

export const subgraphSchema = z.strictObject({ nodes: nodeColumnsSchema, edges: edgeColumnsSchema })
export type Subgraph = z.output<typeof subgraphSchema>

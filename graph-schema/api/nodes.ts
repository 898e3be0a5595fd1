import { z } from 'zod'
import { basisSchema, evidenceSchema, tierSchema } from '../evidence.ts'
import { nodeIdSchema, subgraphSchema } from '../graph.ts'
import { nodeKindSchema } from '../node-kinds/index.ts'
import { edgeTypeSchema } from '../relationships.ts'
import { defineEndpoint, limitParam, listParam, noBody, noQuery, offsetParam } from './common.ts'

/** How many neighbours a node has by edge type, direction and kind: what an expansion would bring at most. */
export const forecastGroupSchema = z.strictObject({
  type: edgeTypeSchema,
  direction: z.enum(['out', 'in']),
  kind: nodeKindSchema,
  count: z.int(),
})
export type ForecastGroup = z.output<typeof forecastGroupSchema>

/** One node with its kind's own facts as label and text pairs, ready to be shown. */
export const nodeEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/nodes/:id',
  summary: 'One node, its facts and how many neighbours of each kind it has',
  query: noQuery,
  body: noBody,
  response: z.strictObject({
    /** The id now in force; differs from the one asked for when that was an alias. */
    id: z.string(),
    kind: nodeKindSchema,
    name: z.string(),
    /** e.g. definition, code, domain, aliases. Values are plain text. */
    facts: z.array(z.strictObject({ label: z.string(), value: z.string() })),
    date: z.string().nullable(),
    status: z.string().nullable(),
    disproofState: z.string().nullable(),
    degree: z.int(),
    forecast: z.array(forecastGroupSchema),
  }),
})

/**
 * Neighbours of a node, ranked: surest link first, then the rarer connection, then newest, then id.
 * Row i of `edges` joins the node (position 0 of `nodes`) and node i + 1, in either direction; `reason` says in a sentence why it stands there.
 */
export const neighborsEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/nodes/:id/neighbors',
  summary: 'Neighbours of a node, ranked and paged, each with a reason',
  query: z.strictObject({
    kinds: listParam(nodeKindSchema).optional(),
    types: listParam(edgeTypeSchema).optional(),
    limit: limitParam(50, 500),
    offset: offsetParam,
  }),
  body: noBody,
  response: z.strictObject({
    subgraph: subgraphSchema,
    reason: z.array(z.string()),
    total: z.int(),
  }),
})

/** Nodes for a set of ids and every edge among them. Ids that are not in the graph come back in `missing`. Aliases resolve: `resolved` maps them. */
export const subgraphEndpoint = defineEndpoint({
  method: 'post',
  onlyReads: true,
  path: '/api/subgraph',
  summary: 'The nodes of a set of ids and all edges among them',
  query: noQuery,
  body: z.strictObject({ ids: z.array(nodeIdSchema).min(1).max(2000) }),
  response: z.strictObject({
    subgraph: subgraphSchema,
    missing: z.array(z.string()),
    resolved: z.array(z.strictObject({ asked: z.string(), id: z.string() })),
  }),
})

/** Why an edge is there, in full. */
export const edgeEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/edge',
  summary: 'One edge with all its evidence and the imports that state it',
  query: z.strictObject({ from: nodeIdSchema, to: nodeIdSchema, type: edgeTypeSchema }),
  body: noBody,
  response: z.strictObject({
    from: z.strictObject({ id: z.string(), kind: nodeKindSchema, name: z.string() }),
    to: z.strictObject({ id: z.string(), kind: nodeKindSchema, name: z.string() }),
    type: edgeTypeSchema,
    tier: tierSchema.nullable(),
    basis: basisSchema,
    evidence: z.array(evidenceSchema),
    /** Importer or taxonomy version that wrote it. */
    version: z.string().nullable(),
  }),
})

/** Up to `limit` routes between two nodes, shortest first, hubs avoided where another way exists. Steps index `subgraph.edges`. */
export const pathsEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/paths',
  summary: 'How two nodes are connected: several routes, hubs last',
  query: z.strictObject({ from: nodeIdSchema, to: nodeIdSchema, limit: limitParam(5, 20), maxLength: z.coerce.number().int().min(1).max(6).default(4) }),
  body: noBody,
  response: z.strictObject({
    subgraph: subgraphSchema,
    /** Each path: positions of its nodes in order, of its edges in order, and whether it passes through a hub. */
    paths: z.array(z.strictObject({ nodes: z.array(z.int()), edges: z.array(z.int()), throughHub: z.boolean(), sentence: z.string() })),
  }),
})


import { z } from 'zod'
import { basisSchema, tierSchema } from '#graph-schema/evidence.ts'
import { nodeKindSchema } from '#graph-schema/node-kinds/index.ts'
import { domainEdges, edgeTypeSchema } from '#graph-schema/relationships.ts'
import { storedEvidence } from '../edge-reasons.ts'

/**
 * Every domain edge type as Cypher writes alternatives. Together with the kinds' labels it is the only thing that is ever put
 * into a query text: constants of graph-schema, once, when the module loads. Nothing that a caller sends gets there.
 */
export const anyDomainEdge = domainEdges.map((edge) => edge.type).join('|')

/** The number of edges of node `n` that leave it, and that reach it, one entry an edge type: each a look-up of a stored degree. */
export const outgoingCounts = `[${domainEdges.map(({ type }) => `COUNT { (n)-[:${type}]->() }`).join(', ')}]`
export const incomingCounts = `[${domainEdges.map(({ type }) => `COUNT { (n)<-[:${type}]-() }`).join(', ')}]`

/** A case as lists show it (the contract's `caseRowSchema`), for a node that the query calls `node`. */
export const caseRowOf = (node: string) => `${node} {
        .id, title: ${node}.name, .claim, .claimOrigin, .disproof, .disproofOrigin, .disproofState, .status, .sourceUrl,
        publishedOn: toString(${node}.publishedOn),
        outlets: COLLECT { MATCH (${node})-[:APPEARED_IN]->(o:Outlet) RETURN o.name ORDER BY o.name }
      }`

/** Node columns of a row, as the contracts have them. */
export const nodeColumnsRow = {
  id: z.array(z.string()),
  kind: z.array(nodeKindSchema),
  name: z.array(z.string()),
  date: z.array(z.string().nullable()),
  status: z.array(z.string().nullable()),
  disproofState: z.array(z.string().nullable()),
  degree: z.array(z.int()),
} as const

/** Edges in columns, their reasons as stored. */
export const edgeColumnsRow = {
  type: z.array(edgeTypeSchema),
  tier: z.array(tierSchema.nullable()),
  basis: z.array(basisSchema.nullable()),
  evidence: z.array(storedEvidence.nullable()),
} as const

/** A column of node counts, one entry an edge type, in the order of `domainEdges`. */
export const countsByType = z.array(z.int()).length(domainEdges.length)

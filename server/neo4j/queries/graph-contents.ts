import { z } from 'zod'
import { defineQuery } from '../define-query.ts'

const properties = z.record(z.string(), z.unknown())

/** Every node of ours with its labels and properties, for the canonical hash and for nothing else. */
export const allNodes = defineQuery({
  name: 'allNodes',
  cypher: `
    MATCH (n)
    WHERE n.id IS NOT NULL
    RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties
  `,
  params: z.strictObject({}),
  row: z.strictObject({ id: z.string(), labels: z.array(z.string()), properties }),
  maxRows: 10_000_000,
  timeoutMs: 120_000,
})

/** Every edge with its ends and properties. */
export const allEdges = defineQuery({
  name: 'allEdges',
  cypher: `
    MATCH (a)-[r]->(b)
    RETURN a.id AS from, type(r) AS type, b.id AS to, properties(r) AS properties
  `,
  params: z.strictObject({}),
  row: z.strictObject({ from: z.string(), type: z.string(), to: z.string(), properties }),
  maxRows: 50_000_000,
  timeoutMs: 120_000,
})

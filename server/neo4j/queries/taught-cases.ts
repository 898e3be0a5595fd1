import { z } from 'zod'
import { defineQuery } from '../define-query.ts'

/** Counted cases with their keywords and with the narratives that people accepted or rejected, in the order of their ids. */
export const taughtCases = defineQuery({
  name: 'taughtCases',
  cypher: `
    MATCH (c:Case) WHERE c.status IN ['active', 'corrected']
    RETURN c.name AS title, c.claim AS claim, toString(c.publishedOn) AS date,
      COLLECT { MATCH (c)-[:TAGGED_WITH]->(k) RETURN k.name ORDER BY k.name } AS keywords,
      COLLECT { MATCH (c)-[r:CARRIES]->(n) WHERE r.tier = 'accepted' RETURN n.id ORDER BY n.id } AS accepted,
      COLLECT { MATCH (c)-[r:CARRIES]->(n) WHERE r.tier = 'rejected' RETURN n.id ORDER BY n.id } AS rejected
    ORDER BY c.id
  `,
  params: z.strictObject({}),
  row: z.strictObject({ title: z.string(), claim: z.string().nullable(), date: z.string().nullable(), keywords: z.array(z.string()), accepted: z.array(z.string()), rejected: z.array(z.string()) }),
  maxRows: 1_000_000,
  timeoutMs: 120_000,
})

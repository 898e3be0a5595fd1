import { z } from 'zod'
import { basisSchema, tierSchema } from '#graph-schema/evidence.ts'
import { caseStatuses } from '#graph-schema/node-kinds/case.ts'
import { defineQuery } from '../define-query.ts'

/** A link as it is stored: to be compared, not read. */
const storedLink = z.strictObject({
  type: z.enum(['CARRIES', 'ABOUT']),
  to: z.string(),
  tier: tierSchema.nullable(),
  basis: basisSchema.nullable(),
  evidence: z.array(z.string()),
  version: z.string().nullable(),
})

/** Cases with what linking looks at, and the links that they have. */
export const linkableCases = defineQuery({
  name: 'linkableCases',
  cypher: `
    MATCH (c:Case) WHERE c.id IN $ids
    RETURN c.id AS id, coalesce(c.aliases, []) AS aliases, c.name AS title, c.claim AS claim, c.disproof AS disproof, c.status AS status,
      c.source AS source, toString(c.publishedOn) AS publishedOn,
      [(c)-[:TAGGED_WITH]->(k) | k.name] AS keywords,
      [(c)-[r:CARRIES|ABOUT]->(n) | {type: type(r), to: n.id, tier: r.tier, basis: r.basis, evidence: coalesce(r.evidence, []), version: r.version}] AS links
    ORDER BY id
  `,
  params: z.strictObject({ ids: z.array(z.string()) }),
  row: z.strictObject({
    id: z.string(),
    aliases: z.array(z.string()),
    title: z.string(),
    claim: z.string().nullable(),
    disproof: z.string().nullable(),
    status: z.enum(caseStatuses),
    source: z.string(),
    publishedOn: z.string().nullable(),
    keywords: z.array(z.string()),
    links: z.array(storedLink),
  }),
  timeoutMs: 60_000,
})
export type LinkableCaseRow = z.output<typeof linkableCases.row>

/** A page of the ids of all cases, in order. */
export const allCaseIds = defineQuery({
  name: 'allCaseIds',
  cypher: `
    MATCH (c:Case) WHERE c.id > $after
    RETURN c.id AS id ORDER BY c.id LIMIT $limit
  `,
  params: z.strictObject({ after: z.string(), limit: z.int() }),
  row: z.strictObject({ id: z.string() }),
  timeoutMs: 60_000,
})

/** All keywords with what the taxonomy in the graph reads them as. */
export const keywordLinks = defineQuery({
  name: 'keywordLinks',
  cypher: `
    MATCH (k:Keyword)
    RETURN k.id AS id, k.name AS name,
      [(k)-[r:INDICATES|PART_OF]->(n) | {type: type(r), to: n.id, evidence: coalesce(r.evidence, []), version: r.version}] AS links
    ORDER BY id
  `,
  params: z.strictObject({}),
  row: z.strictObject({
    id: z.string(),
    name: z.string(),
    links: z.array(z.strictObject({ type: z.enum(['INDICATES', 'PART_OF']), to: z.string(), evidence: z.array(z.string()), version: z.string().nullable() })),
  }),
  maxRows: 1_000_000,
  timeoutMs: 60_000,
})

import { z } from 'zod'
import { caseKind } from '#graph-schema/node-kinds/case.ts'
import { edgeTypeSchema } from '#graph-schema/relationships.ts'
import { defineQuery } from '../../define-query.ts'
import { storedEvidence } from '../../edge-reasons.ts'

const storedCase = z.strictObject({ id: z.string(), name: z.string(), ...caseKind.properties.shape })

/** Cases under any of the ids or title keys, as stored. */
export const knownCases = defineQuery({
  name: 'knownCases',
  cypher: `
    MATCH (c:Case)
    WHERE c.id IN $ids OR c.titleKey IN $titleKeys
    RETURN c.id AS id, c.name AS name, c.claim AS claim, c.claimOrigin AS claimOrigin, c.disproof AS disproof,
      c.disproofOrigin AS disproofOrigin, c.disproofState AS disproofState, c.publishedOn AS publishedOn,
      c.sourceUrl AS sourceUrl, c.source AS source, c.status AS status, c.titleKey AS titleKey, c.aliases AS aliases
  `,
  params: z.strictObject({ ids: z.array(z.string()), titleKeys: z.array(z.string()) }),
  row: storedCase,
  timeoutMs: 30_000,
})

/** The edges that leave the given cases, with their evidence as stored: null on plain ones. */
export const knownEdges = defineQuery({
  name: 'knownEdges',
  cypher: `
    MATCH (c:Case)-[r]->(t:Entity)
    WHERE c.id IN $ids
    RETURN c.id AS from, type(r) AS type, t.id AS to, t.name AS toName, r.evidence AS evidence
  `,
  params: z.strictObject({ ids: z.array(z.string()) }),
  row: z.strictObject({ from: z.string(), type: edgeTypeSchema, to: z.string(), toName: z.string(), evidence: storedEvidence.nullable() }),
  maxRows: 1_000_000,
  timeoutMs: 60_000,
})

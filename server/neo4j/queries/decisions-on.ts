import { z } from 'zod'
import { decisionKind } from '#graph-schema/node-kinds/decision.ts'
import { defineQuery } from '../define-query.ts'

const row = z.strictObject({ id: z.string(), ...decisionKind.properties.shape })

/**
 * What was decided on the cases of these ids, present or former. Each chunk of an import asks this of thousands of ids, and few graphs hold many
 * decisions: up to so many they are gone through one by one, beyond that each id is looked up. Counting them costs nothing.
 */
export const decisionsOn = defineQuery({
  name: 'decisionsOn',
  cypher: `
    CALL {
      UNWIND CASE WHEN COUNT { (:Decision) } <= 2000 THEN [1] ELSE [] END AS few
      MATCH (d:Decision) USING SCAN d:Decision WHERE d.caseId IN $ids OR d.titleId IN $ids
      RETURN d
      UNION
      UNWIND CASE WHEN COUNT { (:Decision) } > 2000 THEN $ids ELSE [] END AS id
      MATCH (d:Decision {caseId: id}) RETURN d
      UNION
      UNWIND CASE WHEN COUNT { (:Decision) } > 2000 THEN $ids ELSE [] END AS id
      MATCH (d:Decision {titleId: id}) RETURN d
    }
    RETURN d.id AS id, d.caseId AS caseId, d.titleId AS titleId, d.narrativeId AS narrativeId, d.coder AS coder, d.role AS role,
      d.verdict AS verdict, d.decidedAt AS decidedAt, d.note AS note
  `,
  params: z.strictObject({ ids: z.array(z.string()) }),
  row,
  maxRows: 1_000_000,
  timeoutMs: 60_000,
})

/** All decisions, in the order of their ids. */
export const allDecisions = defineQuery({
  name: 'allDecisions',
  cypher: `
    MATCH (d:Decision)
    RETURN d.id AS id, d.caseId AS caseId, d.titleId AS titleId, d.narrativeId AS narrativeId, d.coder AS coder, d.role AS role,
      d.verdict AS verdict, d.decidedAt AS decidedAt, d.note AS note
    ORDER BY d.id
  `,
  params: z.strictObject({}),
  row,
  maxRows: 1_000_000,
  timeoutMs: 60_000,
})

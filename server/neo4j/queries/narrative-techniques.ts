import { z } from 'zod'
import { defineQuery } from '../define-query.ts'
import { storedEvidence } from '../edge-reasons.ts'

/** The DISARM techniques that the taxonomy gives a narrative, each with the editors' note. */
export const narrativeTechniques = defineQuery({
  name: 'narrativeTechniques',
  cypher: `
    MATCH (:Narrative {id: $id})-[r:USES_TECHNIQUE]->(t:Technique)
    RETURN t.id AS id, t.name AS name, t.disarmId AS disarmId, r.evidence AS evidence
    ORDER BY disarmId
  `,
  params: z.strictObject({ id: z.string() }),
  row: z.strictObject({ id: z.string(), name: z.string(), disarmId: z.string(), evidence: storedEvidence.nullable() }),
})

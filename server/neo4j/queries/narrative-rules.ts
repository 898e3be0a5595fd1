import { z } from 'zod'
import { defineQuery } from '../define-query.ts'
import { storedEvidence } from '../edge-reasons.ts'

/** The evidence of every counted case of a narrative (for a head, of its sub-narratives too), a row a case; what rules stand behind it is read from that. */
export const narrativeRules = defineQuery({
  name: 'narrativeRules',
  cypher: `
    MATCH (:Narrative {id: $id})<-[:SUBNARRATIVE_OF*0..1]-(own:Narrative)<-[r:CARRIES]-(c:Case)
    WHERE c.status IN ['active', 'corrected'] AND NOT r.tier IN ['suggested', 'rejected']
    WITH c, collect(coalesce(r.evidence, [])) AS evidences
    RETURN reduce(all = [], evidence IN evidences | all + evidence) AS evidence
  `,
  params: z.strictObject({ id: z.string() }),
  row: z.strictObject({ evidence: storedEvidence }),
  maxRows: 100_000,
})

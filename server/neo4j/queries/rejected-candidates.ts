import { z } from 'zod'
import { defineQuery } from '../define-query.ts'

/** Groups of cases of which somebody said that they are no narrative. */
export const rejectedCandidates = defineQuery({
  name: 'rejectedCandidates',
  cypher: `
    MATCH (r:RejectedCandidate)
    RETURN r.caseIds AS caseIds
  `,
  params: z.strictObject({}),
  row: z.strictObject({ caseIds: z.array(z.string()) }),
})

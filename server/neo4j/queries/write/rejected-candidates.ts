import { z } from 'zod'
import { rejectedCandidateKind } from '#graph-schema/node-kinds/rejected-candidate.ts'
import { defineQuery } from '../../define-query.ts'

const count = z.strictObject({ count: z.int() })

/** Keeps that a group of cases is no narrative; resolves with how many such groups there are. */
export const rejectCandidate = defineQuery({
  name: 'rejectCandidate',
  access: 'write',
  cypher: `
    MERGE (r:RejectedCandidate {id: $row.id})
    SET r = $row
    WITH r
    MATCH (each:RejectedCandidate)
    RETURN count(each) AS count
  `,
  params: z.strictObject({ row: z.strictObject({ id: z.string(), ...rejectedCandidateKind.properties.shape }) }),
  row: count,
})

/** Takes that back; resolves with how many groups are left. */
export const takeCandidateBack = defineQuery({
  name: 'takeCandidateBack',
  access: 'write',
  cypher: `
    OPTIONAL MATCH (r:RejectedCandidate {id: $id})
    DETACH DELETE r
    WITH count(*) AS done
    OPTIONAL MATCH (each:RejectedCandidate)
    RETURN count(each) AS count
  `,
  params: z.strictObject({ id: z.string() }),
  row: count,
})

import { z } from 'zod'
import { listedCaseSchema } from '#graph-schema/api/related.ts'
import { defineQuery } from '../define-query.ts'
import { turnText } from './imports-stamp.ts'

/** How one case names another, seen from the first. */
export const tieKinds = ['refersTo', 'referredToBy', 'repeats', 'repeatedBy'] as const

const detailsOfCase = listedCaseSchema.extend({ ties: z.array(z.enum(tieKinds)) })
export type RelatedDetails = z.output<typeof detailsOfCase>

/**
 * What is shown of cases that are related to one: their texts, and how the one and those that are `named` name each other. Those no longer there
 * are left out. One row, always, with the turn at which cases stood so.
 */
export const relatedDetails = defineQuery({
  name: 'relatedDetails',
  cypher: `
    CALL {${turnText}}
    RETURN turn, COLLECT {
      UNWIND $ids AS id
      MATCH (d:Case {id: id})
      RETURN {
        id: id, title: d.name, claim: d.claim, claimOrigin: d.claimOrigin, publishedOn: toString(d.publishedOn), status: d.status,
        disproofState: d.disproofState, disproof: d.disproof, disproofOrigin: d.disproofOrigin, sourceUrl: d.sourceUrl,
        ties: CASE WHEN id IN $named THEN
          [(d)<-[:REFERS_TO]-(:Case {id: $id}) | 'refersTo'] + [(d)-[:REFERS_TO]->(:Case {id: $id}) | 'referredToBy']
          + [(d)<-[:REPEATS]-(:Case {id: $id}) | 'repeats'] + [(d)-[:REPEATS]->(:Case {id: $id}) | 'repeatedBy']
        ELSE [] END
      }
    } AS cases
  `,
  params: z.strictObject({ id: z.string(), ids: z.array(z.string()), named: z.array(z.string()) }),
  row: z.strictObject({ turn: z.int(), cases: z.array(detailsOfCase) }),
})

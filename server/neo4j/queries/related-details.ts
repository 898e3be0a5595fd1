import { z } from 'zod'
import { listedCaseSchema } from '#graph-schema/api/related.ts'
import { defineQuery } from '../define-query.ts'
import { turnText } from './imports-stamp.ts'

export type RelatedDetails = z.output<typeof listedCaseSchema>

/** What is shown of cases that are related to one. Those no longer there are left out. One row, always, with the turn at which cases stood so. */
export const relatedDetails = defineQuery({
  name: 'relatedDetails',
  cypher: `
    CALL {${turnText}}
    RETURN turn, COLLECT {
      UNWIND $ids AS id
      MATCH (d:Case {id: id})
      RETURN {
        id: id, title: d.name, claim: d.claim, claimOrigin: d.claimOrigin, publishedOn: toString(d.publishedOn), status: d.status,
        disproofState: d.disproofState, disproof: d.disproof, disproofOrigin: d.disproofOrigin, sourceUrl: d.sourceUrl
      }
    } AS cases
  `,
  params: z.strictObject({ ids: z.array(z.string()) }),
  row: z.strictObject({ turn: z.int(), cases: z.array(listedCaseSchema) }),
})

import { z } from 'zod'
import { defineNodeKind } from '../define.ts'

/** A group of cases of which somebody said that it is no narrative. It names cases by id and hangs on none; its id is made of theirs. */
export const rejectedCandidateKind = defineNodeKind({
  kind: 'RejectedCandidate',
  role: 'provenance',
  idPrefixes: ['rejected-candidate'],
  words: { one: 'rejected proposal', many: 'rejected proposals' },
  properties: z.strictObject({ at: z.iso.datetime(), by: z.string(), caseIds: z.array(z.string()) }),
  searchable: [],
})

import { z } from 'zod'
import { defineQuery } from '../define-query.ts'

/** The version under which the taxonomy in the graph was written; no row where there is none. The taxonomy is written in one transaction, so one edge speaks for all. */
export const taxonomyVersion = defineQuery({
  name: 'taxonomyVersion',
  cypher: `
    MATCH (:Narrative)-[r:SUBNARRATIVE_OF]->(:Narrative)
    RETURN r.version AS version LIMIT 1
  `,
  params: z.strictObject({}),
  row: z.strictObject({ version: z.string() }),
})

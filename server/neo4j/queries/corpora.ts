import { z } from 'zod'
import { corpusSchema } from '#graph-schema/api/overview.ts'
import { defineQuery } from '../define-query.ts'
import { corpusRow } from './described-corpora.ts'

/** Every corpus with what must be known to count it, the number of its counted cases, and the days between which these lie. Largest first. */
export const corpora = defineQuery({
  name: 'corpora',
  cypher: `
    MATCH (k:Corpus)
    CALL {
      WITH k
      MATCH (k)<-[:OF_CORPUS]-(:ImportBatch)<-[:IMPORTED_BY]-(c:Case)
      WHERE c.status IN ['active', 'corrected']
      WITH DISTINCT c
      RETURN count(c) AS cases, toString(min(c.publishedOn)) AS firstDate, toString(max(c.publishedOn)) AS lastDate
    }
    RETURN k.id AS id, k.name AS name, k.sampling AS sampling, toString(k.periodFrom) AS periodFrom, toString(k.periodTo) AS periodTo,
      coalesce(k.gaps, []) AS gaps, k.licence AS licence, k.disclaimer AS disclaimer, k.description AS description, coalesce(k.asImported, 'null') AS asImported,
      cases, firstDate, lastDate
    ORDER BY cases DESC, id
  `,
  params: z.strictObject({}),
  row: corpusSchema.extend({ asImported: corpusRow.shape.asImported, firstDate: z.string().nullable(), lastDate: z.string().nullable() }),
})

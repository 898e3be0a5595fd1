import { z } from 'zod'
import { defineQuery } from '../define-query.ts'

/** What related cases are found by, of a page of cases in the order of their ids, in columns: entry i of each is case i. One row, always. */
export const relatableCases = defineQuery({
  name: 'relatableCases',
  cypher: `
    MATCH (c:Case) WHERE c.id > $after
    WITH c ORDER BY c.id LIMIT $limit
    RETURN
      collect(c.id) AS id,
      collect(c.name) AS title,
      collect(coalesce(c.claim, '')) AS claim,
      collect(coalesce(toString(c.publishedOn), '')) AS date,
      collect(c.status IN ['active', 'corrected']) AS isShown,
      collect(COLLECT { MATCH (c)-[:TAGGED_WITH]->(f) RETURN f.id ORDER BY f.id }) AS keywords,
      collect(COLLECT { MATCH (c)-[:DISCUSSES]->(f) RETURN f.id ORDER BY f.id }) AS countries,
      collect(COLLECT { MATCH (c)-[:CITES]->(f) RETURN f.id ORDER BY f.id }) AS sources,
      collect(COLLECT { MATCH (c)-[:REFERS_TO]->(d:Case) RETURN d.id ORDER BY d.id }) AS refersTo,
      collect(COLLECT { MATCH (c)-[:REPEATS]->(d:Case) RETURN d.id ORDER BY d.id }) AS repeats
  `,
  params: z.strictObject({ after: z.string(), limit: z.int() }),
  row: z.strictObject({
    id: z.array(z.string()),
    title: z.array(z.string()),
    /** Empty where there is none. */
    claim: z.array(z.string()),
    /** Empty where there is none. */
    date: z.array(z.string()),
    isShown: z.array(z.boolean()),
    keywords: z.array(z.array(z.string())),
    countries: z.array(z.array(z.string())),
    sources: z.array(z.array(z.string())),
    refersTo: z.array(z.array(z.string())),
    repeats: z.array(z.array(z.string())),
  }),
  timeoutMs: 30_000,
})

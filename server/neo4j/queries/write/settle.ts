import { z } from 'zod'
import { defineQuery } from '../../define-query.ts'
import { sameCaseRow } from './undo.ts'

const nothing = z.never()

/**
 * Days on which rows without address and an import meet: the days of such rows that the import brought, and of those that others
 * brought where it brought a case of the same day.
 */
export const daysToSettle = defineQuery({
  name: 'daysToSettle',
  cypher: `
    MATCH (b:ImportBatch {id: $batch})
    MATCH (other:ImportBatch) WHERE other.byTitle
    MATCH (c:Case)-[r:IMPORTED_BY]->(other)
    WHERE r.byTitle AND c.publishedOn IS NOT NULL
    WITH DISTINCT b, other = b AS own, c.publishedOn AS day
    WHERE own OR EXISTS { (d:Case {publishedOn: day})-[:IMPORTED_BY]->(b) }
    RETURN DISTINCT toString(day) AS day
    ORDER BY day
  `,
  params: z.strictObject({ batch: z.string() }),
  row: z.strictObject({ day: z.string() }),
  maxRows: 1_000_000,
  timeoutMs: 120_000,
})

/** How many imports have rows without address. */
export const countRowsByTitle = defineQuery({
  name: 'countRowsByTitle',
  cypher: `
    MATCH (b:ImportBatch) WHERE b.byTitle
    RETURN count(b) AS imports
  `,
  params: z.strictObject({}),
  row: z.strictObject({ imports: z.int() }),
})

/** Every row of every import that states a case of one of these days. */
export const statementsOfDays = defineQuery({
  name: 'statementsOfDays',
  cypher: `
    UNWIND $days AS day
    MATCH (c:Case {publishedOn: date(day)})-[r:IMPORTED_BY]->(b:ImportBatch)
    RETURN c.id AS caseId, day, b.id AS batch, r.row AS row, r.raw AS raw, r.record AS record, r.byTitle AS byTitle, r.sameAs AS sameAs, r.candidates AS candidates, r.decided AS decided
    ORDER BY b.startedAt, b.id, r.row
  `,
  params: z.strictObject({ days: z.array(z.string()) }),
  row: z.strictObject({
    caseId: z.string(),
    day: z.string(),
    batch: z.string(),
    row: z.int(),
    raw: z.string(),
    record: z.string().nullable(),
    ...sameCaseRow,
  }),
  maxRows: 1_000_000,
  timeoutMs: 60_000,
})

/** Notes on rows without address which case they mean, or which they may mean. */
export const noteSameCases = defineQuery({
  name: 'noteSameCases',
  access: 'write',
  cypher: `
    UNWIND $rows AS one
    MATCH (:Case {id: one.caseId})-[r:IMPORTED_BY {row: one.row}]->(:ImportBatch {id: one.batch})
    SET r.sameAs = one.sameAs, r.candidates = one.candidates
  `,
  params: z.strictObject({
    rows: z.array(z.strictObject({ caseId: z.string(), batch: z.string(), row: z.int(), sameAs: z.string().nullable(), candidates: z.array(z.string()).nullable() })),
  }),
  row: nothing,
  timeoutMs: 60_000,
})

/** The days of an import’s cases and of those that these repeat or are repeated by, with the number of cases that a day has. */
export const daysOfImport = defineQuery({
  name: 'daysOfImport',
  cypher: `
    MATCH (c:Case)-[:IMPORTED_BY]->(:ImportBatch {id: $batch})
    WITH DISTINCT c
    UNWIND [c.publishedOn] + [(c)-[:REPEATS]-(d) | d.publishedOn] AS day
    WITH DISTINCT day WHERE day IS NOT NULL
    RETURN toString(day) AS day, COUNT { (:Case {publishedOn: day}) } AS cases
    ORDER BY day
  `,
  params: z.strictObject({ batch: z.string() }),
  row: z.strictObject({ day: z.string(), cases: z.int() }),
  maxRows: 1_000_000,
  timeoutMs: 120_000,
})

/** The cases of these days, whether they count, and what they are said to repeat, but for what a person decided. */
export const casesOfDays = defineQuery({
  name: 'casesOfDays',
  cypher: `
    UNWIND $days AS day
    MATCH (c:Case {publishedOn: date(day)})
    RETURN c.source AS source, c.id AS id, c.name AS name, c.titleKey AS titleKey, day AS publishedOn, c.status IN ['active', 'corrected'] AS counts,
      [(c)-[r:REPEATS]->(d) WHERE coalesce(r.basis, '') <> 'person' | {to: d.id, evidence: r.evidence}] AS repeats
  `,
  params: z.strictObject({ days: z.array(z.string()) }),
  row: z.strictObject({
    source: z.string(),
    id: z.string(),
    name: z.string(),
    titleKey: z.string(),
    publishedOn: z.string(),
    counts: z.boolean(),
    repeats: z.array(z.strictObject({ to: z.string(), evidence: z.array(z.string()).nullable() })),
  }),
  maxRows: 1_000_000,
  timeoutMs: 60_000,
})

/** Of an import's rows, those that brought a case which no earlier row had stated. Earlier is what began earlier, and in a file what stands further up. */
export const countAccepted = defineQuery({
  name: 'countAccepted',
  cypher: `
    MATCH (b:ImportBatch {id: $batch})
    MATCH (c:Case)-[:IMPORTED_BY]->(b)
    WITH DISTINCT b, c
    WHERE NOT EXISTS { (c)-[:IMPORTED_BY]->(o:ImportBatch) WHERE o.startedAt < b.startedAt OR (o.startedAt = b.startedAt AND o.id < b.id) }
    RETURN count(c) AS accepted
  `,
  params: z.strictObject({ batch: z.string() }),
  row: z.strictObject({ accepted: z.int() }),
  timeoutMs: 120_000,
})

import { z } from 'zod'
import { caseRowSchema } from '#graph-schema/api/cases.ts'
import { defineQuery } from '../define-query.ts'
import { caseRowOf } from './row-parts.ts'
import { sameCaseRow } from './write/undo.ts'

/**
 * Rows without address that may mean several cases (`decided` false) or of which a person said what they mean, newest day first, with the
 * number of both. One row, always.
 */
export const openRows = defineQuery({
  name: 'openRows',
  cypher: `
    CALL {
      MATCH (b:ImportBatch) WHERE b.byTitle
      MATCH (:Case)-[r:IMPORTED_BY]->(b)
      RETURN count(CASE WHEN r.decided IS NULL AND r.candidates IS NOT NULL THEN 1 END) AS open, count(r.decided) AS decided
    }
    CALL {
      MATCH (b:ImportBatch) WHERE b.byTitle
      MATCH (c:Case)-[r:IMPORTED_BY]->(b)
      WHERE CASE WHEN $decided THEN r.decided IS NOT NULL ELSE r.decided IS NULL AND r.candidates IS NOT NULL END
      WITH c, r, b ORDER BY c.publishedOn DESC, b.id, r.row SKIP $offset LIMIT $limit
      RETURN collect({
        caseId: c.id, batch: b.id, file: b.name, row: r.row, raw: r.raw, record: r.record, byTitle: r.byTitle, sameAs: r.sameAs, candidates: r.candidates, decided: r.decided,
        states: ${caseRowOf('c')},
        meant: COLLECT { MATCH (k:Case {publishedOn: c.publishedOn}) WHERE k.sourceUrl IN coalesce(r.candidates, []) RETURN ${caseRowOf('k')} ORDER BY k.id }
      }) AS rows
    }
    RETURN open, decided, rows
  `,
  params: z.strictObject({ decided: z.boolean(), limit: z.int(), offset: z.int() }),
  row: z.strictObject({
    open: z.int(),
    decided: z.int(),
    rows: z.array(
      z.strictObject({
        caseId: z.string(),
        batch: z.string(),
        file: z.string(),
        row: z.int(),
        raw: z.string(),
        record: z.string().nullable(),
        ...sameCaseRow,
        states: caseRowSchema,
        meant: z.array(caseRowSchema),
      }),
    ),
  }),
  timeoutMs: 20_000,
})

/** The row without address of an import, with the addresses of the cases of its source and day; no row when there is none, or it has an address. */
export const openRow = defineQuery({
  name: 'openRow',
  cypher: `
    MATCH (c:Case)-[r:IMPORTED_BY {row: $row}]->(:ImportBatch {id: $batch})
    WHERE r.byTitle AND c.publishedOn IS NOT NULL
    RETURN toString(c.publishedOn) AS day,
      COLLECT { MATCH (k:Case {publishedOn: c.publishedOn}) WHERE k.sourceUrl IS NOT NULL AND k.source = c.source RETURN {id: k.id, sourceUrl: k.sourceUrl} ORDER BY k.id } AS cases
    LIMIT 1
  `,
  params: z.strictObject({ batch: z.string(), row: z.int() }),
  row: z.strictObject({ day: z.string(), cases: z.array(z.strictObject({ id: z.string(), sourceUrl: z.string() })) }),
})

/** Keeps what a person said of a row: an address, '' for a case of its own, null for nothing any more. */
export const decideRow = defineQuery({
  name: 'decideRow',
  access: 'write',
  cypher: `
    MATCH (:Case)-[r:IMPORTED_BY {row: $row}]->(:ImportBatch {id: $batch})
    SET r.decided = $decided
  `,
  params: z.strictObject({ batch: z.string(), row: z.int(), decided: z.string().nullable() }),
  row: z.never(),
})

/** The case that a row of an import states. */
export const statedBy = defineQuery({
  name: 'statedBy',
  cypher: `
    MATCH (c:Case)-[:IMPORTED_BY {row: $row}]->(:ImportBatch {id: $batch})
    RETURN c.id AS id
  `,
  params: z.strictObject({ batch: z.string(), row: z.int() }),
  row: z.strictObject({ id: z.string() }),
})

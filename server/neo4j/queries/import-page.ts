import { z } from 'zod'
import { cleaningGroupSchema, columnAccountSchema, corpusChoiceSchema, readPlanSchema } from '#graph-schema/import-plan.ts'
import { rowCountsSchema } from '#graph-schema/api/imports.ts'
import { disproofStates } from '#graph-schema/node-kinds/case.ts'
import { importStatuses } from '#graph-schema/node-kinds/import-batch.ts'
import { problemSchema } from '#graph-schema/read-result.ts'
import { defineQuery } from '../define-query.ts'
import { corpusRow, corpusText } from './described-corpora.ts'

/** A value that is stored as JSON text. */
const json = <Schema extends z.ZodType>(schema: Schema) => z.string().transform((text): unknown => JSON.parse(text)).pipe(schema)

/** One import with its corpus and its accounting; no row when there is none of that id. */
export const importPage = defineQuery({
  name: 'importPage',
  cypher: `
    MATCH (b:ImportBatch {id: $id})-[:OF_CORPUS]->(k:Corpus)
    CALL {
      WITH b
      MATCH (b)<-[:IMPORTED_BY]-(c:Case)
      WITH DISTINCT b, c
      RETURN count(c) AS cases, count(CASE WHEN c.status IN ['active', 'corrected'] THEN 1 END) AS casesCounted, count(CASE WHEN NOT EXISTS { (c)-[:IMPORTED_BY]->(other:ImportBatch) WHERE other <> b } THEN 1 END) AS casesOfItsOwn
    }
    RETURN b.id AS id, b.name AS file, b.sha256 AS sha256, b.format AS format, b.status AS status, b.importerVersion AS importerVersion,
      toString(b.startedAt) AS startedAt, toString(b.finishedAt) AS finishedAt,
      {read: b.read, accepted: b.accepted, merged: b.merged, rejected: b.rejected} AS rows,
      coalesce(b.problems, '[]') AS problems, coalesce(b.problemCount, 0) AS problemCount, coalesce(b.plan, 'null') AS plan,
      coalesce(b.cleanings, '[]') AS cleanings, coalesce(b.columns, '[]') AS columns, cases, casesCounted, casesOfItsOwn,
      ${corpusText} AS corpus
  `,
  params: z.strictObject({ id: z.string() }),
  row: z.strictObject({
    id: z.string(),
    file: z.string(),
    sha256: z.string(),
    format: z.string(),
    status: z.enum(importStatuses),
    importerVersion: z.string(),
    startedAt: z.string(),
    finishedAt: z.string().nullable(),
    rows: rowCountsSchema,
    problems: json(z.array(problemSchema)),
    problemCount: z.int(),
    plan: json(readPlanSchema.nullable()),
    cleanings: json(z.array(cleaningGroupSchema)),
    columns: json(z.array(columnAccountSchema)),
    cases: z.int(),
    casesCounted: z.int(),
    casesOfItsOwn: z.int(),
    corpus: corpusRow,
  }),
  timeoutMs: 20_000,
})

/** The rows of an import that state a case, in the file's order, and how many there are. One row, always. */
export const importCases = defineQuery({
  name: 'importCases',
  cypher: `
    CALL {
      MATCH (c:Case)-[r:IMPORTED_BY]->(b:ImportBatch {id: $id})
      WITH c, r, b ORDER BY r.row, c.id SKIP $offset LIMIT $limit
      RETURN collect({
        id: c.id, title: c.name, publishedOn: toString(c.publishedOn), disproofState: c.disproofState, row: r.row, raw: r.raw,
        others: COUNT { (c)-[:IMPORTED_BY]->(other:ImportBatch) WHERE other <> b }
      }) AS cases
    }
    RETURN cases, COUNT { (:Case)-[:IMPORTED_BY]->(:ImportBatch {id: $id}) } AS total
  `,
  params: z.strictObject({ id: z.string(), limit: z.int(), offset: z.int() }),
  row: z.strictObject({
    cases: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        publishedOn: z.string().nullable(),
        disproofState: z.enum(disproofStates),
        row: z.int(),
        raw: json(z.record(z.string(), z.string())),
        others: z.int(),
      }),
    ),
    total: z.int(),
  }),
  timeoutMs: 20_000,
})

/** Finished imports of a file, by its hash. */
export const importsOfFile = defineQuery({
  name: 'importsOfFile',
  cypher: `
    MATCH (b:ImportBatch {sha256: $sha256, status: 'done'})
    RETURN b.id AS id ORDER BY id
  `,
  params: z.strictObject({ sha256: z.string() }),
  row: z.strictObject({ id: z.string() }),
})

/** Imports that were interrupted: neither finished nor stopped by a person. */
export const interruptedImports = defineQuery({
  name: 'interruptedImports',
  cypher: `
    MATCH (b:ImportBatch)-[:OF_CORPUS]->(k:Corpus)
    WHERE b.status IN ['running', 'undoing'] AND b.plan IS NOT NULL
    RETURN b.id AS id, b.name AS file, b.sha256 AS sha256, b.status AS status, b.plan AS plan,
      k {.name, .sampling, periodFrom: toString(k.periodFrom), periodTo: toString(k.periodTo), gaps: coalesce(k.gaps, []), .licence, .disclaimer,
        description: coalesce(k.description, '')} AS corpus
    ORDER BY b.startedAt
  `,
  params: z.strictObject({}),
  row: z.strictObject({ id: z.string(), file: z.string(), sha256: z.string(), status: z.enum(importStatuses), plan: json(readPlanSchema), corpus: corpusChoiceSchema }),
})

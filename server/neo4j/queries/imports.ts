import { z } from 'zod'
import { rowCountsSchema } from '#graph-schema/api/imports.ts'
import { samplings } from '#graph-schema/node-kinds/corpus.ts'
import { importStatuses } from '#graph-schema/node-kinds/import-batch.ts'
import { problemSchema } from '#graph-schema/read-result.ts'
import { defineQuery } from '../define-query.ts'

const problems = z.string().transform((text): unknown => JSON.parse(text)).pipe(z.array(problemSchema))

/** One page of all imports, newest first, each with its corpus, and how many there are. One row, always. */
export const imports = defineQuery({
  name: 'imports',
  cypher: `
    CALL {
      MATCH (b:ImportBatch)-[:OF_CORPUS]->(k:Corpus)
      WITH b, k ORDER BY b.startedAt DESC, b.id SKIP $offset LIMIT $limit
      RETURN collect({
        id: b.id, file: b.name, sha256: b.sha256, format: b.format, status: b.status, importerVersion: b.importerVersion,
        corpus: {id: k.id, name: k.name, sampling: k.sampling},
        startedAt: toString(b.startedAt), finishedAt: toString(b.finishedAt),
        rows: {read: b.read, accepted: b.accepted, merged: b.merged, rejected: b.rejected},
        problems: coalesce(b.problems, '[]'), problemCount: coalesce(b.problemCount, 0)
      }) AS imports
    }
    RETURN imports, COUNT { MATCH (:ImportBatch)-[:OF_CORPUS]->(:Corpus) } AS total
  `,
  params: z.strictObject({ limit: z.int(), offset: z.int() }),
  row: z.strictObject({
    imports: z.array(
      z.strictObject({
        id: z.string(),
        file: z.string(),
        sha256: z.string(),
        format: z.string(),
        status: z.enum(importStatuses),
        importerVersion: z.string(),
        corpus: z.strictObject({ id: z.string(), name: z.string(), sampling: z.enum(samplings) }),
        startedAt: z.string(),
        finishedAt: z.string().nullable(),
        rows: rowCountsSchema,
        problems,
        problemCount: z.int(),
      }),
    ),
    total: z.int(),
  }),
})

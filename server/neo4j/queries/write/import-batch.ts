import { z } from 'zod'
import { corpusDescriptionSchema } from '#graph-schema/api/overview.ts'
import { importStatuses } from '#graph-schema/node-kinds/import-batch.ts'
import { defineQuery } from '../../define-query.ts'

const nothing = z.never()

/**
 * Notes with which taxonomy work on the import `b` makes links; what stood there before is in `linked`. It stands until the work is done, so that whoever goes
 * on with it knows whether the links of the part that is written may be of another edition.
 */
export const noteLinkedWith = `WITH *, b.linkedWith AS linked
    SET b.linkedWith = CASE WHEN coalesce(linked, $taxonomy) = $taxonomy THEN $taxonomy ELSE '' END`

/** Whether a part of the work was done with another taxonomy. */
export const isOtherwiseLinked = 'coalesce(linked, $taxonomy) <> $taxonomy AS isOtherwiseLinked'

/** Opens an import (or finds it open or done): corpus, batch, and the edge between them. What a person said of the corpus stays. */
export const openBatch = defineQuery({
  name: 'openBatch',
  access: 'write',
  cypher: `
    MERGE (corpus:Corpus {id: $corpus.id})
    SET corpus += CASE WHEN corpus.asImported IS NULL THEN $corpus ELSE {} END
    MERGE (b:ImportBatch {id: $id})
    ON CREATE SET b.name = $file, b.sha256 = $sha256, b.format = $format, b.importerVersion = $importerVersion, b.startedAt = $now,
      b.read = 0, b.accepted = 0, b.merged = 0, b.rejected = 0, b.problems = '[]', b.problemCount = 0, b.cleanings = '[]', b.columns = '[]', b.plan = $plan
    SET b.status = CASE b.status WHEN 'done' THEN 'done' ELSE 'running' END
    MERGE (b)-[:OF_CORPUS]->(corpus)
    ${noteLinkedWith}
    RETURN b.status AS status, ${isOtherwiseLinked}
  `,
  params: z.strictObject({
    corpus: corpusDescriptionSchema,
    id: z.string(),
    file: z.string(),
    sha256: z.string(),
    format: z.string(),
    plan: z.string(),
    importerVersion: z.string(),
    taxonomy: z.string(),
    now: z.string(),
  }),
  row: z.strictObject({ status: z.enum(importStatuses), isOtherwiseLinked: z.boolean() }),
})

/**
 * Takes the lock on which all chunks queue, and tells who held it last and whether this chunk was committed before. Whatever changes
 * cases takes this lock under an id of its own, so that a writer who finds its own last chunk there knows that nothing changed since, and says with which
 * taxonomy it links ('': what links rest on changes, and they are made anew later): once there were several, only linking all cases anew makes them one again.
 */
export const beginChunk = defineQuery({
  name: 'beginChunk',
  access: 'write',
  cypher: `
    MERGE (lock:ImportLock {id: 'lock:import'})
    ON CREATE SET lock.holder = ''
    // Writing takes the lock; what is read before it may be another's past.
    SET lock.taken = true
    WITH lock, lock.holder AS before
    // Counted, so that whoever keeps something derived from cases can tell whether they are still as they were.
    SET lock.holder = $id, lock.turn = coalesce(lock.turn, 0) + 1,
      lock.linkedWith = CASE WHEN lock.linkedWith = $taxonomy OR NOT EXISTS { (:Case) } THEN $taxonomy ELSE '' END,
      lock.relinking = CASE WHEN lock.relinking STARTS WITH $taxonomy + ' ' THEN lock.relinking END
    WITH before
    OPTIONAL MATCH (k:ImportChunk {id: $id})
    RETURN before, k.accepted AS accepted, k.merged AS merged
  `,
  params: z.strictObject({ id: z.string(), taxonomy: z.string() }),
  row: z.strictObject({ before: z.string(), accepted: z.int().nullable(), merged: z.int().nullable() }),
})

/** Marks a chunk as committed; stands in the same transaction as what it brought. */
export const markChunk = defineQuery({
  name: 'markChunk',
  access: 'write',
  cypher: `
    MERGE (k:ImportChunk {id: $id})
    SET k.batch = $batch, k.index = $index, k.accepted = $accepted, k.merged = $merged
  `,
  params: z.strictObject({ id: z.string(), batch: z.string(), index: z.int(), accepted: z.int(), merged: z.int() }),
  row: nothing,
})

/** Leads cases back to rows of a file, with the raw values and what makes their records again. */
export const writeStatements = defineQuery({
  name: 'writeStatements',
  access: 'write',
  cypher: `
    MATCH (b:ImportBatch {id: $batch})
    UNWIND $rows AS row
    MATCH (c:Case {id: row.caseId})
    MERGE (c)-[r:IMPORTED_BY {row: row.row}]->(b)
    SET r.raw = row.raw, r.record = row.record, r.byTitle = row.byTitle, r.sameAs = row.sameAs, r.candidates = row.candidates, r.decided = row.decided
  `,
  params: z.strictObject({
    batch: z.string(),
    rows: z.array(
      z.strictObject({
        caseId: z.string(),
        row: z.int(),
        raw: z.string(),
        record: z.string(),
        byTitle: z.boolean().nullable(),
        sameAs: z.string().nullable(),
        candidates: z.array(z.string()).nullable(),
        decided: z.string().nullable(),
      }),
    ),
  }),
  row: nothing,
})

/** Writes the accounting of an import and how far it got; one that was done before keeps its first time. */
export const accountBatch = defineQuery({
  name: 'accountBatch',
  access: 'write',
  cypher: `
    MATCH (b:ImportBatch {id: $id})
    SET b.status = $status, b.linkedWith = CASE $status WHEN 'done' THEN null ELSE b.linkedWith END, b.finishedAt = coalesce(b.finishedAt, $now), b.read = $read, b.accepted = $accepted, b.merged = $merged,
      b.rejected = $rejected, b.problems = $problems, b.problemCount = $problemCount, b.cleanings = $cleanings, b.columns = $columns
  `,
  params: z.strictObject({
    id: z.string(),
    status: z.enum(importStatuses),
    now: z.string().nullable(),
    read: z.int(),
    accepted: z.int(),
    merged: z.int(),
    rejected: z.int(),
    problems: z.string(),
    problemCount: z.int(),
    cleanings: z.string(),
    columns: z.string(),
  }),
  row: nothing,
})

/** Cases that an import brought, by row. */
export const casesOfBatch = defineQuery({
  name: 'casesOfBatch',
  cypher: `
    MATCH (c:Case)-[r:IMPORTED_BY]->(:ImportBatch {id: $id})
    RETURN c.id AS id ORDER BY r.row, c.id
  `,
  params: z.strictObject({ id: z.string() }),
  row: z.strictObject({ id: z.string() }),
})

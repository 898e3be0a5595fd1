import type { z } from 'zod'
import type { RowCounts } from '#graph-schema/api/imports.ts'
import type { corpusDescriptionSchema } from '#graph-schema/api/overview.ts'
import { CancelledError } from '../errors.ts'
import type { Taxonomy } from '../narratives/taxonomy.ts'
import type { GraphDriver } from '../neo4j/driver.ts'
import { accountBatch, openBatch } from '../neo4j/queries/write/import-batch.ts'
import { batchId } from './batch-id.ts'
import type { Chunk } from './chunk-statements.ts'
import { Findings, type FindingsReport, type FindingsSink } from './findings.ts'
import { prepareRecord } from './prepare-record.ts'
import { importerVersion } from './importer-version.ts'
import type { ReadItem, ReadPlan } from './readers/reader.ts'
import { recordChunks } from './record-chunks.ts'
import { relinkAll } from './relink.ts'
import { settleImport } from './settle.ts'
import { ChunkWriter } from './write-chunk.ts'

/** About this many records make one transaction. */
export const chunkSize = 500

export type Corpus = z.input<typeof corpusDescriptionSchema>

/** A file that is read while it is imported. */
export interface ImportInput {
  file: string
  sha256: string
  plan: ReadPlan
  corpus: Corpus
  /** From the file's first row; read once. */
  items: AsyncIterable<ReadItem> | Iterable<ReadItem>
}

/** The outcome of an import. read = accepted + merged + rejected. */
export interface ImportOutcome extends RowCounts, FindingsReport {
  batch: string
}

export interface ImportOptions {
  /** Told the rows accounted for after each chunk. */
  onProgress?: (rows: RowCounts) => void
  /** Stops the import between two rows or chunks and throws the signal's reason; with a CancelledError the import is marked as cancelled, else as one that goes on when it is run again. */
  signal?: AbortSignal
  rowsPerChunk?: number
  /** Gets every problem and cleaning. */
  sink?: FindingsSink
}

/**
 * Imports items chunk by chunk, in memory that does not grow with the file: the next chunk is read, prepared and sent while the database writes
 * one. May be killed or cancelled at any moment and run again: chunks already committed are passed over, and the graph ends up the same.
 * Throws what the reader throws; nothing is written of a file with nothing to read.
 */
export async function importRecords(driver: GraphDriver, input: ImportInput, taxonomy: Taxonomy, options: ImportOptions = {}): Promise<ImportOutcome> {
  const { signal, onProgress, rowsPerChunk = chunkSize, sink = null } = options
  const id = batchId(input)
  const findings = new Findings(sink)
  const chunks = recordChunks(input.items, { size: rowsPerChunk, findings, prepare: (record) => void prepareRecord(record, taxonomy), signal })
  const rows: RowCounts = { read: 0, accepted: 0, merged: 0, rejected: 0 }
  const account = (status: 'running' | 'done' | 'cancelled') => {
    const { problems, problemCount, cleanings, columns } = findings.report()
    return driver.run(accountBatch, {
      id, status, now: status === 'done' ? new Date().toISOString() : null, ...rows, problemCount,
      problems: JSON.stringify(problems), cleanings: JSON.stringify(cleanings), columns: JSON.stringify(columns),
    })
  }
  let [index, begun] = [0, 0]
  const read = async (): Promise<{ chunk: Chunk | null; rejected: number }> => {
    const { done, value } = await chunks.next()
    if (done === true) return { chunk: null, rejected: value.rejected }
    // Named by what is in it: another cut would be another chunk.
    const chunk = { id: `chunk:${id.slice('batch:'.length)}/${importerVersion}.${String(begun)}-${String(begun + value.records.length)}`, batch: id, index, records: value.records }
    index += 1
    begun += value.records.length
    return { chunk, rejected: value.rejected }
  }
  // Before the batch is opened: a file that cannot be read leaves nothing behind.
  let next = await read()
  const { file, sha256, plan, corpus } = input
  const [opened] = await driver.run(openBatch, { corpus, id, file, sha256, format: plan.format, plan: JSON.stringify(plan), importerVersion, taxonomy: taxonomy.version, now: new Date().toISOString() })
  const writer = new ChunkWriter(driver, taxonomy)
  try {
    while (next.chunk !== null) {
      signal?.throwIfAborted()
      const reading = read()
      const ahead = reading.then(({ chunk }) => chunk)
      // Both are awaited below; should writing fail first, a failure of reading is not the one to tell.
      reading.catch(() => undefined)
      ahead.catch(() => undefined)
      const counts = await writer.write(next.chunk, ahead)
      rows.accepted += counts.accepted
      rows.merged += counts.merged
      rows.rejected = next.rejected
      rows.read = rows.accepted + rows.merged + rows.rejected
      onProgress?.({ ...rows })
      next = await reading
    }
    rows.rejected = next.rejected
    rows.read = rows.accepted + rows.merged + rows.rejected
    // Rows that were settled into another's case are merged ones after all.
    rows.accepted = await settleImport(driver, id, taxonomy, { own: writer.own, signal })
    // Chunks that are passed over were written before it was stopped, under another edition; others may rest on them.
    if (opened?.isOtherwiseLinked === true) await relinkAll(driver, taxonomy, { signal })
  } catch (error) {
    // What was begun early goes before anything is said of how far the import came.
    await writer.close()
    // Importing again what is in the graph changes nothing, stopping that neither.
    if (signal?.reason instanceof CancelledError && opened?.status !== 'done') await account('cancelled')
    throw error
  }
  rows.merged = rows.read - rows.rejected - rows.accepted
  await account('done')
  onProgress?.({ ...rows })
  return { batch: id, ...rows, ...findings.report() }
}

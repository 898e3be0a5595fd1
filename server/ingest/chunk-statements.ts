import type { CaseRecord } from './case-record.ts'
import type { QueryRunner } from '../neo4j/driver.ts'
import { markChunk } from '../neo4j/queries/write/import-batch.ts'
import { renameCases, writeCases } from '../neo4j/queries/write/merge-nodes.ts'
import { caseRows } from './case-rows.ts'
import type { MadeBy } from './importer-version.ts'
import type { ChunkPlan } from './plan-chunk.ts'
import type { Unsaid } from './said.ts'
import { dropEdges, writeEdges, writeNodes } from './write-nodes.ts'

/** One chunk of an import: its marker's id, its batch and its place there. */
export interface Chunk {
  id: string
  batch: string
  index: number
  records: readonly CaseRecord[]
}

/**
 * Everything that a chunk writes, made ready: as often as it is sent, it is the same. All statements are sent at once, but for what this import has
 * said before; they are answered in their order. Resolves when the last one is.
 */
export function chunkStatements(chunk: Chunk, plan: ChunkPlan, versionOf: MadeBy, unsaid: Unsaid): (tx: QueryRunner) => Promise<void> {
  const nodes = unsaid.freshNodes(plan.nodes)
  const { rows, ends, others } = caseRows({ ...plan, edges: unsaid.freshEdges(plan.edges) }, chunk.records, versionOf)
  return async (tx) => {
    const renamed = plan.renames.length > 0 ? tx.run(renameCases, { rows: plan.renames }) : null
    const named = writeNodes(tx, nodes)
    const written = tx.run(writeCases, { batch: chunk.batch, ends, rows })
    await Promise.all([
      renamed,
      named,
      written,
      dropEdges(tx, plan.dropped),
      writeEdges(tx, others, versionOf),
      tx.run(markChunk, { id: chunk.id, batch: chunk.batch, index: chunk.index, accepted: plan.accepted, merged: plan.merged }),
    ])
    const [found] = await written
    if (found?.ends !== ends.length) throw new Error(`${chunk.id} leads to ${String(ends.length)} entities, of which the graph has ${String(found?.ends)}`)
  }
}

import { provenanceKinds } from '#graph-schema/node-kinds/index.ts'
import type { QueryRunner } from './driver.ts'
import { wipeSome } from './queries/write/wipe.ts'

/**
 * Deletes cases, narratives, entities and imports, in steps that fit in memory; resolves with the number of nodes. Saved views
 * and decisions stay unless asked for: the ones are what people's links point to, the others are people's work, and both hold again once the graph is filled anew.
 */
export async function wipeGraph(runner: QueryRunner, options: { views?: boolean; decisions?: boolean } = {}): Promise<number> {
  const provenance = provenanceKinds.map(({ kind }) => kind).filter((kind) => (options.views === true || kind !== 'SavedView') && (options.decisions === true || kind !== 'Decision'))
  let total = 0
  for (;;) {
    const [row] = await runner.run(wipeSome, { provenance })
    const deleted = row?.deleted ?? 0
    if (deleted === 0) return total
    total += deleted
  }
}

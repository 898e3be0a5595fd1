import { provenanceKinds } from '#graph-schema/node-kinds/index.ts'
import type { QueryRunner } from './driver.ts'
import { wipeSome } from './queries/write/wipe.ts'

/** What people made and what outlives wiping unless it is asked for, by the word that asks for it. */
export const keptKinds = { views: 'SavedView', decisions: 'Decision', taxonomy: 'TaxonomyEdition', model: 'TrainedModel', candidates: 'RejectedCandidate' } as const

/** What is to be deleted besides. */
export type WipeToo = { [Word in keyof typeof keptKinds]?: boolean }

/** All of it: an empty graph. */
export const everything: WipeToo = { views: true, decisions: true, taxonomy: true, model: true, candidates: true }

/**
 * Deletes cases, narratives, entities and imports, in steps that fit in memory; resolves with the number of nodes. What people made stays
 * unless asked for: saved views are what their links point to, the rest is their work, and all of it holds again once the graph is filled anew.
 */
export async function wipeGraph(runner: QueryRunner, too: WipeToo = {}): Promise<number> {
  const kept = new Set<string>(Object.entries(keptKinds).flatMap(([word, kind]) => (Object.entries(too).some(([asked, isMeant]) => asked === word && isMeant) ? [] : [kind])))
  const provenance = provenanceKinds.map(({ kind }) => kind).filter((kind) => !kept.has(kind))
  let total = 0
  for (;;) {
    const [row] = await runner.run(wipeSome, { provenance })
    const deleted = row?.deleted ?? 0
    if (deleted === 0) return total
    total += deleted
  }
}

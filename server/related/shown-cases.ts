import { comparedText } from '../analysis/related.ts'
import { writtenStems } from '../analysis/related-sentence.ts'
import type { QueryRunner } from '../neo4j/driver.ts'
import { relatedDetails, type RelatedDetails } from '../neo4j/queries/related-details.ts'

/** A case as it is shown among related ones: its texts as the graph has them, and its stems as they write them. */
export interface ShownCase {
  details: RelatedDetails
  written: ReadonlyMap<string, string>
}

/** About two kilobytes each; a graph of the whole source has about so many. */
const mostKept = 12_000

function shown(details: RelatedDetails): ShownCase {
  let written: ReadonlyMap<string, string> | null = null
  return {
    details,
    get written() {
      return (written ??= writtenStems(comparedText(details)))
    },
  }
}

/**
 * Texts of cases, fetched from the graph and kept as long as no case there changes: whoever asks says at which turn of the graph. How two cases name each
 * other is asked anew for each pair. Of more than so many the oldest are forgotten and fetched again.
 */
export class ShownCases {
  readonly #graph: QueryRunner
  readonly #kept = new Map<string, ShownCase>()
  #keptOf = ''

  constructor(graph: QueryRunner) {
    this.#graph = graph
  }

  /** The cases of these ids as they stand; those that are no longer there are missing. For those `named`, how they and the case `id` name each other as well. */
  async of(id: string, { ids, named, version }: { ids: readonly string[]; named: ReadonlySet<string>; version: { key: string; turn: number } }): Promise<Map<string, ShownCase>> {
    if (this.#keptOf !== version.key) this.#kept.clear()
    this.#keptOf = version.key
    const found = new Map<string, ShownCase>()
    const wanted: string[] = []
    for (const one of ids) {
      const kept = named.has(one) ? undefined : this.#kept.get(one)
      if (kept === undefined) wanted.push(one)
      else found.set(one, kept)
    }
    if (wanted.length === 0) return found
    const [row] = await this.#graph.run(relatedDetails, { id, ids: wanted, named: [...named] })
    for (const details of row?.cases ?? []) {
      const one = shown(details)
      found.set(details.id, one)
      // What was fetched after a change is right for this answer, and not what is kept under that name.
      if (row?.turn === version.turn && this.#keptOf === version.key && !named.has(details.id)) this.#kept.set(details.id, one)
    }
    // The oldest go first.
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= mostKept) break
      this.#kept.delete(oldest)
    }
    return found
  }
}

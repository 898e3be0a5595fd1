import { comparedText } from '../analysis/related.ts'
import { writtenStems } from '../analysis/related-sentence.ts'
import type { QueryRunner } from '../neo4j/driver.ts'
import { relatedDetails, type RelatedDetails } from '../neo4j/queries/related-details.ts'

/** A case as it is shown among related ones: its texts as the graph has them, and its stems as they write them. */
export interface ShownCase {
  details: RelatedDetails
  written: ReadonlyMap<string, string>
}

/** A state of the graph: texts are kept under `key`, and what is fetched belongs to it if it comes with the same `turn`. */
export interface Version {
  key: string
  turn: number
}

/** About two kilobytes each; a graph of the whole source has about so many. */
const mostKept = 12_000

/** Fetched at a time where nobody waits for it. */
const pageSize = 200

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
 * Texts of cases, fetched from the graph and kept as long as no case there changes: whoever asks says at which version of the graph. Of more than so many
 * the oldest are forgotten and fetched again.
 */
export class ShownCases {
  readonly #graph: QueryRunner
  readonly #kept = new Map<string, ShownCase>()
  #keptOf = ''

  constructor(graph: QueryRunner) {
    this.#graph = graph
  }

  /** The cases of these ids as they stand; those that are no longer there are missing. */
  async of(ids: readonly string[], version: Version): Promise<Map<string, ShownCase>> {
    if (this.#keptOf !== version.key) this.#kept.clear()
    this.#keptOf = version.key
    const found = new Map<string, ShownCase>()
    const wanted: string[] = []
    for (const id of ids) {
      const kept = this.#kept.get(id)
      if (kept === undefined) wanted.push(id)
      else found.set(id, kept)
    }
    if (wanted.length === 0) return found
    const [row] = await this.#graph.run(relatedDetails, { ids: wanted })
    // What was fetched after a change is right for this answer, and not what is kept under that name.
    const isKept = row?.turn === version.turn && this.#keptOf === version.key
    for (const details of row?.cases ?? []) {
      const one = shown(details)
      found.set(details.id, one)
      if (isKept) this.#kept.set(details.id, one)
    }
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= mostKept) break
      this.#kept.delete(oldest)
    }
    return found
  }

  /** Fetches as many of these cases as are kept, a few at a time, until the graph is another. */
  async fill(ids: readonly string[], version: Version): Promise<void> {
    const some = ids.slice(0, mostKept)
    for (let at = 0; at < some.length && (at === 0 || this.#keptOf === version.key); at += pageSize) {
      const fetched = await this.of(some.slice(at, at + pageSize), version)
      // Worked out here, where nobody waits for it.
      for (const one of fetched.values()) void one.written
    }
  }
}

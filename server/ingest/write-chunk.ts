import type { Taxonomy } from '../narratives/taxonomy.ts'
import type { GraphDriver } from '../neo4j/driver.ts'
import { beginChunk } from '../neo4j/queries/write/import-batch.ts'
import { type Chunk, chunkStatements } from './chunk-statements.ts'
import { type ChunkCounts, EarlyChunk, type Predecessor } from './early-chunk.ts'
import { type MadeBy, madeBy } from './importer-version.ts'
import { readKnown } from './known-state.ts'
import { type ChunkPlan, planChunk } from './plan-chunk.ts'
import { Said } from './said.ts'
import type { OwnWrites } from './settle.ts'

/** Writes the chunks of one import, each in one transaction; the one after is begun early, so that neither we nor the database wait for the other. */
export class ChunkWriter {
  readonly #driver: GraphDriver
  readonly #taxonomy: Taxonomy
  readonly #versionOf: MadeBy
  readonly #said = new Said()
  /** Days of the cases written, with their number; null as soon as a case was there before, or a chunk was. */
  #days: Map<string, number> | null = new Map()
  #last: string | null = null
  #early: { chunk: Promise<Chunk | null>; writing: EarlyChunk } | null = null

  constructor(driver: GraphDriver, taxonomy: Taxonomy) {
    this.#driver = driver
    this.#taxonomy = taxonomy
    this.#versionOf = madeBy(taxonomy)
  }

  /** What has been written so far; null where nothing was. */
  get own(): OwnWrites | null {
    return this.#last === null ? null : { last: this.#last, days: this.#days }
  }

  #note(chunk: Chunk, plan: ChunkPlan | null): void {
    this.#last = chunk.id
    if (plan === null || plan.renames.length > 0 || plan.cases.some(({ id }) => !plan.fresh.has(id))) this.#days = null
    if (plan === null) return
    for (const { publishedOn } of plan.cases) if (publishedOn !== null) this.#days?.set(publishedOn, (this.#days.get(publishedOn) ?? 0) + 1)
    // Only what was committed has been said.
    this.#said.remember(plan)
  }

  #begin(next: Promise<Chunk | null>, before: Predecessor): EarlyChunk {
    const writing = new EarlyChunk(next, before, { driver: this.#driver, taxonomy: this.#taxonomy, versionOf: this.#versionOf, unsaid: this.#said.beyond(before.plan) })
    this.#early = { chunk: next, writing }
    return writing
  }

  /**
   * Writes a chunk in one transaction together with its marker. Running it again, even after a commit whose answer was lost,
   * finds the marker and changes nothing; resolves with the first run's counts. `next` is the chunk after it, which may still be on its way; nothing of it
   * is in the graph before it is given to `write` itself.
   */
  async write(chunk: Chunk, next: Promise<Chunk | null> = Promise.resolve(null)): Promise<ChunkCounts> {
    const early = this.#early
    if (early === null || (await early.chunk.catch(() => null)) !== chunk) {
      await this.close()
      return this.#writeAlone(chunk, next)
    }
    this.#early = null
    return (await this.#commit(early.writing, chunk, next)) ?? this.#writeAlone(chunk, next)
  }

  /** Takes back what was begun and not asked for. To be called when no further chunk will be written. */
  async close(): Promise<void> {
    const early = this.#early
    this.#early = null
    await early?.writing.drop()
  }

  async #commit(writing: EarlyChunk, chunk: Chunk, next: Promise<Chunk | null>): Promise<ChunkCounts | null> {
    const committed = writing.commit()
    const plan = await writing.standing
    if (plan !== null) writing.followedBy(this.#begin(next, { id: chunk.id, plan }))
    const counts = await committed
    if (counts === null) await this.close()
    else this.#note(chunk, plan)
    return counts
  }

  async #writeAlone(chunk: Chunk, next: Promise<Chunk | null>): Promise<ChunkCounts> {
    let planned: ChunkPlan | null = null
    const counts = await this.#driver.write(async (tx) => {
      // Tried again: what was begun on the first try rests on it, and holds or awaits the lock. Not waited for: it ends when its turn comes.
      void this.close()
      const [begun] = await tx.run(beginChunk, { id: chunk.id, taxonomy: this.#taxonomy.version })
      if (begun !== undefined && begun.accepted !== null && begun.merged !== null) return { accepted: begun.accepted, merged: begun.merged }
      const plan = planChunk(chunk.records, await readKnown(tx, chunk.records, this.#taxonomy), this.#taxonomy)
      planned = plan
      const written = chunkStatements(chunk, plan, this.#versionOf, this.#said)(tx)
      this.#begin(next, { id: chunk.id, plan })
      await written
      return { accepted: plan.accepted, merged: plan.merged }
    })
    this.#note(chunk, planned)
    return counts
  }
}

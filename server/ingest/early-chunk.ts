import type { Taxonomy } from '../narratives/taxonomy.ts'
import type { GraphDriver } from '../neo4j/driver.ts'
import { DatabaseUnavailableError } from '../errors.ts'
import { beginChunk } from '../neo4j/queries/write/import-batch.ts'
import { type Chunk, chunkStatements } from './chunk-statements.ts'
import type { MadeBy } from './importer-version.ts'
import { readKnown } from './known-state.ts'
import { type ChunkPlan, planChunk, restsOn } from './plan-chunk.ts'
import type { Unsaid } from './said.ts'

/** Rows of a chunk that were written. */
export interface ChunkCounts {
  accepted: number
  merged: number
}

/** The chunk before: it is being written, and holds the lock on which this one will wait. */
export interface Predecessor {
  id: string
  plan: ChunkPlan
}

interface Context {
  driver: GraphDriver
  taxonomy: Taxonomy
  versionOf: MadeBy
  /** What is left to say once the predecessor has been written. */
  unsaid: Unsaid
}

/** A chunk that was begun too early to be right, or that nobody wants any more: its transaction is taken back. */
class TakenBack extends Error {}

/** A promise and what settles it. */
function deferred<Value>(): { promise: Promise<Value>; resolve: (value: Value) => void } {
  let resolve: (value: Value) => void = () => undefined
  const promise = new Promise<Value>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}

/**
 * A chunk that is looked up, planned and sent while the one before it is still being written, so that the database goes from one to the next without waiting
 * for us. Its transaction queues on the import's lock behind the one before. It stands only if that one was the last to write when its turn came
 * and touched nothing that it rests on; it is committed only when asked. Whatever goes otherwise, it is taken back and leaves nothing.
 */
export class EarlyChunk {
  readonly #verdict = deferred<'commit' | 'drop'>()
  readonly #standing = deferred<ChunkPlan | null>()
  #isDropped = false
  #follower: EarlyChunk | null = null
  readonly #outcome: Promise<ChunkCounts | null>

  /** `next` may still be on its way; null where there is none. */
  constructor(next: Promise<Chunk | null>, before: Predecessor, context: Context) {
    this.#outcome = this.#write(next, before, context).finally(() => {
      this.#standing.resolve(null)
    })
    this.#outcome.catch(() => undefined)
  }

  /** Its plan as soon as it is sure that it stands; null when it does not. */
  get standing(): Promise<ChunkPlan | null> {
    return this.#standing.promise
  }

  /** Lets it be committed. Resolves with null if it could not be, and nothing is written. Fails only when the database is away. */
  commit(): Promise<ChunkCounts | null> {
    this.#verdict.resolve('commit')
    return this.#outcome
  }

  /** Takes it back; resolves when nothing of it is left. */
  async drop(): Promise<void> {
    this.#isDropped = true
    this.#verdict.resolve('drop')
    await this.#outcome.catch(() => null)
  }

  /** Names the chunk that waits for this one: it must go, should this one have to be tried again, or each would wait for the other. */
  followedBy(follower: EarlyChunk): void {
    this.#follower = follower
  }

  async #prepare(next: Promise<Chunk | null>, before: Predecessor, { driver, taxonomy, versionOf, unsaid }: Context) {
    const chunk = await next
    if (chunk === null || before.plan.renames.length > 0 || restsOn(chunk.records, before.plan.cases, taxonomy)) return null
    const plan = planChunk(chunk.records, await readKnown(driver, chunk.records, taxonomy), taxonomy)
    return { id: chunk.id, plan, send: chunkStatements(chunk, plan, versionOf, unsaid) }
  }

  async #write(next: Promise<Chunk | null>, before: Predecessor, context: Context): Promise<ChunkCounts | null> {
    // A failure ahead is no failure of this chunk: it is then looked up in its own turn.
    const ready = await this.#prepare(next, before, context).catch(() => null)
    if (ready === null || this.#isDropped) return null
    const { id, plan, send } = ready
    try {
      return await context.driver.write(async (tx) => {
        // Not waited for: it ends when this transaction has gone.
        void this.#follower?.drop()
        const beginning = tx.run(beginChunk, { id, taxonomy: context.taxonomy.version })
        const sent = send(tx)
        sent.catch(() => undefined)
        const [begun] = await beginning
        if (begun?.before !== before.id || begun.accepted !== null) throw new TakenBack()
        this.#standing.resolve(plan)
        await sent
        if ((await this.#verdict.promise) === 'drop') throw new TakenBack()
        return { accepted: plan.accepted, merged: plan.merged }
      })
    } catch (error) {
      // Patience with a database that is away has been had already; anything else may go better, or is told better, alone.
      if (error instanceof DatabaseUnavailableError) throw error
      return null
    }
  }
}

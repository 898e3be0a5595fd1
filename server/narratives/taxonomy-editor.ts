import type { TaxonomyChange } from '#graph-schema/api/taxonomy.ts'
import { ConflictError, NotFoundError } from '../errors.ts'
import { relinkInForce } from '../ingest/link-in-force.ts'
import { relinkAll, type RelinkOutcome } from '../ingest/relink.ts'
import type { Lane } from '../jobs/lane.ts'
import type { GraphDriver, QueryRunner } from '../neo4j/driver.ts'
import { beforeEdition, taxonomyEditions } from '../neo4j/queries/taxonomy-editions.ts'
import { changedTaxonomy, changeWords } from './change-taxonomy.ts'
import { editionNodeId, type NewEdition, shortEditionId, storeEdition } from './store-edition.ts'
import { compileSource, type Taxonomy } from './taxonomy.ts'
import type { TaxonomyInForce, TaxonomyState } from './taxonomy-in-force.ts'
import { hashOf, readTaxonomySource } from './taxonomy-source.ts'

export interface TaxonomyEditorOptions {
  /** A patient one. */
  driver: GraphDriver
  inForce: TaxonomyInForce
  /** Nothing is imported while cases are linked anew. */
  lane: Lane
}

/** What a change did to the links, the taxonomies before and after it, and the id by which it is undone. */
export interface Applied {
  outcome: RelinkOutcome
  before: Taxonomy
  taxonomy: Taxonomy
  id: string
}

/** So often a change is made anew on what somebody else made of the taxonomy meanwhile. */
const mostTries = 10

/** Editing the taxonomy of a graph: preview, apply with all cases linked anew, history, going back. Each change is an edition more. */
export class TaxonomyEditor {
  readonly #options: TaxonomyEditorOptions
  /** Linking under way → how far it has come; the last one to move stands last. */
  readonly #running = new Map<symbol, { done: number; all: number }>()

  constructor(options: TaxonomyEditorOptions) {
    this.#options = options
  }

  current(graph: QueryRunner): Promise<TaxonomyState> {
    return this.#options.inForce.state(graph)
  }

  /** Newest first. */
  async history(graph: QueryRunner): Promise<{ id: string; at: string; by: string; what: string }[]> {
    return (await graph.run(taxonomyEditions, {})).map(({ id, ...edition }) => ({ id: shortEditionId(id), ...edition }))
  }

  /** How many cases the linking that moved last has gone through; null while none is under way. */
  get progress(): { done: number; all: number } | null {
    return [...this.#running.values()].at(-1) ?? null
  }

  async #told<Result>(link: (onProgress: (done: number, all: number) => void) => Promise<Result>): Promise<Result> {
    const key = Symbol('linking')
    try {
      return await link((done, all) => {
        this.#running.delete(key)
        this.#running.set(key, { done, all })
      })
    } finally {
      this.#running.delete(key)
    }
  }

  /** What a change would move; nothing is written. Throws the signal's reason when nobody waits any more. */
  async preview(change: TaxonomyChange, signal: AbortSignal): Promise<Omit<Applied, 'id'>> {
    const { source, taxonomy: before } = await this.current(this.#options.driver)
    const changed = changedTaxonomy(source, change)
    const taxonomy = compileSource(changed, hashOf(changed), before.model)
    return { outcome: await this.#told((onProgress) => relinkAll(this.#options.driver, taxonomy, { dryRun: true, signal, onProgress })), before, taxonomy }
  }

  /** Links all cases anew with what is in force, where part of them may be linked with a former edition. */
  linkAnew(): Promise<Omit<Applied, 'id'>> {
    const { driver, inForce, lane } = this.#options
    return lane.run(async () => {
      const before = await inForce.current(driver)
      return { ...(await this.#told((onProgress) => relinkInForce(driver, inForce, { onProgress }))), before }
    })
  }

  /** Changes the taxonomy and links all cases anew. */
  apply(change: TaxonomyChange, by: string): Promise<Applied> {
    return this.#options.lane.run(() => this.#put(({ source }) => ({ by, what: changeWords(source, change), source: changedTaxonomy(source, change) })))
  }

  /** Goes back to what was there before a change. */
  goBack(id: string, by: string): Promise<Applied> {
    return this.#options.lane.run(async () => {
      const [found] = await this.#options.driver.run(beforeEdition, { id: editionNodeId(id) })
      if (found === undefined) throw new NotFoundError(`There is no change “${id}” in this graph.`)
      const { at, what, source } = found
      return this.#put(() => ({ by, what: `went back to before ${at.slice(0, 16).replace('T', ' ')} (${what})`, source: source === null ? null : readTaxonomySource(source, 'The taxonomy of that time') }))
    })
  }

  /** Adds what is made of the taxonomy in force, then links all cases anew. Where somebody else was faster, it is made again of theirs, so that both hold. */
  async #put(make: (now: TaxonomyState) => NewEdition): Promise<Applied> {
    const { driver, inForce } = this.#options
    for (let tries = 0; tries < mostTries; tries += 1) {
      const now = await inForce.state(driver)
      const edition = make(now)
      // Compiled first: a fault leaves all as it is.
      if (edition.source !== null) compileSource(edition.source, hashOf(edition.source), now.taxonomy.model)
      const id = await storeEdition(driver, edition, now.edition)
      if (id !== null) return { ...(await this.#told((onProgress) => relinkInForce(driver, inForce, { onProgress }))), before: now.taxonomy, id: shortEditionId(id) }
    }
    throw new ConflictError('Others are changing the taxonomy at this moment. Try again.')
  }
}

import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { TaxonomyChange } from '#graph-schema/api/taxonomy.ts'
import { NotFoundError } from '../errors.ts'
import type { IngestContext } from '../ingest/inference.ts'
import { relinkAll, type RelinkOutcome } from '../ingest/relink.ts'
import type { Lane } from '../jobs/lane.ts'
import type { GraphDriver } from '../neo4j/driver.ts'
import { changedTaxonomy, changeWords } from './change-taxonomy.ts'
import { compileSource, type Taxonomy } from './taxonomy.ts'
import { currentSource, hashOf, ownTaxonomyPath, type TaxonomySource, taxonomySourceSchema, writeTaxonomySource } from './taxonomy-source.ts'

/** What was there before a change; `source` is null where it was the taxonomy that ships. */
const stepSchema = z.strictObject({ at: z.string(), by: z.string(), what: z.string(), source: taxonomySourceSchema.nullable() })
type Step = z.output<typeof stepSchema>

export interface TaxonomyEditorOptions {
  /** A patient one. */
  driver: GraphDriver
  /** Its taxonomy is replaced when one is applied; whoever links reads it from there. */
  context: IngestContext
  home: string
  projectRoot: string
  /** Nothing is imported while cases are linked anew. */
  lane: Lane
}

/** Editing the taxonomy of a home folder: preview, apply with all cases linked anew, history, going back. */
export class TaxonomyEditor {
  readonly #options: TaxonomyEditorOptions

  constructor(options: TaxonomyEditorOptions) {
    this.#options = options
  }

  get #folder(): string {
    return path.join(this.#options.home, 'taxonomy', 'history')
  }

  current(): { source: TaxonomySource; isOwn: boolean } {
    return currentSource(this.#options.projectRoot, this.#options.home)
  }

  /** Newest first. */
  history(): { id: string; at: string; by: string; what: string }[] {
    if (!existsSync(this.#folder)) return []
    return readdirSync(this.#folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .toReversed()
      .map((name) => {
        const { at, by, what } = this.#step(name.slice(0, -'.json'.length))
        return { id: name.slice(0, -'.json'.length), at, by, what }
      })
  }

  #step(id: string): Step {
    const file = path.join(this.#folder, `${id}.json`)
    if (!existsSync(file)) throw new NotFoundError(`There is no change “${id}”; it may have been made in another home folder.`)
    return stepSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  }

  /** What a change would move; nothing is written. */
  async preview(change: TaxonomyChange): Promise<{ outcome: RelinkOutcome; taxonomy: Taxonomy }> {
    const next = this.#compile(changedTaxonomy(this.current().source, change))
    return { outcome: await relinkAll(this.#options.driver, next, { dryRun: true }), taxonomy: next }
  }

  /** Changes the taxonomy and links all cases anew. Resolves with what moved and the id by which it is undone. */
  apply(change: TaxonomyChange, by: string): Promise<{ outcome: RelinkOutcome; taxonomy: Taxonomy; id: string }> {
    return this.#options.lane.run(() => {
      const { source } = this.current()
      return this.#put(changedTaxonomy(source, change), by, changeWords(source, change))
    })
  }

  /** Goes back to what was there before a change. */
  goBack(id: string, by: string): Promise<{ outcome: RelinkOutcome; taxonomy: Taxonomy; id: string }> {
    return this.#options.lane.run(() => {
      const { source, what, at } = this.#step(id)
      return this.#put(source, by, `went back to before ${at.slice(0, 16).replace('T', ' ')} (${what})`)
    })
  }

  #compile(source: TaxonomySource): Taxonomy {
    return compileSource(source, hashOf(source), this.#options.context.taxonomy.model)
  }

  /** Writes the taxonomy (null: takes the own one away), remembers what was there, and links all cases anew. */
  async #put(source: TaxonomySource | null, by: string, what: string): Promise<{ outcome: RelinkOutcome; taxonomy: Taxonomy; id: string }> {
    const { driver, context, home, projectRoot } = this.#options
    const before = this.current()
    // Compiled first: a fault leaves all as it is.
    const next = source === null ? null : this.#compile(source)
    const at = new Date().toISOString()
    const id = at.replaceAll(/[:.]/gu, '-')
    mkdirSync(this.#folder, { recursive: true })
    writeFileSync(path.join(this.#folder, `${id}.json`), JSON.stringify({ at, by, what, source: before.isOwn ? before.source : null } satisfies Step))
    const file = ownTaxonomyPath(home)
    if (source === null) rmSync(file, { force: true })
    else {
      writeFileSync(`${file}.new`, writeTaxonomySource(source))
      renameSync(`${file}.new`, file)
    }
    const present = currentSource(projectRoot, home)
    context.taxonomy = next ?? compileSource(present.source, present.hash, context.taxonomy.model)
    return { outcome: await relinkAll(driver, context.taxonomy), taxonomy: context.taxonomy, id }
  }
}

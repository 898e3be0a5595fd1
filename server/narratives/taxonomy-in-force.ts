import { DomainError, UnusableTaxonomyError } from '../errors.ts'
import type { QueryRunner } from '../neo4j/driver.ts'
import { taxonomyInForce, taxonomyStamp } from '../neo4j/queries/taxonomy-in-force.ts'
import type { LinkModel } from './model/link-model.ts'
import { readModel } from './model/model-file.ts'
import { compileSource, shippedModel, type Taxonomy } from './taxonomy.ts'
import { hashOf, readTaxonomySource, shippedSource, type TaxonomySource } from './taxonomy-source.ts'

/** Where whoever links asks for the taxonomy, each time before they begin. */
export interface TaxonomyProvider {
  /** The taxonomy that is in force in the graph just now; the same object as long as nothing changed. */
  current(graph: QueryRunner): Promise<Taxonomy>
}

/** Always the same taxonomy; for tests and measurements. */
export function fixedTaxonomy(taxonomy: Taxonomy): TaxonomyProvider {
  return { current: () => Promise.resolve(taxonomy) }
}

/** The taxonomy in force with the texts of which it is made. */
export interface TaxonomyState {
  taxonomy: Taxonomy
  source: TaxonomySource
  /** Whether people edited it; else it is the one that ships. */
  isOwn: boolean
  /** The edition in force; null where nobody ever edited the taxonomy of this graph. */
  edition: string | null
}

/** The model that was trained on the graph, else the one that ships. UnusableTaxonomyError where the graph’s is of another version. */
function modelOf(content: string | null, projectRoot: string): LinkModel | null {
  if (content === null) return shippedModel(projectRoot)
  try {
    return readModel(content)
  } catch (error) {
    throw new UnusableTaxonomyError(
      'The model that was trained on this graph cannot be used.',
      'It was made by another version of Throughline, which writes models otherwise.',
      'Train it again with `throughline train`, or go back to the model that ships with `throughline train --restore`.',
      error,
    )
  }
}

/** The source of an edition (null: the one that ships), compiled. UnusableTaxonomyError where it does not fit this version. */
function compileEdition(text: string | null, projectRoot: string, model: LinkModel | null): { taxonomy: Taxonomy; source: TaxonomySource } {
  if (text === null) {
    const { source, hash } = shippedSource(projectRoot)
    return { taxonomy: compileSource(source, hash, model), source }
  }
  try {
    const source = readTaxonomySource(text, 'The edited taxonomy')
    return { taxonomy: compileSource(source, hashOf(source), model), source }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    throw new UnusableTaxonomyError(
      'The taxonomy that was edited in this graph does not fit this version of Throughline.',
      error.message,
      'Write it into a file with `throughline taxonomy export FILE`, mend the file and bring it in with `throughline taxonomy import FILE`; or go back to the one that ships with `throughline taxonomy restore`.',
      error,
    )
  }
}

async function readInForce(graph: QueryRunner) {
  const [found] = await graph.run(taxonomyInForce, {})
  if (found === undefined) throw new Error('taxonomyInForce answers with one row, always')
  return found
}

/**
 * The taxonomy of a graph: its newest edition with the model trained on it, where there are any, else those that ship. Other processes may
 * change both: each time it is asked for, one cheap look-up tells whether it is still what was loaded, and what differs is loaded anew.
 */
export class TaxonomyInForce implements TaxonomyProvider {
  readonly #projectRoot: string
  #loaded: { stamp: string; state: TaxonomyState } | null = null

  constructor(projectRoot: string) {
    this.#projectRoot = projectRoot
  }

  async current(graph: QueryRunner): Promise<Taxonomy> {
    return (await this.state(graph)).taxonomy
  }

  /** UnusableTaxonomyError where what the graph holds does not fit this version. */
  async state(graph: QueryRunner): Promise<TaxonomyState> {
    const [stamp] = await graph.run(taxonomyStamp, {})
    if (this.#loaded !== null && stamp !== undefined && this.#loaded.stamp === JSON.stringify([stamp.edition, stamp.model])) return this.#loaded.state
    const { edition, model: version, source: text, content } = await readInForce(graph)
    const known = this.#loaded?.state.taxonomy
    const model = content !== null && known?.model?.version === version ? known.model : modelOf(content, this.#projectRoot)
    const made = compileEdition(text, this.#projectRoot, model)
    // Equal taxonomies are one object: whoever kept what was made with it may go on using that.
    const taxonomy = known?.version === made.taxonomy.version ? known : made.taxonomy
    const state = { taxonomy, source: made.source, isOwn: text !== null, edition }
    this.#loaded = { stamp: JSON.stringify([edition, version]), state }
    return state
  }
}

/**
 * The taxonomy of a graph for one piece of work, with its model or, for whoever makes one, without any. UnusableTaxonomyError where what the
 * graph holds does not fit this version.
 */
export async function loadTaxonomyInForce(graph: QueryRunner, projectRoot: string, { model = 'any' }: { model?: 'any' | 'none' } = {}): Promise<Taxonomy> {
  const { source, content } = await readInForce(graph)
  return compileEdition(source, projectRoot, model === 'none' ? null : modelOf(content, projectRoot)).taxonomy
}

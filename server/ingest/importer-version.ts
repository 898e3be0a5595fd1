import type { EdgeType } from '#graph-schema/relationships.ts'
import type { Taxonomy } from '../narratives/taxonomy.ts'

/** Changes whenever the importer would make something else of the same file; stands on each import and each edge it wrote. */
export const importerVersion = '3'

/** Edges that taxonomy, patterns and model make; all others come from the files and the entity tables alone. */
const linkTypes: ReadonlySet<EdgeType> = new Set<EdgeType>(['CARRIES', 'ABOUT', 'INDICATES', 'PART_OF'])

/** What made an edge of a type: the importer, and for links the taxonomy with its patterns and model. Stored on every edge that is more than a plain fact. */
export type MadeBy = (type: EdgeType) => string

export function madeBy({ version }: Pick<Taxonomy, 'version'>): MadeBy {
  const fact = `importer ${importerVersion}`
  const link = `${fact}, taxonomy ${version}`
  return (type) => (linkTypes.has(type) ? link : fact)
}

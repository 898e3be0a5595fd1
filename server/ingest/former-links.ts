import type { FormerLinks } from '#graph-schema/api/taxonomy.ts'
import type { Taxonomy } from '../narratives/taxonomy.ts'
import type { QueryRunner } from '../neo4j/driver.ts'
import { formerLinks, linkedWith } from '../neo4j/queries/former-links.ts'
import { madeBy } from './importer-version.ts'

/**
 * Whether cases are linked otherwise than with this taxonomy, in part or all of them: after an import or linking anew that was killed and that nobody went on
 * with, and where taxonomy or model came to be others without linking. Null when all are linked with it; that costs one look-up.
 */
export async function formerLinksOf(graph: QueryRunner, taxonomy: Taxonomy): Promise<FormerLinks | null> {
  const [found] = await graph.run(linkedWith, {})
  if (found === undefined || found.version === null || found.version === taxonomy.version) return null
  const [counted] = await graph.run(formerLinks, { madeBy: madeBy(taxonomy)('CARRIES') })
  return { cases: counted?.cases ?? 0 }
}

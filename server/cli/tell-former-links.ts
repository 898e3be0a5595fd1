import { formerLinksWords } from '#graph-schema/api/taxonomy.ts'
import { formerLinksOf } from '../ingest/former-links.ts'
import type { TaxonomyProvider } from '../narratives/taxonomy-in-force.ts'
import type { QueryRunner } from '../neo4j/driver.ts'

/** When links were made with a former edition: that, and the way out; else null. */
export async function formerLinksLine(graph: QueryRunner, inForce: TaxonomyProvider): Promise<string | null> {
  const former = await formerLinksOf(graph, await inForce.current(graph))
  return former === null ? null : `${formerLinksWords(former)} \`throughline link\` links all cases anew.`
}

/** Says it on standard error, beside whatever a command prints. */
export async function tellFormerLinks(graph: QueryRunner, inForce: TaxonomyProvider): Promise<void> {
  const line = await formerLinksLine(graph, inForce)
  if (line !== null) console.error(line)
}

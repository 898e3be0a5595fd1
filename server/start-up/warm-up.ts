import { DomainError } from '../errors.ts'
import type { QueryRunner } from '../neo4j/driver.ts'
import { caseCounts } from '../neo4j/queries/case-counts.ts'
import { caseLinks } from '../neo4j/queries/case-links.ts'
import { corpora } from '../neo4j/queries/corpora.ts'
import { narrativeCatalogue } from '../neo4j/queries/narrative-catalogue.ts'
import { countKinds } from '../neo4j/queries/write/count-kinds.ts'

/**
 * Asks once what the first screen will ask, before the address is told: a database just started plans and compiles each query at its
 * first run, which takes seconds on a slow machine. What goes wrong here is left to the request that really needs it.
 */
export async function warmUp(graph: QueryRunner): Promise<void> {
  const asked = await Promise.allSettled([
    graph.run(countKinds, {}),
    graph.run(caseCounts, {}),
    graph.run(corpora, {}),
    graph.run(narrativeCatalogue, {}),
    graph.run(caseLinks, { from: null, to: null, withRepeats: false }),
  ])
  for (const answer of asked) {
    if (answer.status === 'rejected' && !(answer.reason instanceof DomainError)) throw answer.reason
  }
}

import { inject } from 'vitest'
import { createGraphDriver, type GraphDriver } from '#server/neo4j/driver.ts'
import { createSchema } from '#server/neo4j/ensure-schema.ts'
import { storeTaxonomy } from '#server/narratives/store-taxonomy.ts'
import type { Taxonomy } from '#server/narratives/taxonomy.ts'
import { everything, wipeGraph } from '#server/neo4j/wipe.ts'

/** A driver to the test run's Neo4j, wiped and with its constraints; the caller closes it. */
export async function emptyGraph(): Promise<GraphDriver> {
  const driver = createGraphDriver(inject('neo4j'), { retryMs: 20_000 })
  await createSchema(driver)
  await wipeGraph(driver, everything)
  return driver
}

/** Wipes cases and imports, so that the taxonomy is all that an import meets. */
export async function nothingButTaxonomy(driver: GraphDriver, taxonomy: Taxonomy): Promise<void> {
  await wipeGraph(driver)
  await storeTaxonomy(driver, taxonomy)
}

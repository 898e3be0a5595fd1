import { inject } from 'vitest'
import { createGraphDriver, type GraphDriver } from '#server/neo4j/driver.ts'
import { createSchema } from '#server/neo4j/ensure-schema.ts'
import { everything, wipeGraph } from '#server/neo4j/wipe.ts'

/** A driver to the test run's Neo4j, wiped and with its constraints; the caller closes it. */
export async function emptyGraph(): Promise<GraphDriver> {
  const driver = createGraphDriver(inject('neo4j'), { retryMs: 20_000 })
  await createSchema(driver)
  await wipeGraph(driver, everything)
  return driver
}

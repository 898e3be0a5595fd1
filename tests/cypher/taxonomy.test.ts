import neo4j from 'neo4j-driver'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { graphHash } from '#server/analysis/graph-hash.ts'
import { importRecords } from '#server/ingest/import-records.ts'
import { storeTaxonomy } from '#server/narratives/store-taxonomy.ts'
import { buildTaxonomy, loadTaxonomy, type Taxonomy } from '#server/narratives/taxonomy.ts'
import type { GraphDriver } from '#server/neo4j/driver.ts'
import { wipeGraph } from '#server/neo4j/wipe.ts'
import { findProjectRoot } from '#server/project-root.ts'
import { syntheticImport } from '#tests/builders/synthetic-import.ts'
import { syntheticRecords } from '#tests/builders/synthetic-records.ts'
import { emptyGraph } from '#tests/setup/graph.ts'

const full = loadTaxonomy(findProjectRoot())
const deepState = 'narrative:deep-state'

/** The taxonomy of another day: without one narrative, and with a sub-narrative under another head. */
function without(dropped: string, version: string): Taxonomy {
  const heads = full.narratives.filter(({ head, id }) => head === null && id !== dropped)
  return buildTaxonomy(
    {
      topics: full.topics.slice(1),
      techniques: full.techniques,
      narratives: full.narratives.filter(({ id }) => id !== dropped).map((entry) => (entry.head === dropped ? { ...entry, head: heads[0]?.id ?? null } : entry)),
    },
    full.patterns.filter(({ id }) => id !== dropped),
    full.model,
    version,
  )
}

let driver: GraphDriver
const { uri, user, password, database } = inject('neo4j')
const raw = neo4j.driver(uri, neo4j.auth.basic(user, password))
const ask = async (cypher: string, params: Record<string, unknown> = {}) => (await raw.executeQuery(cypher, params, { database })).records.map((record) => record.toObject())

beforeAll(async () => {
  driver = await emptyGraph()
})
beforeEach(async () => {
  await wipeGraph(driver)
  await storeTaxonomy(driver, full)
})
afterAll(async () => {
  await driver.close()
  await raw.close()
})

describe('a taxonomy that lost an entry', () => {
  it('is in the graph as if the entry had never been', async () => {
    const next = without(deepState, 'next')
    await importRecords(driver, syntheticImport(syntheticRecords(60)), full)
    expect(await ask('MATCH (:Case)-[r:CARRIES]->({id: $id}) RETURN count(r) > 0 AS some', { id: deepState })).toEqual([{ some: true }])
    await storeTaxonomy(driver, next)
    expect(await ask('MATCH (n {id: $id}) RETURN n.id AS id', { id: deepState })).toEqual([])
    expect(await ask('MATCH (n:Topic {id: $id}) RETURN n.id AS id', { id: full.topics[0]?.id ?? '' })).toEqual([])
    await wipeGraph(driver)
    await storeTaxonomy(driver, full)
    await storeTaxonomy(driver, next)
    const retired = await graphHash(driver)
    await wipeGraph(driver)
    await storeTaxonomy(driver, next)
    expect(retired).toBe(await graphHash(driver))
  })

  it('leaves a node of somebody else with the same label alone', async () => {
    await ask("MERGE (:Narrative {id: 'narrative:of-another-program'})")
    await storeTaxonomy(driver, without(deepState, 'next'))
    expect(await ask("MATCH (n {id: 'narrative:of-another-program'}) DELETE n RETURN 1 AS one")).toHaveLength(1)
  })
})

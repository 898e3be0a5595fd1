import neo4j, { type Driver } from 'neo4j-driver'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { domainEdges } from '#graph-schema/relationships.ts'
import type { GraphDriver } from '#server/neo4j/driver.ts'
import { queries } from '#server/neo4j/queries/index.ts'
import { beginChunk } from '#server/neo4j/queries/write/import-batch.ts'
import { syntheticGraph } from './synthetic-graph.ts'
import { writeGraph } from './write-graph.ts'

let graph: GraphDriver
let raw: Driver

beforeAll(async () => {
  const synthetic = syntheticGraph()
  // Names are unknown to the server until something bears them; then a misspelt one is the only unknown left.
  expect(new Set(synthetic.edges.map((edge) => edge.type))).toEqual(new Set(domainEdges.map((edge) => edge.type)))
  graph = await writeGraph(synthetic)
  await graph.run(beginChunk, { id: 'chunk:explained', taxonomy: 'any' })
  const { uri, user, password } = inject('neo4j')
  raw = neo4j.driver(uri, neo4j.auth.basic(user, password))
})

afterAll(async () => {
  await raw.close()
  await graph.close()
})

async function explain(cypher: string) {
  const { summary } = await raw.executeQuery(`EXPLAIN ${cypher}`, {}, { database: inject('neo4j').database })
  return summary
}

const unknownName = /UnknownLabel|UnknownRelationshipType|UnknownPropertyKey/u

describe('every query', () => {
  it.each(queries.map((query) => [query.name, query] as const))('%s names nothing that the graph does not have, and reads only if it says so', async (_name, query) => {
    const summary = await explain(query.cypher)
    const unknown = summary.notifications.filter((one) => unknownName.test(one.code))
    expect(unknown.map((one) => one.description)).toEqual([])
    if (query.access === 'read') expect(['r', 's']).toContain(summary.queryType)
    else expect(summary.queryType).not.toBe('r')
  })

  it('has a name of its own', () => {
    expect(new Set(queries.map((query) => query.name)).size).toBe(queries.length)
  })

  it('would be caught with a misspelt name', async () => {
    const notifications = await Promise.all(
      ['MATCH (n:Entitie) RETURN n.id', 'MATCH (:Case)-[:CARIES]->(n) RETURN n.id', 'MATCH (n:Case) RETURN n.publishedAt'].map(async (cypher) => (await explain(cypher)).notifications),
    )
    for (const found of notifications) expect(found.some((one) => unknownName.test(one.code))).toBe(true)
  })
})

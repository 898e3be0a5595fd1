// The measure that we are held against: the same rows through neo4j-driver with UNWIND and MERGE, one session, no layers of ours and no
// provenance: edges say nothing of why they are there, and no import is recorded. Nodes have the same properties, the searched text
// included, so that both sides end up queryable. tests/ may use the driver.
import neo4j, { type Driver } from 'neo4j-driver'
import type { ChunkPlan } from '#server/ingest/plan-chunk.ts'
import { searchTextOf } from '#server/ingest/search-text.ts'
import type { Connection } from '#server/neo4j/driver.ts'

export interface Bare {
  driver: Driver
  /** Runs one read and consumes it. */
  read(cypher: string, params: Record<string, unknown>): Promise<number>
  /** Writes the nodes and edges of plans, a transaction each. */
  write(plans: readonly ChunkPlan[]): Promise<void>
  close(): Promise<void>
}

const merged = (label: string) => `UNWIND $rows AS row MERGE (n:Entity {id: row.id}) SET n:${label}, n += row.properties`

/** Opens a plain driver and session. */
export function openBare({ uri, user, password, database }: Connection): Bare {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password))
  return {
    driver,
    async read(cypher, params) {
      const session = driver.session({ database, defaultAccessMode: neo4j.session.READ })
      try {
        const { records } = await session.run(cypher, params)
        return records.length
      } finally {
        await session.close()
      }
    },
    async write(plans) {
      const session = driver.session({ database })
      try {
        for (const plan of plans) {
          await session.executeWrite(async (tx) => {
            const cases = plan.cases.map(({ id, publishedOn, ...properties }) => ({ id, publishedOn, properties: { ...properties, searchText: searchTextOf('Case', properties.name, properties) } }))
            await tx.run('UNWIND $rows AS row MERGE (n:Entity {id: row.id}) SET n:Case, n += row.properties, n.publishedOn = date(row.publishedOn)', { rows: cases })
            for (const kind of new Set(plan.nodes.map((node) => node.kind))) {
              const rows = plan.nodes.filter((node) => node.kind === kind).map(({ id, name, properties }) => ({ id, properties: { ...properties, name, searchText: searchTextOf(kind, name, properties) } }))
              await tx.run(merged(kind), { rows })
            }
            for (const type of new Set(plan.edges.map((edge) => edge.type))) {
              const rows = plan.edges.filter((edge) => edge.type === type).map(({ from, to }) => ({ from, to }))
              await tx.run(`UNWIND $rows AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) MERGE (a)-[:${type}]->(b)`, { rows })
            }
          })
        }
      } finally {
        await session.close()
      }
    },
    close: () => driver.close(),
  }
}

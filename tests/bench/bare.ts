// The measure that we are held against: the same rows, ready in memory, through neo4j-driver with UNWIND and MERGE, one session, no layers of
// ours: nothing is looked up, planned, linked or settled. tests/ may use the driver.
import neo4j, { type Driver } from 'neo4j-driver'
import type { CaseRecord } from '#server/ingest/case-record.ts'
import type { MadeBy } from '#server/ingest/importer-version.ts'
import type { ChunkPlan } from '#server/ingest/plan-chunk.ts'
import { searchTextOf } from '#server/ingest/search-text.ts'
import { packRecord } from '#server/ingest/stored-record.ts'
import type { Connection } from '#server/neo4j/driver.ts'
import { toStoredReasons } from '#server/neo4j/edge-reasons.ts'

export interface Bare {
  driver: Driver
  /** Runs one read and consumes it. */
  read(cypher: string, params: Record<string, unknown>): Promise<number>
  /** Runs these statements, a transaction for each list of them. */
  write(chunks: readonly Statement[][]): Promise<void>
  close(): Promise<void>
}

/** One statement with its rows. */
export interface Statement {
  cypher: string
  rows: Record<string, unknown>[]
}

/**
 * What an import stores, as statements a chunk. `whole`: the same graph that ours writes, edges with their reasons and each case with the edge
 * that leads back to its row. Else nodes and naked edges: nothing says why an edge is there, nor where a case came from.
 */
export function bareStatements(plans: readonly ChunkPlan[], chunks: readonly (readonly CaseRecord[])[], versionOf: MadeBy, batch: string, { whole }: { whole: boolean }): Statement[][] {
  return plans.map((plan, index): Statement[] => {
    const cases = plan.cases.map(({ id, publishedOn, ...properties }) => ({ id, publishedOn, properties: { ...properties, searchText: searchTextOf('Case', properties.name, properties) } }))
    const records = chunks[index] ?? []
    const statements: Statement[] = [{ cypher: 'UNWIND $rows AS row MERGE (n:Entity {id: row.id}) SET n:Case, n += row.properties, n.publishedOn = date(row.publishedOn)', rows: cases }]
    for (const kind of new Set(plan.nodes.map((node) => node.kind))) {
      const rows = plan.nodes.filter((node) => node.kind === kind).map(({ id, name, properties }) => ({ id, properties: { ...properties, name, searchText: searchTextOf(kind, name, properties) } }))
      statements.push({ cypher: `UNWIND $rows AS row MERGE (n:Entity {id: row.id}) SET n:${kind}, n += row.properties`, rows })
    }
    for (const type of new Set(plan.edges.map((edge) => edge.type))) {
      const rows = plan.edges.filter((edge) => edge.type === type).map((edge) => ({ from: edge.from, to: edge.to, ...(whole ? { reasons: toStoredReasons(edge, versionOf(type)) } : {}) }))
      statements.push({ cypher: `UNWIND $rows AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) MERGE (a)-[r:${type}]->(b)${whole ? ' SET r = row.reasons' : ''}`, rows })
    }
    if (whole) {
      const rows = plan.provenance.map(({ caseId, row, raw }, at) => ({ caseId, row: neo4j.int(row), raw, record: records[at] === undefined ? '' : packRecord(records[at]), batch }))
      statements.push({ cypher: 'UNWIND $rows AS row MATCH (c:Case {id: row.caseId}) MERGE (b:ImportBatch {id: row.batch}) MERGE (c)-[r:IMPORTED_BY {row: row.row}]->(b) SET r.raw = row.raw, r.record = row.record', rows })
    }
    return statements
  })
}

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
    async write(chunks) {
      const session = driver.session({ database })
      try {
        for (const statements of chunks) {
          await session.executeWrite(async (tx) => {
            for (const { cypher, rows } of statements) await tx.run(cypher, { rows })
          })
        }
      } finally {
        await session.close()
      }
    },
    close: () => driver.close(),
  }
}

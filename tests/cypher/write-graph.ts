import neo4j from 'neo4j-driver'
import { inject } from 'vitest'
import { domainKinds } from '#graph-schema/node-kinds/index.ts'
import { domainEdges } from '#graph-schema/relationships.ts'
import { plainPlan } from '#server/ingest/batch-id.ts'
import type { GraphDriver } from '#server/neo4j/driver.ts'
import { toStoredReasons } from '#server/neo4j/edge-reasons.ts'
import { emptyGraph } from '#tests/setup/graph.ts'
import { completeBatch, selectedBatch, type SyntheticGraph } from './synthetic-graph.ts'

const corpora = [
  {
    id: 'corpus:synthetic-complete', name: 'Synthetic, complete', sampling: 'complete', periodFrom: '2019-01-01', periodTo: '2019-06-30',
    gaps: ['made up'], licence: 'none', disclaimer: 'Synthetic.', description: 'Made by a test.',
    batch: { id: completeBatch, name: 'complete.csv', sha256: 'a'.repeat(64), startedAt: '2024-01-01T00:00:00.000Z' },
  },
  {
    id: 'corpus:synthetic-selected', name: 'Synthetic, selected', sampling: 'selected', periodFrom: null, periodTo: null,
    gaps: [], licence: null, disclaimer: null, description: 'Made by a test.',
    asImported: JSON.stringify({ name: 'Synthetic', sampling: 'selected', periodFrom: null, periodTo: null, gaps: [], licence: null, disclaimer: null, description: '' }),
    batch: { id: selectedBatch, name: 'selected.json', sha256: 'b'.repeat(64), startedAt: '2024-02-01T00:00:00.000Z' },
  },
]

const integers = (properties: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, typeof value === 'number' ? neo4j.int(value) : value]))

/** An empty database with the synthetic graph in it, in the form in which the writer stores it. The caller closes the driver. */
export async function writeGraph(graph: SyntheticGraph): Promise<GraphDriver> {
  const graphDriver = await emptyGraph()
  const { uri, user, password, database } = inject('neo4j')
  const raw = neo4j.driver(uri, neo4j.auth.basic(user, password))
  const runCypher = (cypher: string, params: Record<string, unknown> = {}) => raw.executeQuery(cypher, params, { database })
  for (const { kind } of domainKinds) {
    const rows = graph.nodes.filter((node) => node.kind === kind).map(({ id, name, properties }) => ({ id, name, properties: integers(properties), day: properties['publishedOn'] ?? null }))
    await runCypher(`UNWIND $rows AS row MERGE (n:Entity {id: row.id}) SET n:${kind}, n += row.properties, n.name = row.name, n.publishedOn = date(row.day)`, { rows })
  }
  for (const { type } of domainEdges) {
    const rows = graph.edges.filter((edge) => edge.type === type).map((edge) => ({ from: edge.from, to: edge.to, reasons: toStoredReasons(edge, 'synthetic 1') }))
    await runCypher(
      `UNWIND $rows AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) MERGE (a)-[r:${type}]->(b) SET r = row.reasons`,
      { rows },
    )
  }
  for (const { batch, ...corpus } of corpora) {
    await runCypher(
      `MERGE (k:Corpus {id: $corpus.id}) SET k += $corpus
       MERGE (b:ImportBatch {id: $batch.id})
       SET b += $batch, b.format = 'synthetic', b.importerVersion = '0', b.status = 'done', b.finishedAt = b.startedAt,
         b.read = 3, b.accepted = 2, b.merged = 1, b.rejected = 0, b.problems = '[]', b.problemCount = 0, b.cleanings = '[]', b.columns = '[]', b.plan = $plan
       MERGE (b)-[:OF_CORPUS]->(k)`,
      { corpus, batch, plan: JSON.stringify(plainPlan('synthetic')) },
    )
  }
  const rows = [...graph.importedBy].flatMap(([id, batches], index) => batches.map((batch) => ({ id, batch, row: neo4j.int(index + 1) })))
  await runCypher(`UNWIND $rows AS row MATCH (c:Case {id: row.id}) MATCH (b:ImportBatch {id: row.batch}) MERGE (c)-[r:IMPORTED_BY {row: row.row}]->(b) SET r.raw = '{"title":"Synthetic"}', r.record = '{"source":"synthetic","title":"Synthetic"}'`, { rows })
  await runCypher("MERGE (v:SavedView {id: 'view:0123456789abcdef'}) SET v.name = v.id, v.content = '{}', v.savedAt = '2024-01-01T00:00:00.000Z'")
  await runCypher("MERGE (d:Decision {id: 'decision:synthetic'}) SET d.caseId = 'case:synthetic/none', d.titleId = 'case:synthetic/none-by-title', d.narrativeId = 'narrative:none', d.coder = 'Synthetic', d.role = 'coding', d.verdict = 'skipped', d.decidedAt = '2024-01-01T00:00:00.000Z', d.note = 'synthetic'")
  await runCypher("MERGE (e:TaxonomyEdition {id: 'edition:2024-01-01-000001'}) SET e.number = 1, e.at = '2024-01-01T00:00:00.000Z', e.by = 'Synthetic', e.what = 'synthetic', e.source = 'synthetic'")
  await runCypher("MERGE (m:TrainedModel {id: 'model:trained-here'}) SET m.version = 'synthetic', m.content = '', m.trainedAt = '2024-01-01T00:00:00.000Z'")
  await runCypher("MERGE (r:RejectedCandidate {id: 'rejected-candidate:synthetic'}) SET r.at = '2024-01-01T00:00:00.000Z', r.by = 'Synthetic', r.caseIds = ['case:synthetic/none']")
  // Names that only rows to decide bear: known to the server from now on, and borne by nothing.
  await runCypher('MATCH ()-[r:IMPORTED_BY]->(b) WITH r, b LIMIT 1 SET r.byTitle = true, r.sameAs = "", r.candidates = [""], r.decided = "", b.byTitle = true REMOVE r.byTitle, r.sameAs, r.candidates, r.decided, b.byTitle')
  await runCypher("MERGE (lock:ImportLock {id: 'lock:import'}) SET lock.holder = 'synthetic'")
  await runCypher('CALL db.awaitIndexes()')
  await raw.close()
  return graphDriver
}

import { createHash } from 'node:crypto'
import type { QueryRunner } from '../neo4j/driver.ts'
import { allEdges, allNodes } from '../neo4j/queries/graph-contents.ts'

/** Properties that say when and how something was done, not what the graph states. */
const times = new Set(['startedAt', 'finishedAt', 'savedAt', 'holder', 'linkedWith'])

/** Records of how an import was cut up; they differ between orders although what is stated is the same. */
const bookkeeping = new Set(['ImportChunk', 'ImportLock'])

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical).map((item) => JSON.stringify(item)).sort()
  if (value !== null && typeof value === 'object') {
    return Object.entries(value).filter(([key]) => !times.has(key)).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, canonical(inner)])
  }
  return value
}

/**
 * A hash of all that the graph states: two graphs with the same hash hold the same nodes and edges with the same properties,
 * lists compared as sets, times left out. `scope: 'domain'` leaves out imports too, so that the same cases from other files compare equal.
 */
export async function graphHash(runner: QueryRunner, scope: 'all' | 'domain' = 'all'): Promise<string> {
  const nodes = (await runner.run(allNodes, {})).filter(
    (node) => !node.labels.some((label) => bookkeeping.has(label)) && (scope === 'all' || node.labels.includes('Entity')),
  )
  const kept = new Set(nodes.map((node) => node.id))
  const edges = (await runner.run(allEdges, {})).filter((edge) => kept.has(edge.from) && kept.has(edge.to))
  const lines = [
    ...nodes.map((node) => JSON.stringify(['n', node.id, [...node.labels].sort(), canonical(node.properties)])),
    ...edges.map((edge) => JSON.stringify(['e', edge.from, edge.type, edge.to, canonical(edge.properties)])),
  ].sort()
  const hash = createHash('sha256')
  for (const line of lines) hash.update(line).update('\n')
  return hash.digest('hex')
}

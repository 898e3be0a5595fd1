import type { Taxonomy } from '../narratives/taxonomy.ts'
import type { QueryRunner } from '../neo4j/driver.ts'
import { readEvidence } from '../neo4j/edge-reasons.ts'
import { decisionsOn } from '../neo4j/queries/decisions-on.ts'
import { knownCases, knownEdges } from '../neo4j/queries/write/known-cases.ts'
import type { CaseRecord } from './case-record.ts'
import { type KnownState, lookupKeys } from './plan-chunk.ts'

/** What the graph holds of the cases in these records, and what people decided on them. */
export async function readKnown(tx: QueryRunner, records: readonly CaseRecord[], taxonomy: Taxonomy): Promise<KnownState> {
  const { ids, titleKeys, aliases: ownAliases } = lookupKeys(records, taxonomy)
  const cases = await tx.run(knownCases, { ids, titleKeys })
  const decisions = await tx.run(decisionsOn, { ids: [...new Set([...ids, ...ownAliases, ...cases.flatMap(({ id, aliases }) => [id, ...aliases])])] })
  if (cases.length === 0) return { cases, edges: [], decisions }
  const edges = await tx.run(knownEdges, { ids: cases.map((one) => one.id) })
  return { cases, edges: edges.map((edge) => ({ ...edge, evidence: readEvidence(edge.type, edge.evidence) })), decisions }
}

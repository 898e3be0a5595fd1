import type { QueryRunner } from '../neo4j/driver.ts'
import { rejectedCandidates } from '../neo4j/queries/rejected-candidates.ts'
import { rejectCandidate, takeCandidateBack } from '../neo4j/queries/write/rejected-candidates.ts'
import { sha256 } from '../sha256.ts'

/** Two groups are the same proposal when they share at least so much of all their cases (Jaccard). */
const sameShare = 0.5

const idOf = (caseIds: readonly string[]) => `rejected-candidate:${sha256(JSON.stringify([...caseIds].sort())).slice(0, 24)}`

/** Whether a group of cases is mostly one that was rejected. */
export type RejectedTest = (caseIds: readonly string[]) => boolean

/** Keeps that a group of cases is no narrative. Resolves with how many such groups there are. */
export async function keepRejected(graph: QueryRunner, by: string, caseIds: readonly string[], now: Date = new Date()): Promise<number> {
  const [row] = await graph.run(rejectCandidate, { row: { id: idOf(caseIds), at: now.toISOString(), by, caseIds: [...caseIds] } })
  return row?.count ?? 0
}

/** Takes that back. Resolves with how many groups are left. */
export async function takeRejectedBack(graph: QueryRunner, caseIds: readonly string[]): Promise<number> {
  const [row] = await graph.run(takeCandidateBack, { id: idOf(caseIds) })
  return row?.count ?? 0
}

/** The test for groups that were rejected. Pure. */
export function rejectedTest(groups: readonly (readonly string[])[]): RejectedTest {
  const rejected = groups.map((caseIds) => new Set(caseIds))
  return (caseIds) =>
    rejected.some((other) => {
      const shared = caseIds.filter((id) => other.has(id)).length
      return shared / (caseIds.length + other.size - shared) >= sameShare
    })
}

/** The same, for what was rejected in this graph. */
export async function readRejected(graph: QueryRunner): Promise<RejectedTest> {
  return rejectedTest((await graph.run(rejectedCandidates, {})).map(({ caseIds }) => caseIds))
}

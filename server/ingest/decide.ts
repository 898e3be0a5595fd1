import type { z } from 'zod'
import type { decisionKind } from '#graph-schema/node-kinds/decision.ts'
import { NotFoundError } from '../errors.ts'
import type { Decision } from '../narratives/decisions.ts'
import type { Taxonomy } from '../narratives/taxonomy.ts'
import type { GraphDriver, QueryRunner } from '../neo4j/driver.ts'
import { decisionsOn } from '../neo4j/queries/decisions-on.ts'
import { linkableCases } from '../neo4j/queries/linkable-cases.ts'
import { deleteDecisions, writeDecisions } from '../neo4j/queries/write/decisions.ts'
import { beginChunk } from '../neo4j/queries/write/import-batch.ts'
import { sha256 } from '../sha256.ts'
import { titleCaseId } from './case-record.ts'
import { type LinkChange, relinkCases } from './relink.ts'

/** What somebody says of a link. */
export type Saying = Pick<z.output<(typeof decisionKind)['properties']>, 'caseId' | 'narrativeId' | 'coder' | 'role' | 'verdict' | 'note'>

/** The id of a decision: one a link and coder, and one settlement a link. */
export function decisionId({ caseId, narrativeId, coder, role }: Pick<Saying, 'caseId' | 'narrativeId' | 'coder' | 'role'>): string {
  return `decision:${sha256(JSON.stringify([caseId, narrativeId, role === 'settlement' ? null : coder])).slice(0, 24)}`
}

/** What deciding did: the decisions as they stood before (null: there was none), by which it can be taken back, and the links that changed. */
export interface Decided {
  before: { id: string; decision: Decision | null }[]
  changes: LinkChange[]
}

/**
 * Keeps decisions and gives the links their tiers, in one transaction. Throws NotFoundError where a case is not in the graph or a narrative
 * not in the taxonomy; then nothing is kept.
 */
export function decide(driver: GraphDriver, sayings: readonly Saying[], taxonomy: Taxonomy, now: Date = new Date()): Promise<Decided> {
  return driver.write(async (tx) => {
    await tx.run(beginChunk, { id: `decide:${now.toISOString()}`, taxonomy: taxonomy.version })
    const cases = new Map((await tx.run(linkableCases, { ids: [...new Set(sayings.map(({ caseId }) => caseId))] })).map((one) => [one.id, one]))
    const rows = sayings.map((saying): Decision => {
      const subject = cases.get(saying.caseId)
      if (subject === undefined) throw new NotFoundError(`There is no case “${saying.caseId}” in this graph.`)
      if (!taxonomy.narratives.some(({ id }) => id === saying.narrativeId)) throw new NotFoundError(`There is no narrative “${saying.narrativeId}”.`)
      return { ...saying, id: decisionId(saying), titleId: subject.publishedOn === null ? null : titleCaseId(subject.title, subject.publishedOn, subject.source), decidedAt: now.toISOString() }
    })
    const before = await standing(tx, rows)
    await tx.run(writeDecisions, { rows })
    return { before, changes: await relinkCases(tx, [...cases.keys()], taxonomy) }
  })
}

async function standing(tx: QueryRunner, rows: readonly Decision[]): Promise<Decided['before']> {
  const known = new Map((await tx.run(decisionsOn, { ids: rows.map(({ caseId }) => caseId) })).map((one) => [one.id, one]))
  return rows.map(({ id }) => ({ id, decision: known.get(id) ?? null }))
}

/** Takes decisions back to what stood before them. */
export function takeBack(driver: GraphDriver, before: Decided['before'], caseIds: readonly string[], taxonomy: Taxonomy): Promise<LinkChange[]> {
  return driver.write(async (tx) => {
    await tx.run(beginChunk, { id: `take-back:${before.map(({ id }) => id).join()}`.slice(0, 200), taxonomy: taxonomy.version })
    await tx.run(deleteDecisions, { ids: before.filter(({ decision }) => decision === null).map(({ id }) => id) })
    await tx.run(writeDecisions, { rows: before.flatMap(({ decision }) => decision ?? []) })
    return relinkCases(tx, caseIds, taxonomy)
  })
}

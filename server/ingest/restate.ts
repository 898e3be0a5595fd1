import { z } from 'zod'
import { kindOfId } from '#graph-schema/node-kinds/index.ts'
import { BadInputError } from '../errors.ts'
import type { Taxonomy } from '../narratives/taxonomy.ts'
import type { QueryRunner } from '../neo4j/driver.ts'
import { writeStatements } from '../neo4j/queries/write/import-batch.ts'
import { renameCases } from '../neo4j/queries/write/merge-nodes.ts'
import * as undo from '../neo4j/queries/write/undo.ts'
import { writeCaseNodes } from './case-rows.ts'
import type { CaseRecord } from './case-record.ts'
import { madeBy } from './importer-version.ts'
import { readKnown } from './known-state.ts'
import { type ChunkPlan, planChunk } from './plan-chunk.ts'
import { packRecord, unpackRecord } from './stored-record.ts'
import { dropEdges, writeEdges } from './write-nodes.ts'

/** A row that some import states of a case, with the record that it makes. */
export interface Statement {
  caseId: string
  batch: string
  row: number
  raw: string
  /** As its file has it. */
  own: CaseRecord
  /** The same, with the address of the case that it was found to mean. */
  record: CaseRecord
  byTitle: boolean | null
  sameAs: string | null
  candidates: string[] | null
  decided: string | null
}

/** A stored statement with its record. BadInputError where it was written before records were kept. */
export function statementOf({ record: packed, ...one }: z.output<typeof undo.statementsOf.row>): Statement {
  if (packed === null) {
    throw new BadInputError(`The import ${one.batch} was made by a Throughline that did not keep what undoing needs. Import its file again; after that it can be undone.`)
  }
  const own = unpackRecord(packed, one.row, z.record(z.string(), z.string()).parse(JSON.parse(one.raw)))
  return { ...one, own, record: one.sameAs === null ? own : { ...own, sourceUrl: one.sameAs } }
}

/**
 * Makes cases anew from what is stated of them: as if they had never been there and these statements came in now. `affected` are the cases
 * to make anew, `staying` all that is stated of them; rows without address join a case of their day only where that was settled. Tells what it planned, and the edges that left these cases before.
 */
export async function restate(tx: QueryRunner, affected: readonly string[], staying: readonly Statement[], taxonomy: Taxonomy) {
  const before = await tx.run(undo.edgesOfCases, { ids: [...affected] })
  const records = staying.map((one) => one.record)
  const isAffected = new Set(affected)
  const known = await readKnown(tx, records, taxonomy)
  const plan = planChunk(records, { cases: known.cases.filter((one) => !isAffected.has(one.id)), edges: known.edges.filter((edge) => !isAffected.has(edge.from)), decisions: known.decisions }, taxonomy, { joinsByDay: false })
  const { renames, gone } = succession(affected, staying, plan, new Set(known.cases.map((one) => one.id)))

  if (renames.size > 0) await tx.run(renameCases, { rows: [...renames].map(([from, to]) => ({ from, to })) })
  if (plan.renames.length > 0) await tx.run(renameCases, { rows: plan.renames })
  await moveStatements(tx, staying, plan, renames)
  await tx.run(undo.deleteCases, { ids: gone })
  await writeCaseNodes(tx, plan.cases)

  const renamed = new Map([...plan.renames.map(({ from, to }): [string, string] => [from, to]), ...renames])
  const nowCalled = (id: string) => renamed.get(id) ?? id
  const standing = new Set(plan.edges.map((edge) => `${edge.from}|${edge.type}|${edge.to}`))
  const isGone = new Set(gone)
  const dropped = before
    .map((edge) => ({ ...edge, from: nowCalled(edge.from), to: nowCalled(edge.to) }))
    .filter((edge) => !isGone.has(edge.from) && !isGone.has(edge.to) && !standing.has(`${edge.from}|${edge.type}|${edge.to}`))
  await dropEdges(tx, [...dropped, ...plan.dropped])
  await writeEdges(tx, plan.edges.filter((edge) => kindOfId(edge.from) === 'Case'), madeBy(taxonomy))
  return { plan, before }
}

/**
 * What becomes of each node: it stays where one of its records still makes a case of its id, goes on under another id where they make a new
 * one, and goes where nothing is left of it.
 */
function succession(affected: readonly string[], staying: readonly Statement[], plan: ChunkPlan, present: ReadonlySet<string>): { renames: Map<string, string>; gone: string[] } {
  const planned = new Set(plan.cases.map((one) => one.id))
  const isAffected = new Set(affected)
  const heirs = new Map<string, Set<string>>()
  for (const [index, { caseId }] of staying.entries()) {
    const to = plan.provenance[index]?.caseId
    if (to !== undefined) heirs.set(caseId, (heirs.get(caseId) ?? new Set()).add(to))
  }
  const renames = new Map<string, string>()
  const taken = new Set<string>()
  const gone: string[] = []
  for (const id of affected) {
    const own = heirs.get(id) ?? new Set()
    if (own.has(id) || (own.size === 0 && planned.has(id))) continue
    const heir = [...own].find((to) => !taken.has(to) && !isAffected.has(to) && !present.has(to))
    if (heir === undefined) gone.push(id)
    else {
      taken.add(heir)
      renames.set(id, heir)
    }
  }
  return { renames, gone }
}

/** Lets each remaining row state the case that it now makes. */
async function moveStatements(tx: QueryRunner, staying: readonly Statement[], plan: ChunkPlan, renames: ReadonlyMap<string, string>): Promise<void> {
  const moving = staying.flatMap((one, index) => {
    const from = renames.get(one.caseId) ?? one.caseId
    const to = plan.provenance[index]?.caseId ?? from
    return from === to ? [] : [{ ...one, from, to }]
  })
  if (moving.length === 0) return
  await tx.run(undo.dropStatements, { rows: moving.map(({ from, batch, row }) => ({ caseId: from, batch, row })) })
  // The cases they move to may be new: these must be there first.
  await writeCaseNodes(tx, plan.cases)
  for (const batch of new Set(moving.map((one) => one.batch))) {
    const rows = moving.filter((one) => one.batch === batch)
    await tx.run(writeStatements, { batch, rows: rows.map(({ to, row, raw, own, byTitle, sameAs, candidates, decided }) => ({ caseId: to, row, raw, record: packRecord(own), byTitle, sameAs, candidates, decided })) })
  }
}

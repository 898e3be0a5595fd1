import { z } from 'zod'
import type { Job } from '#graph-schema/api/jobs.ts'
import { kindOfId, nodeKindSchema } from '#graph-schema/node-kinds/index.ts'
import type { Taxonomy } from '../narratives/taxonomy.ts'
import type { GraphDriver, QueryRunner } from '../neo4j/driver.ts'
import { beginChunk } from '../neo4j/queries/write/import-batch.ts'
import * as undo from '../neo4j/queries/write/undo.ts'
import type { CaseRecord } from './case-record.ts'
import { relinkAll } from './relink.ts'
import { restate, type Statement, statementOf } from './restate.ts'
import { searchTextOf } from './search-text.ts'
import { settleAll } from './settle.ts'
import { unpackRecord } from './stored-record.ts'

/** Cases that one transaction takes out and makes again. */
const casesPerStep = 200

/** What an undoing did. */
export type Undone = NonNullable<Job['undone']>

/**
 * Takes an import out of the graph: its cases are taken out and what other imports state of them is brought in again, as if they had been
 * alone all the time (`docs/decisions/022-undo-states-again.md`). Step by step, each in one transaction: may be killed or stopped at any moment and run again.
 */
export async function undoImport(driver: GraphDriver, batch: string, taxonomy: Taxonomy, options: { signal?: AbortSignal; onProgress?: (done: number, all: number) => void } = {}): Promise<Undone> {
  const [begun] = await driver.run(undo.beginUndo, { id: batch, taxonomy: taxonomy.version })
  const all = begun?.rows ?? 0
  const total: Undone = { casesDeleted: 0, casesKept: 0, casesKnownByTitle: 0, entitiesDeleted: 0 }
  for (let done = 0; ; ) {
    options.signal?.throwIfAborted()
    const step = await driver.write((tx) => undoSome(tx, batch, taxonomy))
    if (step === null) break
    for (const key of ['casesDeleted', 'casesKept', 'casesKnownByTitle', 'entitiesDeleted'] as const) total[key] += step[key]
    done += step.rows
    options.onProgress?.(done, all)
  }
  // Cases that stay were stated again by a part that was done under another edition.
  if (begun?.isOtherwiseLinked === true) await relinkAll(driver, taxonomy, { signal: options.signal })
  await driver.run(undo.endUndo, { id: batch })
  return total
}

async function undoSome(tx: QueryRunner, batch: string, taxonomy: Taxonomy): Promise<(Undone & { rows: number }) | null> {
  await tx.run(beginChunk, { id: `undo:${batch}`, taxonomy: taxonomy.version })
  const touched = (await tx.run(undo.someCasesOf, { id: batch, limit: casesPerStep })).map(({ id }) => id)
  if (touched.length === 0) return null
  const affected = [...touched, ...(await tx.run(undo.dependentCases, { ids: touched })).map(({ id }) => id)]
  const isTouched = new Set(touched)
  const stated = (await tx.run(undo.statementsOf, { ids: affected })).map(statementOf)
  const leaving = stated.filter((one) => one.batch === batch && isTouched.has(one.caseId))
  const staying = stated.filter((one) => !leaving.includes(one))
  await tx.run(undo.dropStatements, { rows: leaving.map(({ caseId, row }) => ({ caseId, batch, row })) })
  const { plan, before } = await restate(tx, affected, staying, taxonomy)
  const days = [...new Set(stated.flatMap(({ own }) => own.publishedOn ?? []))]
  await settleAll(tx, days, taxonomy)
  const entities = before.filter((edge) => kindOfId(edge.to) !== 'Case').map((edge) => edge.to)
  const entitiesDeleted = await deleteUnused(tx, entities)
  await correctNames(tx, leaving, staying.map((one) => one.record))

  const statuses = new Map(plan.cases.map((one) => [one.id, one.status]))
  const kept = touched.filter((id) => staying.some((one) => one.caseId === id))
  const knownByTitle = [...statuses].filter(([id, status]) => status === 'known-by-title' && isTouched.has(id)).length
  return { casesDeleted: touched.length - kept.length, casesKept: kept.length, casesKnownByTitle: knownByTitle, entitiesDeleted, rows: leaving.length }
}

/** Deletes entities that nothing points to any more, then their families that they alone had. */
async function deleteUnused(tx: QueryRunner, ids: readonly string[]): Promise<number> {
  let count = 0
  for (let candidates = [...new Set(ids)]; candidates.length > 0; ) {
    const deleted = await tx.run(undo.deleteUnused, { ids: candidates })
    count += deleted.length
    candidates = [...new Set(deleted.flatMap(({ families }) => families))]
  }
  return count
}

/** Every entity that a record names, with the name that it gives it. */
function namesIn(record: CaseRecord): { id: string; name: string }[] {
  return [record.countries, record.inferredCountries, record.languages, record.outlets, record.keywords, record.sources].flat()
}

/**
 * Of two spellings of a name the smaller is shown, whoever brought it. Where the import that leaves may have brought it, the remaining
 * records say which it is now; the first that spells it like the node settles it.
 */
async function correctNames(tx: QueryRunner, leaving: readonly Statement[], staying: readonly CaseRecord[]): Promise<void> {
  const settled = new Set(staying.flatMap(namesIn).map(({ id, name }) => `${id}|${name}`))
  const given = new Map(leaving.flatMap(({ record }) => namesIn(record)).map(({ id, name }) => [`${id}|${name}`, { id, name }]))
  const present = new Map((await tx.run(undo.namesOf, { ids: [...new Set([...given.values()].map(({ id }) => id))] })).map(({ id, name }) => [id, name]))
  const rows: { id: string; name: string }[] = []
  for (const [key, { id, name }] of given) {
    if (settled.has(key) || present.get(id) !== name) continue
    const now = await nameNow(tx, id, name)
    if (now !== null && now !== name) rows.push({ id, name: now })
  }
  if (rows.length === 0) return
  const renamed = await tx.run(undo.renameEntities, { rows })
  await tx.run(undo.setSearchTexts, { rows: renamed.map(({ id, kind, properties }) => ({ id, searchText: searchTextOf(nodeKindSchema.parse(kind), z.string().parse(properties['name']), properties) })) })
}

async function nameNow(tx: QueryRunner, id: string, name: string): Promise<string | null> {
  let smallest: string | null = null
  for (const limit of [25, 1_000_000]) {
    const records = await tx.run(undo.recordsNaming, { id, limit })
    for (const { record } of records) {
      for (const one of namesIn(unpackRecord(record, 0, {}))) {
        if (one.id !== id) continue
        if (one.name === name) return name
        if (smallest === null || one.name < smallest) smallest = one.name
      }
    }
    if (records.length < limit) break
  }
  return smallest
}

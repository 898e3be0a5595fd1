import type { RowCounts } from '#graph-schema/api/imports.ts'
import type { NodeKind } from '#graph-schema/node-kinds/index.ts'
import type { Taxonomy } from '../narratives/taxonomy.ts'
import type { QueryRunner } from '../neo4j/driver.ts'
import { existingIds } from '../neo4j/queries/existing-ids.ts'
import { Findings, type FindingsReport, type FindingsSink } from './findings.ts'
import { chunkSize } from './import-records.ts'
import { readKnown } from './known-state.ts'
import type { StoredCase } from './merge-case.ts'
import { lookupKeys, planChunk } from './plan-chunk.ts'
import { prepareRecord } from './prepare-record.ts'
import type { ReadItem } from './readers/reader.ts'
import { recordChunks } from './record-chunks.ts'
import { settledNewCases, type TriedRow } from './settled-rows.ts'

/** Past so many new cases the dry run no longer remembers them; from there on a case that stands twice in the file counts as new twice. */
const mostRemembered = 300_000
const namesShown = 20

/** What an import would bring. */
export interface DryRunOutcome extends RowCounts, FindingsReport {
  created: { kind: NodeKind; count: number; names: string[] }[]
}

/** Cases that the file would have brought by now, without their texts, found as the database finds known ones. */
class WouldBe {
  readonly #byId = new Map<string, StoredCase>()
  readonly #byKey = new Map<string, Set<string>>()

  put(one: StoredCase): void {
    if (this.#byId.size >= mostRemembered) return
    const light: StoredCase = { ...one, claim: null, claimOrigin: null, disproof: null, disproofOrigin: null }
    this.#byId.set(one.id, light)
    for (const key of [one.titleKey, ...one.aliases]) this.#byKey.set(key, (this.#byKey.get(key) ?? new Set()).add(one.id))
  }

  find({ ids, titleKeys }: { ids: readonly string[]; titleKeys: readonly string[] }): StoredCase[] {
    const found = new Set([...ids, ...[...ids, ...titleKeys].flatMap((key) => [...(this.#byKey.get(key) ?? [])])])
    return [...found].flatMap((id) => this.#byId.get(id) ?? [])
  }
}

/**
 * Reads a whole file and works out what importing it would do, chunk by chunk as the import would. Writes nothing. The counts are the
 * import's own, as long as nobody else imports in between.
 */
export async function dryRunRecords(
  runner: QueryRunner,
  items: AsyncIterable<ReadItem> | Iterable<ReadItem>,
  taxonomy: Taxonomy,
  options: { onProgress?: (rows: RowCounts) => void; signal?: AbortSignal; sink?: FindingsSink } = {},
): Promise<DryRunOutcome> {
  const { signal, onProgress, sink = null } = options
  const findings = new Findings(sink)
  const wouldBe = new WouldBe()
  const rows: RowCounts = { read: 0, accepted: 0, merged: 0, rejected: 0 }
  const created = new Map<NodeKind, { count: number; names: string[] }>()
  const seen = new Set<string>()
  const tried: TriedRow[] = []
  const chunks = recordChunks(items, { size: chunkSize, findings, prepare: (record) => void prepareRecord(record, taxonomy), signal })
  let next = await chunks.next()
  for (; next.done !== true; next = await chunks.next()) {
    const { records, rejected } = next.value
    const stored = await readKnown(runner, records, taxonomy)
    const present = new Set(stored.cases.map((one) => one.id))
    const earlier = wouldBe.find(lookupKeys(records, taxonomy)).filter((one) => !present.has(one.id))
    const plan = planChunk(records, { cases: [...stored.cases, ...earlier], edges: stored.edges, decisions: stored.decisions }, taxonomy)
    const renamed = new Set(plan.renames.map(({ to }) => to))
    const named = [...plan.cases.map(({ id, name }) => ({ kind: 'Case' as const, id, name })), ...plan.nodes].filter(({ id }) => !seen.has(id) && !renamed.has(id))
    const there = new Set((await runner.run(existingIds, { ids: named.map(({ id }) => id) })).map(({ id }) => id))
    for (const { kind, id, name } of named) {
      seen.add(id)
      if (there.has(id)) continue
      const group = created.get(kind) ?? { count: 0, names: [] }
      created.set(kind, group)
      group.count += 1
      if (group.names.length < namesShown) group.names.push(name)
    }
    for (const one of plan.cases) wouldBe.put(one)
    for (const { row, source, sourceUrl, title, outlets, publishedOn } of records) {
      if (publishedOn !== null && tried.length < mostRemembered) tried.push({ day: publishedOn, own: { source, sourceUrl, title, outlets }, isNew: plan.acceptedRows.has(row) })
    }
    rows.accepted += plan.accepted
    rows.merged += plan.merged
    rows.rejected = rejected
    rows.read = rows.accepted + rows.merged + rows.rejected
    onProgress?.({ ...rows })
  }
  rows.rejected = next.value.rejected
  const settled = await settledNewCases(runner, tried)
  const cases = created.get('Case')
  if (settled !== null && settled.fewer !== 0) {
    rows.accepted -= settled.fewer
    rows.merged += settled.fewer
    if (cases !== undefined) created.set('Case', { count: cases.count - settled.fewer, names: settled.titles.slice(0, namesShown) })
    if (created.get('Case')?.count === 0) created.delete('Case')
  }
  rows.read = rows.accepted + rows.merged + rows.rejected
  return { ...rows, ...findings.report(), created: [...created].map(([kind, group]) => ({ kind, ...group })) }
}

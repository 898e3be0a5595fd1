import type { EdgeType } from '#graph-schema/relationships.ts'
import type { QueryRunner } from '../neo4j/driver.ts'
import { isPlain, type StoredReasons, toStoredReasons } from '../neo4j/edge-reasons.ts'
import { factEdges, linkEdges, mergeCases } from '../neo4j/queries/write/merge-nodes.ts'
import type { CaseRecord } from './case-record.ts'
import type { MadeBy } from './importer-version.ts'
import type { StoredCase } from './merge-case.ts'
import type { ChunkPlan } from './plan-chunk.ts'
import { searchTextOf } from './search-text.ts'
import { packRecord } from './stored-record.ts'

/** Cases as the statements take them. */
function nodeRow({ id, name, publishedOn, ...properties }: StoredCase) {
  return { id, publishedOn, properties: { ...properties, name, searchText: searchTextOf('Case', name, properties) } }
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)

/** Writes cases as they are now and nothing else of them, sorted by id. */
export async function writeCaseNodes(tx: QueryRunner, cases: readonly StoredCase[]): Promise<void> {
  await tx.run(mergeCases, { rows: cases.map(nodeRow).sort(byId) })
}

const factTypes = new Set<EdgeType>(factEdges.map(({ type }) => type))
const linkTypes = new Set<EdgeType>(linkEdges.map(({ type }) => type))

/** Places of ends in a list that names each once. */
class Ends {
  readonly #places = new Map<string, number>()

  placeOf(id: string): number {
    const known = this.#places.get(id)
    if (known !== undefined) return known
    this.#places.set(id, this.#places.size)
    return this.#places.size - 1
  }

  get ids(): string[] {
    return [...this.#places.keys()]
  }
}

/** Cases as rows of one statement, fresh ones with their plain edges and links; and the edges that need a statement of their own. */
export function caseRows({ cases, edges, provenance, fresh }: ChunkPlan, records: readonly CaseRecord[], versionOf: MadeBy) {
  const rowOf = new Map(cases.map((stored) => {
    const facts: Partial<Record<EdgeType, number[]>> = {}
    const links: Partial<Record<EdgeType, { to: number; reasons: StoredReasons }[]>> = {}
    const imports: { row: number; raw: string; record: string; byTitle: boolean | null }[] = []
    return [stored.id, { ...nodeRow(stored), facts, links, imports }]
  }))
  // The plan has its provenance in the order of the records.
  for (const [index, record] of records.entries()) {
    const { caseId, row, raw } = provenance[index] ?? { caseId: '', row: 0, raw: '' }
    rowOf.get(caseId)?.imports.push({ row, raw, record: packRecord(record), byTitle: record.sourceUrl === null && record.publishedOn !== null ? true : null })
  }
  const ends = new Ends()
  const others = edges.filter((edge) => {
    // An edge that was there may bear a reason that holds no more: only its own statement takes that away.
    const row = fresh.has(edge.from) ? rowOf.get(edge.from) : undefined
    if (row === undefined) return true
    if (linkTypes.has(edge.type)) (row.links[edge.type] ??= []).push({ to: ends.placeOf(edge.to), reasons: toStoredReasons(edge, versionOf(edge.type)) })
    else if (factTypes.has(edge.type) && isPlain(edge.type, edge.evidence)) (row.facts[edge.type] ??= []).push(ends.placeOf(edge.to))
    else return true
    return false
  })
  return { rows: [...rowOf.values()].sort(byId), ends: ends.ids, others }
}

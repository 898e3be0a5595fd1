import type { EdgeType } from '#graph-schema/relationships.ts'
import type { Taxonomy } from '../narratives/taxonomy.ts'
import type { GraphDriver, QueryRunner } from '../neo4j/driver.ts'
import { isPlain, readEvidence, type StoredReasons, toStoredReasons } from '../neo4j/edge-reasons.ts'
import { decisionsOn } from '../neo4j/queries/decisions-on.ts'
import { beginChunk, markChunk } from '../neo4j/queries/write/import-batch.ts'
import { knownCases, knownEdges } from '../neo4j/queries/write/known-cases.ts'
import { factEdges, linkEdges, mergeCases, renameCases, writeCases } from '../neo4j/queries/write/merge-nodes.ts'
import type { CaseRecord } from './case-record.ts'
import { type MadeBy, madeBy } from './importer-version.ts'
import type { StoredCase } from './merge-case.ts'
import { type ChunkPlan, type KnownState, lookupKeys, planChunk, restsOn } from './plan-chunk.ts'
import { Said } from './said.ts'
import { searchTextOf } from './search-text.ts'
import { packRecord } from './stored-record.ts'
import { dropEdges, writeEdges, writeNodes } from './write-nodes.ts'

/** One chunk of an import: its marker's id, its batch and its place there. */
export interface Chunk {
  id: string
  batch: string
  index: number
  records: readonly CaseRecord[]
}

/** What the graph holds of the cases in these records, and what people decided on them. */
export async function readKnown(tx: QueryRunner, records: readonly CaseRecord[], taxonomy: Taxonomy): Promise<KnownState> {
  const { ids, titleKeys, aliases: ownAliases } = lookupKeys(records, taxonomy)
  const cases = await tx.run(knownCases, { ids, titleKeys })
  const decisions = await tx.run(decisionsOn, { ids: [...new Set([...ids, ...ownAliases, ...cases.flatMap(({ id, aliases }) => [id, ...aliases])])] })
  if (cases.length === 0) return { cases, edges: [], decisions }
  const edges = await tx.run(knownEdges, { ids: cases.map((one) => one.id) })
  return { cases, edges: edges.map((edge) => ({ ...edge, evidence: readEvidence(edge.type, edge.evidence) })), decisions }
}

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

/** Cases as rows of one statement, each with its plain edges; and the edges that need a statement of their own. */
function caseRows({ cases, edges, provenance, fresh }: ChunkPlan, records: readonly CaseRecord[], versionOf: MadeBy) {
  const rowOf = new Map(cases.map((stored) => {
    const facts: Partial<Record<EdgeType, string[]>> = {}
    const links: Partial<Record<EdgeType, { to: string; reasons: StoredReasons }[]>> = {}
    const imports: { row: number; raw: string; record: string; byTitle: boolean | null }[] = []
    return [stored.id, { ...nodeRow(stored), facts, links, imports }]
  }))
  // The plan has its provenance in the order of the records.
  for (const [index, record] of records.entries()) {
    const { caseId, row, raw } = provenance[index] ?? { caseId: '', row: 0, raw: '' }
    rowOf.get(caseId)?.imports.push({ row, raw, record: packRecord(record), byTitle: record.sourceUrl === null && record.publishedOn !== null ? true : null })
  }
  const others = edges.filter((edge) => {
    // An edge that was there may bear a reason that holds no more: only its own statement takes that away.
    const row = fresh.has(edge.from) ? rowOf.get(edge.from) : undefined
    if (row === undefined) return true
    if (linkTypes.has(edge.type)) (row.links[edge.type] ??= []).push({ to: edge.to, reasons: toStoredReasons(edge, versionOf(edge.type)) })
    else if (factTypes.has(edge.type) && isPlain(edge.type, edge.evidence)) (row.facts[edge.type] ??= []).push(edge.to)
    else return true
    return false
  })
  return { rows: [...rowOf.values()].sort(byId), others }
}

/** Sends all statements of a chunk at once, but for what this import has `said` before; they are answered in their order. Resolves when the last one is. */
async function writePlan(tx: QueryRunner, chunk: Chunk, plan: ChunkPlan, versionOf: MadeBy, said: Said): Promise<void> {
  if (plan.renames.length > 0) await tx.run(renameCases, { rows: plan.renames })
  const nodes = writeNodes(tx, said.freshNodes(plan.nodes))
  const { rows, others } = caseRows({ ...plan, edges: said.freshEdges(plan.edges) }, chunk.records, versionOf)
  await Promise.all([
    nodes,
    tx.run(writeCases, { batch: chunk.batch, rows }),
    dropEdges(tx, plan.dropped),
    writeEdges(tx, others, versionOf),
    tx.run(markChunk, { id: chunk.id, batch: chunk.batch, index: chunk.index, accepted: plan.accepted, merged: plan.merged }),
  ])
}

/** A plan made before its turn: valid if the chunk `after` was the last to write. */
interface Ahead {
  records: readonly CaseRecord[]
  after: string
  plan: ChunkPlan
}

/**
 * Writes the chunks of one import. While the database writes a chunk, the next one is looked up and planned, so that neither waits for
 * the other; a plan made ahead is used only if nobody else wrote in between and the chunk before touched nothing that it rests on.
 */
export class ChunkWriter {
  readonly #driver: GraphDriver
  readonly #taxonomy: Taxonomy
  readonly #versionOf: MadeBy
  readonly #said = new Said()
  #ahead: Ahead | null = null

  constructor(driver: GraphDriver, taxonomy: Taxonomy) {
    this.#driver = driver
    this.#taxonomy = taxonomy
    this.#versionOf = madeBy(taxonomy)
  }

  async #planAhead(next: Promise<readonly CaseRecord[]>, written: ChunkPlan, after: string): Promise<Ahead | null> {
    const records = await next
    if (records.length === 0 || written.renames.length > 0 || restsOn(records, written.cases, this.#taxonomy)) return null
    const known = await readKnown(this.#driver, records, this.#taxonomy)
    return { records, after, plan: planChunk(records, known, this.#taxonomy) }
  }

  /**
   * Writes a chunk in one transaction together with its marker. Running it again, even after a commit whose answer was lost,
   * finds the marker and changes nothing; resolves with the first run's counts. `next` are the records of the chunk after it, which may still be on their way.
   */
  async write(chunk: Chunk, next: Promise<readonly CaseRecord[]> = Promise.resolve([])): Promise<{ accepted: number; merged: number }> {
    const ready = this.#ahead?.records === chunk.records ? this.#ahead : null
    this.#ahead = null
    let looking: Promise<Ahead | null> = Promise.resolve(null)
    let planned: ChunkPlan | null = null
    const counts = await this.#driver.write(async (tx) => {
      const [begun] = await tx.run(beginChunk, { id: chunk.id })
      if (begun !== undefined && begun.accepted !== null && begun.merged !== null) return { accepted: begun.accepted, merged: begun.merged }
      const plan = ready !== null && begun?.before === ready.after ? ready.plan : planChunk(chunk.records, await readKnown(tx, chunk.records, this.#taxonomy), this.#taxonomy)
      planned = plan
      const written = writePlan(tx, chunk, plan, this.#versionOf, this.#said)
      looking = this.#planAhead(next, plan, chunk.id)
      // A failure ahead is no failure of this chunk: the next one then looks for itself.
      looking.catch(() => undefined)
      await written
      return { accepted: plan.accepted, merged: plan.merged }
    })
    // Only what was committed has been said.
    if (planned !== null) this.#said.remember(planned)
    this.#ahead = await looking.catch(() => null)
    return counts
  }
}

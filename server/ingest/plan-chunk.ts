import type { Evidence } from '#graph-schema/evidence.ts'
import { kindOfId } from '#graph-schema/node-kinds/index.ts'
import type { EdgeType } from '#graph-schema/relationships.ts'
import { type Decision, DecisionBook, type Ruling } from '../narratives/decisions.ts'
import type { Taxonomy } from '../narratives/taxonomy.ts'
import { CaseBook } from './case-book.ts'
import { type CaseRecord, titleCaseId, titleKeyOf } from './case-record.ts'
import { withRulings } from './decided-links.ts'
import { edgeFromEvidence, type PlannedEdge, stillStands, uniteEvidence } from './edge-facts.ts'
import { entityEdges, type EntityNode, entityNodes } from './entity-nodes.ts'
import type { StoredCase } from './merge-case.ts'
import { inOrder, linksOf, preparedLinks, prepareRecord } from './prepare-record.ts'

/** An edge that leaves a known case. */
export interface KnownEdge {
  from: string
  type: EdgeType
  to: string
  toName: string
  evidence: readonly Evidence[]
}

/** What the database already holds of the cases in a chunk. */
export interface KnownState {
  cases: readonly StoredCase[]
  edges: readonly KnownEdge[]
  /** What people decided on these cases, and on those that the chunk may make. */
  decisions: readonly Decision[]
}

/** Everything one chunk writes. */
export interface ChunkPlan {
  /** Cases whose id changes because their URL or date became known. */
  renames: { from: string; to: string }[]
  cases: StoredCase[]
  nodes: EntityNode[]
  edges: PlannedEdge[]
  /** Edges that no longer hold, since the text or the keywords they rested on changed. */
  dropped: { from: string; type: EdgeType; to: string }[]
  provenance: { caseId: string; row: number; raw: string }[]
  /** Cases that the database did not have under any id. */
  fresh: ReadonlySet<string>
  /** Rows that bring a case which was not there, or by its title only. */
  acceptedRows: ReadonlySet<number>
  accepted: number
  merged: number
}

/** Whether cases that another chunk writes could matter to the plan of these records. */
export function restsOn(records: readonly CaseRecord[], written: readonly StoredCase[], taxonomy: Taxonomy): boolean {
  const book = new CaseBook(written)
  return records.some((record) => book.mayHold(prepareRecord(record, taxonomy).stored) || record.refersTo.some(({ title }) => book.mayHold(knownByTitle(title, record.source))))
}

/** A case of which only the title is known, from another case that refers to it. */
function knownByTitle(title: string, source: string): StoredCase {
  return {
    id: titleCaseId(title, null, source),
    name: title,
    claim: null,
    claimOrigin: null,
    disproof: null,
    disproofOrigin: null,
    disproofState: 'missing',
    publishedOn: null,
    sourceUrl: null,
    source,
    status: 'known-by-title',
    titleKey: titleKeyOf(title),
    aliases: [],
  }
}

/**
 * Ids and title keys under which the cases of a chunk, and those they refer to, may already be in the graph; and the ids that they have where
 * less is known of them. These need no look-up of their own: an id made of a title belongs to a case with that title key.
 */
export function lookupKeys(records: readonly CaseRecord[], taxonomy: Taxonomy): { ids: string[]; titleKeys: string[]; aliases: string[] } {
  const cases = records.map((record) => prepareRecord(record, taxonomy).stored)
  const ids = cases.map((one) => one.id)
  const titleKeys = [...cases.map((one) => one.titleKey), ...records.flatMap((record) => record.refersTo.map((reference) => titleKeyOf(reference.title)))]
  return { ids: [...new Set(ids)], titleKeys: [...new Set(titleKeys)], aliases: [...new Set(cases.flatMap((one) => one.aliases))] }
}

/** Edges by end, so that two that join the same pair become one. */
class EdgeSet {
  readonly #edges = new Map<string, { type: EdgeType; to: string; evidence: Evidence[] }>()

  add(type: EdgeType, to: string, evidence: readonly Evidence[]): void {
    const key = `${type}|${to}`
    const before = this.#edges.get(key)
    this.#edges.set(key, { type, to, evidence: before === undefined && evidence.length === 1 ? [...evidence] : uniteEvidence(before?.evidence ?? [], evidence) })
  }

  values(): { type: EdgeType; to: string; evidence: Evidence[] }[] {
    return [...this.#edges.values()]
  }
}

function groupByFrom<Edge extends { from: string }>(edges: readonly Edge[], idOf: (id: string) => string): Map<string, Edge[]> {
  const groups = new Map<string, Edge[]>()
  for (const edge of edges) {
    const from = idOf(edge.from)
    const group = groups.get(from)
    if (group === undefined) groups.set(from, [edge])
    else group.push(edge)
  }
  return groups
}

/** Takes the records in and resolves what they refer to; the edges they state, from each case. */
function takeIn(records: readonly CaseRecord[], book: CaseBook, taxonomy: Taxonomy): { edges: PlannedEdge[]; provenance: ChunkPlan['provenance']; recordOf: Map<string, CaseRecord>; acceptedRows: Set<number> } {
  const acceptedRows = new Set<number>()
  const taken = records.map((record) => {
    const { id, fresh } = book.absorb(prepareRecord(record, taxonomy).stored)
    if (fresh) acceptedRows.add(record.row)
    return { record, id }
  })
  const edges: PlannedEdge[] = []
  const provenance: ChunkPlan['provenance'] = []
  const recordOf = new Map<string, CaseRecord>()
  for (const { record, id: firstId } of taken) {
    const id = book.currentId(firstId)
    provenance.push({ caseId: id, row: record.row, raw: JSON.stringify(record.raw) })
    recordOf.set(id, record)
    for (const edge of prepareRecord(record, taxonomy).edges) edges.push(edge.from === id ? edge : { ...edge, from: id })
    for (const reference of record.refersTo) {
      const named = knownByTitle(reference.title, record.source)
      const target = book.find(named)?.id ?? book.absorb(named).id
      const evidence: Evidence = reference.quote === null ? { kind: 'stated', field: 'related cases', value: reference.title } : { kind: 'quote', in: 'disproof', text: reference.quote, start: null, end: null }
      if (target !== id) edges.push(edgeFromEvidence('REFERS_TO', id, target, [evidence]))
    }
  }
  return { edges, provenance, recordOf, acceptedRows }
}

/** All edges that leave one case now: what was there and still holds, what the records add, and its links made anew, with what people decided on them. */
function edgesOfCase(stored: StoredCase, before: readonly KnownEdge[], now: readonly PlannedEdge[], nameOf: (keyword: string) => string, book: CaseBook, record: CaseRecord | undefined, taxonomy: Taxonomy, rulings: readonly Ruling[]): PlannedEdge[] {
  const texts = { title: stored.name, claim: stored.claim, disproof: stored.disproof }
  const united = new EdgeSet()
  for (const edge of before) {
    if (edge.type === 'CARRIES' || edge.type === 'ABOUT') continue
    united.add(edge.type, kindOfId(edge.to) === 'Case' ? book.currentId(edge.to) : edge.to, edge.evidence)
  }
  for (const edge of now) united.add(edge.type, edge.to, edge.evidence)
  const kept = united.values().flatMap(({ type, to, evidence }) => {
    const holding = evidence.filter((one) => type === 'REFERS_TO' || stillStands(one, texts))
    return holding.length === 0 ? [] : [edgeFromEvidence(type, stored.id, to, holding)]
  })
  if (stored.status === 'known-by-title') return kept
  const keywords = inOrder(kept.filter((edge) => edge.type === 'TAGGED_WITH').map((edge) => nameOf(edge.to)))
  const ready = record === undefined ? null : preparedLinks(record, stored, keywords, taxonomy)
  return [...kept, ...withRulings(stored.id, ready ?? linksOf(stored, keywords, taxonomy), rulings)]
}

/**
 * What a chunk writes, given what is known. Pure. The outcome over all chunks does not depend on their order, save for
 * titles that several cases share: a reference to such a title is left to a person (issue 4's list), never guessed.
 */
export function planChunk(records: readonly CaseRecord[], known: KnownState, taxonomy: Taxonomy, options: { joinsByDay?: boolean } = {}): ChunkPlan {
  const book = new CaseBook(known.cases, options)
  const { edges: stating, provenance, recordOf, acceptedRows } = takeIn(records, book, taxonomy)
  const before = groupByFrom(known.edges, (id) => book.currentId(id))
  const now = groupByFrom(stating, (id) => id)
  const keywordNames = new Map([
    ...known.edges.filter((edge) => edge.type === 'TAGGED_WITH').map((edge): [string, string] => [edge.to, edge.toName]),
    ...records.flatMap((record) => record.keywords.map((keyword): [string, string] => [keyword.id, keyword.name])),
  ])
  const decided = new DecisionBook(known.decisions, taxonomy)
  const cases = book.touched()
  const edges: PlannedEdge[] = []
  const dropped: ChunkPlan['dropped'] = []
  for (const stored of cases) {
    const was = before.get(stored.id) ?? []
    const is = edgesOfCase(stored, was, now.get(stored.id) ?? [], (id) => keywordNames.get(id) ?? id, book, recordOf.get(stored.id), taxonomy, decided.rulingsOn(stored))
    const standing = new Set(is.map((edge) => `${edge.type}|${edge.to}`))
    for (const edge of was) {
      const to = kindOfId(edge.to) === 'Case' ? book.currentId(edge.to) : edge.to
      if (!standing.has(`${edge.type}|${to}`)) dropped.push({ from: stored.id, type: edge.type, to })
    }
    edges.push(...is)
  }
  edges.push(...entityEdges(records, taxonomy))
  const stored = new Set(known.cases.map((one) => book.currentId(one.id)))
  const fresh = new Set(cases.map((one) => one.id).filter((id) => !stored.has(id)))
  return { renames: book.renames(), cases, nodes: entityNodes(records), edges, dropped, provenance, fresh, acceptedRows, accepted: acceptedRows.size, merged: records.length - acceptedRows.size }
}

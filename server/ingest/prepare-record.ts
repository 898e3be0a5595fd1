import { fold } from '#graph-schema/fold.ts'
import { linkCase } from '../narratives/link-case.ts'
import { readCase } from '../narratives/read-case.ts'
import type { Taxonomy } from '../narratives/taxonomy.ts'
import { topicsOf } from '../narratives/topics-of.ts'
import type { CaseRecord } from './case-record.ts'
import { edgeFromEvidence, type PlannedEdge } from './edge-facts.ts'
import { type StoredCase, storedFromRecord } from './merge-case.ts'
import { recordEdges } from './record-edges.ts'

/** What can be made of a record before the graph is asked. */
interface Prepared {
  stored: StoredCase
  /** Edges that the record states, from its own id. */
  edges: PlannedEdge[]
  /** Its links, should it stay as it is; `linkedAs` says for which texts and keywords they hold. */
  linkedAs: string
  links: PlannedEdge[]
}

const prepared = new WeakMap<CaseRecord, { taxonomy: Taxonomy; value: Prepared }>()

function linkKey(stored: StoredCase, keywords: readonly string[]): string {
  return [stored.id, stored.name, stored.claim ?? '', stored.disproof ?? '', ...keywords].join('\u0000')
}

/** The links of a case to narratives and topics, by rule and by keyword, from its texts and the names of its keywords, sorted. */
export function linksOf(stored: Pick<StoredCase, 'id' | 'name' | 'claim' | 'disproof'>, keywords: readonly string[], taxonomy: Taxonomy): PlannedEdge[] {
  const subject = { title: stored.name, claim: stored.claim, disproof: stored.disproof, keywords }
  const reading = readCase(subject.title, subject.claim, taxonomy.rules)
  return [
    ...linkCase(subject, taxonomy, reading).map((link) => edgeFromEvidence('CARRIES', stored.id, link.narrativeId, link.evidence, link.tier)),
    ...topicsOf(subject, reading, taxonomy).map((topic) => edgeFromEvidence('ABOUT', stored.id, topic.topicId, topic.evidence)),
  ]
}

/** Names of keywords in the one order in which they are linked. */
export function inOrder(names: readonly string[]): string[] {
  return [...new Set(names)].map((name) => [fold(name), name] as const).sort(([a], [b]) => (a < b ? -1 : 1)).map(([, name]) => name)
}

/**
 * The costly part of planning a record, made once and kept as long as the record lives: a plan made ahead may have to be made again.
 */
export function prepareRecord(record: CaseRecord, taxonomy: Taxonomy): Prepared {
  const before = prepared.get(record)
  if (before !== undefined && before.taxonomy === taxonomy) return before.value
  const stored = storedFromRecord(record)
  const keywords = inOrder(record.keywords.map((keyword) => keyword.name))
  const value: Prepared = {
    stored,
    edges: recordEdges(record, stored.id),
    linkedAs: linkKey(stored, keywords),
    links: stored.status === 'known-by-title' ? [] : linksOf(stored, keywords, taxonomy),
  }
  prepared.set(record, { taxonomy, value })
  return value
}

/** The prepared links of a record if they hold for the case as it now is; null otherwise. */
export function preparedLinks(record: CaseRecord, stored: StoredCase, keywords: readonly string[], taxonomy: Taxonomy): PlannedEdge[] | null {
  const { linkedAs, links } = prepareRecord(record, taxonomy)
  return linkedAs === linkKey(stored, keywords) ? links : null
}

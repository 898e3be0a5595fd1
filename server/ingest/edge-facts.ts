import type { Basis, Evidence, Tier } from '#graph-schema/evidence.ts'
import type { EdgeType } from '#graph-schema/relationships.ts'

/** An edge as it is written: ends by id, and why it is there. */
export interface PlannedEdge {
  type: EdgeType
  from: string
  to: string
  evidence: Evidence[]
  tier: Tier | null
  basis: Basis
}

const kindOrder: Record<Evidence['kind'], number> = { decision: 0, stated: 1, publication: 2, match: 3, quote: 4, keyword: 5, likeness: 6, score: 7, taxonomy: 8 }

/** A publication that another one says more of: the same address, and its archived copy beside it. */
function saidBetter(one: Evidence, all: readonly Evidence[]): boolean {
  return one.kind === 'publication' && one.archiveUrl === null && all.some((other) => other.kind === 'publication' && other.url === one.url && other.archiveUrl !== null)
}

/** Both lists as one, without doubles, in an order that does not depend on which came first. */
export function uniteEvidence(a: readonly Evidence[], b: readonly Evidence[]): Evidence[] {
  const all = [...a, ...b]
  const byText = new Map(all.filter((one) => !saidBetter(one, all)).map((evidence) => [JSON.stringify(evidence), evidence]))
  return [...byText.entries()]
    .sort(([leftText, left], [rightText, right]) => kindOrder[left.kind] - kindOrder[right.kind] || (leftText < rightText ? -1 : 1))
    .map(([, evidence]) => evidence)
}

function basisOf(type: EdgeType, evidence: readonly Evidence[], tier: Tier | null): Basis {
  if (type === 'REFERS_TO') return 'reference'
  if (tier === 'accepted' || tier === 'rejected') return 'person'
  if (tier === 'pattern' || tier === 'corroborated') return 'rule'
  const kinds = new Set(evidence.map((one) => one.kind))
  if (tier === 'suggested') return kinds.has('match') ? 'rule' : 'inferred'
  if (kinds.has('stated') || (type === 'CARRIES' && kinds.has('quote') && !kinds.has('keyword'))) return 'stated'
  if (kinds.has('keyword')) return 'keyword'
  if (type === 'ABOUT' && kinds.has('match')) return 'rule'
  return kinds.has('taxonomy') ? 'taxonomy' : 'inferred'
}

/** An edge from its evidence. There must be some: an edge that cannot say why it is there is not written. */
export function edgeFromEvidence(type: EdgeType, from: string, to: string, evidence: readonly Evidence[], tier: Tier | null = null): PlannedEdge {
  if (evidence.length === 0) throw new Error(`Edge ${from} ${type} ${to} has no evidence`)
  return { type, from, to, evidence: [...evidence], tier, basis: basisOf(type, evidence, tier) }
}

/** Whether the words an evidence points at still stand there in the case's texts. Evidence without a span always holds. */
export function stillStands(evidence: Evidence, texts: { title: string; claim: string | null; disproof: string | null }): boolean {
  if (evidence.kind !== 'match' && evidence.kind !== 'quote') return true
  if (evidence.start === null || evidence.end === null || evidence.in === 'facts') return true
  return (texts[evidence.in] ?? '').slice(evidence.start, evidence.end) === evidence.text
}

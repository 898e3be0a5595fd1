import { z } from 'zod'
import { type Basis, basisSchema, type Evidence, evidenceSchema, evidenceSentence, type Tier } from '#graph-schema/evidence.ts'
import { edgeDefinition, type EdgeType } from '#graph-schema/relationships.ts'

/**
 * How an edge's reasons are stored. Most edges say no more than that the source lists their end, under its own name, among the
 * case's facts: such an edge bears no property at all, and its reason is made on reading. That is what keeps an import as
 * fast as bare edges. All other edges keep their evidence, as JSON texts, and what made them; a basis only where it is not the
 * type's own. The sentence is always made on reading.
 */

/** The properties of a stored edge. */
export type StoredReasons = Record<string, string | string[]>

/** Whether the evidence is just what an edge of this type states by being there. */
export function isPlain(type: EdgeType, evidence: readonly Evidence[]): boolean {
  const [only, ...more] = evidence
  return only?.kind === 'stated' && more.length === 0 && only.value === null && only.field === edgeDefinition(type).field
}

/** An edge's reasons as properties; empty for a plain one. `version` names what made the edge. */
export function toStoredReasons({ type, tier, basis, evidence }: { type: EdgeType; tier: Tier | null; basis: Basis; evidence: readonly Evidence[] }, version: string): StoredReasons {
  if (tier === null && isPlain(type, evidence)) return {}
  const stored: StoredReasons = { evidence: evidence.map((one) => JSON.stringify(one)), version }
  if (tier !== null) stored['tier'] = tier
  if (basis !== edgeDefinition(type).basis) stored['basis'] = basis
  return stored
}

/** Evidence is stored as JSON texts, one a list entry. */
export const storedEvidence = z.array(z.string().transform((text): unknown => JSON.parse(text)).pipe(evidenceSchema))

/** Columns of a query that returns edges: stored reasons as they are, to be read with `readReasons`. */
export const storedReasonsRow = { basis: basisSchema.nullable(), evidence: storedEvidence.nullable() } as const

/** The evidence of an edge from what is stored, in planning's form: a plain edge's evidence has no value. */
export function readEvidence(type: EdgeType, evidence: Evidence[] | null): Evidence[] {
  if (evidence !== null) return evidence
  const { field } = edgeDefinition(type)
  return field === null ? [] : [{ kind: 'stated', field, value: null }]
}

/** At most this many evidences are spoken in a reason; all of them stay on the edge. */
const spoken = 3

/** The evidences in one plain sentence. */
export function whyOf(evidence: readonly Evidence[]): string {
  const sentences = [...new Set(evidence.map(evidenceSentence))]
  const rest = sentences.length - spoken
  return sentences.slice(0, spoken).join('; ') + (rest > 0 ? `; and ${String(rest)} more` : '')
}

/** What an edge says of itself, from what is stored of it. `toName` is the name of the node it leads to. */
export function readReasons(type: EdgeType, stored: { basis: Basis | null; evidence: Evidence[] | null }, toName: string): { basis: Basis; evidence: Evidence[]; why: string } {
  const evidence = readEvidence(type, stored.evidence).map((one): Evidence => (one.kind === 'stated' && one.value === null ? { ...one, value: toName } : one))
  return { basis: stored.basis ?? edgeDefinition(type).basis ?? 'stated', evidence, why: whyOf(evidence) }
}

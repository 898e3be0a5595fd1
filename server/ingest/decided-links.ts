import type { Ruling } from '../narratives/decisions.ts'
import { edgeFromEvidence, type PlannedEdge } from './edge-facts.ts'

/**
 * The links of a case with what people decided on them: a ruling gives a link its tier whatever the linker says, and makes one where the
 * linker sees none; a disagreement leaves the linker's tier and is told beside its evidence.
 */
export function withRulings(caseId: string, links: readonly PlannedEdge[], rulings: readonly Ruling[]): PlannedEdge[] {
  if (rulings.length === 0) return [...links]
  const ruled = new Map(rulings.map((ruling) => [ruling.narrativeId, ruling]))
  const present = new Set(links.filter(({ type }) => type === 'CARRIES').map(({ to }) => to))
  return [
    ...links.map((link) => {
      const ruling = link.type === 'CARRIES' ? ruled.get(link.to) : undefined
      return ruling === undefined ? link : edgeFromEvidence('CARRIES', link.from, link.to, [...ruling.evidence, ...link.evidence], ruling.tier ?? link.tier)
    }),
    ...rulings.flatMap(({ narrativeId, tier, evidence }) => (tier === null || present.has(narrativeId) ? [] : [edgeFromEvidence('CARRIES', caseId, narrativeId, evidence, tier)])),
  ]
}

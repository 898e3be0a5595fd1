import type { z } from 'zod'
import type { casePageEndpoint } from '#graph-schema/api/cases.ts'
import type { Evidence } from '#graph-schema/evidence.ts'
import type { EdgeType } from '#graph-schema/relationships.ts'
import { readReasons } from '../neo4j/edge-reasons.ts'
import type { CasePageRow } from '../neo4j/queries/case-page.ts'

type CasePage = z.input<typeof casePageEndpoint.response>

/** The sentence in which the source refers to another case; null where none is kept. */
function quoteOf(evidence: readonly Evidence[]): string | null {
  return evidence.find((one) => one.kind === 'quote')?.text ?? null
}

/** Where the claim stood in an outlet; of several places the first. All of them stand in the evidence. */
function publicationOf(evidence: readonly Evidence[]): { url: string | null; archiveUrl: string | null } {
  const found = evidence.find((one) => one.kind === 'publication')
  return { url: found?.url ?? null, archiveUrl: found?.archiveUrl ?? null }
}

/** What the case page shows, out of the case's links and its references. */
export function casePageAnswer(page: CasePageRow): CasePage {
  const linksOf = (type: EdgeType) => page.links.filter((link) => link.type === type).map((link) => ({ ...link, ...readReasons(type, link, link.name) }))
  const plain = (type: EdgeType) => linksOf(type).map(({ id, name, basis, evidence }) => ({ id, name, basis, evidence }))
  const reference = (toName: (other: string) => string, type: 'REFERS_TO' | 'REPEATS' = 'REFERS_TO') => ({ basis, evidence, ...other }: CasePageRow['refersTo'][number]) => {
    const reasons = readReasons(type, { basis, evidence }, toName(other.title))
    return { ...other, quote: quoteOf(reasons.evidence), why: reasons.why }
  }
  return {
    case: page.case,
    narratives: linksOf('CARRIES').flatMap(({ id, name, basis, evidence, tier, parent }) => (tier === null ? [] : [{ id, name, basis, evidence, tier, head: parent }])),
    topics: plain('ABOUT'),
    countries: plain('DISCUSSES'),
    outlets: linksOf('APPEARED_IN').map(({ id, name, basis, evidence, parent }) => ({ id, name, basis, evidence, family: parent, ...publicationOf(evidence) })),
    keywords: plain('TAGGED_WITH'),
    languages: plain('IN_LANGUAGE'),
    issues: plain('REPORTED_IN'),
    sources: linksOf('CITES').map(({ id, name, basis, evidence, url }) => ({ id, name, basis, evidence, url })),
    refersTo: page.refersTo.map(reference((other) => other)),
    referredToBy: page.referredToBy.map(reference(() => page.case.title)),
    repeats: page.repeats.map(reference((other) => other, 'REPEATS')),
    repeatedBy: page.repeatedBy.map(reference(() => page.case.title, 'REPEATS')),
    provenance: page.provenance,
  }
}

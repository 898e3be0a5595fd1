import { z } from 'zod'
import { caseRowSchema } from '#graph-schema/api/cases.ts'
import { tierSchema } from '#graph-schema/evidence.ts'
import { defineQuery } from '../define-query.ts'
import { storedEvidence } from '../edge-reasons.ts'
import { caseRowOf } from './row-parts.ts'

/** All links of one tier of counted cases, in columns a narrative; of the evidence only the model's score. */
export const linksOfTier = defineQuery({
  name: 'linksOfTier',
  cypher: `
    MATCH (n:Narrative)<-[r:CARRIES]-(c:Case)
    WHERE c.status IN ['active', 'corrected'] AND r.tier = $tier AND ($narrative IS NULL OR n.id = $narrative)
    WITH n, c, head([one IN r.evidence WHERE one STARTS WITH '{"kind":"score"']) AS score
    RETURN n.id AS narrativeId, collect(c.id) AS caseIds, collect(c.titleKey) AS titleKeys, collect(coalesce(score, '')) AS scores
    ORDER BY narrativeId
  `,
  params: z.strictObject({ tier: tierSchema, narrative: z.string().nullable() }),
  row: z.strictObject({ narrativeId: z.string(), caseIds: z.array(z.string()), titleKeys: z.array(z.string()), scores: z.array(z.string()) }),
  timeoutMs: 20_000,
})

/** Cases with all their links to narratives, as review shows them. */
export const reviewCases = defineQuery({
  name: 'reviewCases',
  cypher: `
    MATCH (c:Case) WHERE c.id IN $ids
    RETURN ${caseRowOf('c')} AS case,
      COLLECT { MATCH (c)-[r:CARRIES]->(n:Narrative) RETURN {id: n.id, name: n.name, tier: r.tier, evidence: r.evidence} ORDER BY n.position } AS links
  `,
  params: z.strictObject({ ids: z.array(z.string()) }),
  row: z.strictObject({ case: caseRowSchema, links: z.array(z.strictObject({ id: z.string(), name: z.string(), tier: tierSchema, evidence: storedEvidence })) }),
  timeoutMs: 20_000,
})
export type ReviewCaseRow = z.output<typeof reviewCases.row>

/** How many counted cases each narrative is linked to, suggestions and rejections left out. */
export const linkCounts = defineQuery({
  name: 'linkCounts',
  cypher: `
    MATCH (n:Narrative)<-[r:CARRIES]-(c:Case)
    WHERE c.status IN ['active', 'corrected'] AND NOT r.tier IN ['suggested', 'rejected']
    RETURN n.id AS narrativeId, count(*) AS cases
  `,
  params: z.strictObject({}),
  row: z.strictObject({ narrativeId: z.string(), cases: z.int() }),
  timeoutMs: 20_000,
})

/** Cases that surely carry a narrative, those that people accepted first, then the newest of those where rule and model agree. */
export const surestCases = defineQuery({
  name: 'surestCases',
  cypher: `
    MATCH (:Narrative {id: $narrativeId})<-[r:CARRIES]-(c:Case)
    WHERE c.status IN ['active', 'corrected'] AND r.tier IN ['accepted', 'corroborated']
    RETURN c.id AS id, c.name AS title, c.claim AS claim, toString(c.publishedOn) AS publishedOn, c.disproofState AS disproofState, r.tier AS tier
    ORDER BY r.tier, c.publishedOn DESC, c.id LIMIT 300
  `,
  params: z.strictObject({ narrativeId: z.string() }),
  row: z.strictObject({ id: z.string(), title: z.string(), claim: z.string().nullable(), publishedOn: z.string().nullable(), disproofState: caseRowSchema.shape.disproofState, tier: tierSchema }),
})
export type SureCaseRow = z.output<typeof surestCases.row>

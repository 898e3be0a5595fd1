import type { z } from 'zod'
import type { reviewEndpoint, ReviewItem } from '#graph-schema/api/review.ts'
import { evidenceSchema } from '#graph-schema/evidence.ts'
import type { Decision } from '../narratives/decisions.ts'
import type { Taxonomy } from '../narratives/taxonomy.ts'
import type { QueryRunner } from '../neo4j/driver.ts'
import { allDecisions } from '../neo4j/queries/decisions-on.ts'
import { linkCounts, linksOfTier, type ReviewCaseRow, reviewCases, type SureCaseRow, surestCases } from '../neo4j/queries/review-links.ts'
import { type RankedLink, rankLinks, type ReviewableLink } from './rank-links.ts'
import { reasonsOf } from './reasons.ts'
import { similarCases } from './similar-cases.ts'

type Question = z.output<typeof reviewEndpoint.query>
type Answer = z.output<typeof reviewEndpoint.response>

const mostEqualTitles = 100

function scoreIn(text: string): number | null {
  if (text === '') return null
  const parsed = evidenceSchema.safeParse(JSON.parse(text))
  return parsed.success && parsed.data.kind === 'score' ? parsed.data.score : null
}

async function openLinks(graph: QueryRunner, { tier, narrative }: Question): Promise<ReviewableLink[]> {
  return (await graph.run(linksOfTier, { tier, narrative: narrative ?? null })).flatMap(({ narrativeId, caseIds, titleKeys, scores }) =>
    caseIds.map((caseId, at) => ({ caseId, narrativeId, titleKey: titleKeys[at] ?? caseId, score: scoreIn(scores[at] ?? '') })),
  )
}

/** Links that others decided, each once. What they said is not looked at: the second coder reads them unseen. */
function decidedByOthers(decisions: readonly Decision[], { coder, narrative }: Question): ReviewableLink[] {
  const links = new Map(
    decisions
      .filter((one) => one.role === 'coding' && one.verdict !== 'skipped' && one.coder !== coder && (narrative === undefined || one.narrativeId === narrative))
      .map(({ caseId, narrativeId }) => [`${caseId} ${narrativeId}`, { caseId, narrativeId, titleKey: caseId, score: null }]),
  )
  return [...links.values()]
}

/** The links that a coder is best asked next. Those that the coder decided are not asked again; skipped ones come last. */
export async function reviewQueue(graph: QueryRunner, question: Question, taxonomy: Taxonomy): Promise<Answer> {
  const [decisions, counts] = await Promise.all([graph.run(allDecisions, {}), graph.run(linkCounts, {})])
  const own = new Map(decisions.filter(({ coder, role }) => coder === question.coder && role === 'coding').map((one) => [`${one.caseId} ${one.narrativeId}`, one.verdict]))
  const verdictOn = ({ caseId, narrativeId }: ReviewableLink) => own.get(`${caseId} ${narrativeId}`)
  const candidates = question.queue === 'open' ? await openLinks(graph, question) : decidedByOthers(decisions, question)
  const left = candidates.filter((link) => (verdictOn(link) ?? 'skipped') === 'skipped')
  const ranked = rankLinks(left, new Map(counts.map(({ narrativeId, cases }) => [narrativeId, cases])), (link) => verdictOn(link) === 'skipped')
  const byNarrative = new Map<string, number>()
  for (const { narrativeId } of left) byNarrative.set(narrativeId, (byNarrative.get(narrativeId) ?? 0) + 1)
  return {
    items: await itemsOf(graph, ranked.slice(0, question.limit), taxonomy),
    left: left.length,
    skipped: left.filter((link) => verdictOn(link) === 'skipped').length,
    decided: [...own.values()].filter((verdict) => verdict !== 'skipped').length,
    byNarrative: [...byNarrative].map(([id, count]) => ({ id, name: taxonomy.nameOf.get(id) ?? id, left: count })).sort((a, b) => b.left - a.left || (a.id < b.id ? -1 : 1)),
  }
}

async function itemsOf(graph: QueryRunner, links: readonly RankedLink[], taxonomy: Taxonomy): Promise<ReviewItem[]> {
  const ids = links.flatMap(({ caseId, equalTitles }) => [caseId, ...equalTitles.slice(0, mostEqualTitles)])
  const [rows, sure] = await Promise.all([
    graph.run(reviewCases, { ids: [...new Set(ids)] }),
    Promise.all([...new Set(links.map(({ narrativeId }) => narrativeId))].map(async (narrativeId) => [narrativeId, await graph.run(surestCases, { narrativeId })] as const)),
  ])
  const byId = new Map(rows.map((row) => [row.case.id, row]))
  const sureOf = new Map(sure)
  return links.flatMap((link) => itemOf(link, byId, sureOf.get(link.narrativeId) ?? [], taxonomy))
}

/** A link as it is shown; nothing where its case or narrative is gone meanwhile. */
function itemOf(link: RankedLink, byId: ReadonlyMap<string, ReviewCaseRow>, sure: readonly SureCaseRow[], taxonomy: Taxonomy): ReviewItem[] {
  const row = byId.get(link.caseId)
  const narrative = taxonomy.narratives.find(({ id }) => id === link.narrativeId)
  if (row === undefined || narrative === undefined) return []
  const stored = row.links.find(({ id }) => id === link.narrativeId)
  // What others decided stays unseen.
  const evidence = (stored?.evidence ?? []).filter(({ kind }) => kind !== 'decision')
  const score = evidence.find((one) => one.kind === 'score')
  const tier = stored?.tier === 'accepted' || stored?.tier === 'rejected' ? 'suggested' : (stored?.tier ?? 'suggested')
  return [
    {
      case: row.case,
      narrative: { id: narrative.id, name: narrative.name, definition: narrative.definition, head: narrative.head === null ? null : (taxonomy.nameOf.get(narrative.head) ?? null) },
      tier,
      score: score?.score ?? null,
      evidence,
      ...reasonsOf(evidence, tier),
      usefulness: link.usefulness,
      equalTitles: link.equalTitles.flatMap((id) => {
        const other = byId.get(id)?.case
        return other === undefined ? [] : [{ id, title: other.title, publishedOn: other.publishedOn, disproofState: other.disproofState }]
      }),
      similar: similarCases(row.case, sure, taxonomy),
      sure: sure.filter(({ id }) => id !== row.case.id).length,
      otherLinks: row.links.filter(({ id, tier: own }) => id !== link.narrativeId && own !== 'rejected').map(({ id, name, tier: own }) => ({ id, name, tier: own })),
    },
  ]
}

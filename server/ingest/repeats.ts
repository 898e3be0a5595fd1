import type { Evidence } from '#graph-schema/evidence.ts'
import { daysBetween } from '../analysis/days.ts'
import { leastLikeness, titleLikeness } from '../analysis/repeats.ts'
import { edgeFromEvidence, type PlannedEdge } from './edge-facts.ts'
import { type DatedCase, inOrderOfTime, type ReadCase, RecentCases } from './recent-cases.ts'
import { Turns } from './turns.ts'

/** A claim that comes back later than this has come back, not gone on: that is recurrence, and the narratives show it. */
export const repeatWithinDays = 7

/** The case that a case repeats: the last one before it with the same title, else the one with the most alike, the last of several. */
function repeatedBy(later: ReadCase, recent: RecentCases): { earlier: ReadCase; evidence: Evidence } | null {
  const same = recent.lastTitled(later.titleKey)
  if (same !== null) return { earlier: same, evidence: { kind: 'match', rule: 'same-title', in: 'title', text: later.name, start: 0, end: later.name.length } }
  let best: { earlier: ReadCase; share: number } | null = null
  for (const earlier of recent.maybeAlike(later)) {
    const share = titleLikeness(later.words, earlier.words)
    if (share >= leastLikeness && (best === null || share > best.share || (share === best.share && earlier.at > best.earlier.at))) best = { earlier, share }
  }
  return best === null ? null : { earlier: best.earlier, evidence: { kind: 'likeness', in: 'title', share: Math.round(best.share * 1000) / 1000, other: best.earlier.name } }
}

/**
 * The edges that say “the same claim again” among cases of one source: each case leads to one with an equal or nearly equal title, if that is at most
 * seven days older. Cases without such an edge are the distinct claims. The edges of a day depend on nothing but the cases of that day and the seven before
 * it, so that the order in which cases came in does not matter. Edges are made for the days that are `wanted`. Thousands of cases take a while, in which
 * the process goes on with other things.
 */
export async function repeatsAmong(cases: readonly DatedCase[], wanted: (day: string) => boolean = () => true): Promise<PlannedEdge[]> {
  const recent = new RecentCases()
  const turns = new Turns()
  const edges = await turns.map(await inOrderOfTime(cases, turns), (later) => {
    recent.forget(({ publishedOn }) => daysBetween(publishedOn, later.publishedOn) > repeatWithinDays)
    const found = wanted(later.publishedOn) ? repeatedBy(later, recent) : null
    recent.add(later)
    return found === null ? [] : [edgeFromEvidence('REPEATS', later.id, found.earlier.id, [found.evidence])]
  })
  return edges.flat()
}

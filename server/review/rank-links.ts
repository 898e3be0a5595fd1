/** A link that may be reviewed. */
export interface ReviewableLink {
  caseId: string
  narrativeId: string
  titleKey: string
  /** The model's score, 0 to 1; null where it gave none. */
  score: number | null
}

export interface RankedLink extends ReviewableLink {
  usefulness: number
  /** Other cases of the same title with the same link. */
  equalTitles: string[]
}

/** A link without a score says as little as one halfway to certainty. */
const uncertaintyWithoutScore = 0.5

/**
 * How much a decision on a link is worth: `(1 − |2·score − 1|) / (1 + log10(1 + linked)) · √copies`. The first factor is 1 where the model
 * knows nothing (score ½) and falls to 0 towards certainty; the second favours narratives that few cases are linked to; the third, titles
 * that stand many times, since one decision settles all of them. Without a score the first factor is ½.
 */
export function usefulnessOf({ score, linked, copies }: { score: number | null; linked: number; copies: number }): number {
  const uncertainty = score === null ? uncertaintyWithoutScore : 1 - Math.abs(2 * score - 1)
  return (uncertainty / (1 + Math.log10(1 + linked))) * Math.sqrt(copies)
}

/** Links in the order in which they are best reviewed: one a title and narrative, skipped ones last, equal ones by their ids. */
export function rankLinks(links: readonly ReviewableLink[], linkedTo: ReadonlyMap<string, number>, isSkipped: (link: ReviewableLink) => boolean): RankedLink[] {
  const byTitle = new Map<string, ReviewableLink[]>()
  for (const link of links) {
    const key = `${link.narrativeId} ${link.titleKey}`
    const same = byTitle.get(key)
    if (same === undefined) byTitle.set(key, [link])
    else same.push(link)
  }
  const ranked = [...byTitle.values()].flatMap((same) => {
    const [first, ...others] = same.sort((a, b) => (a.caseId < b.caseId ? -1 : 1))
    if (first === undefined) return []
    const usefulness = usefulnessOf({ score: first.score, linked: linkedTo.get(first.narrativeId) ?? 0, copies: same.length })
    return [{ ranked: { ...first, usefulness, equalTitles: others.map(({ caseId }) => caseId) }, skipped: isSkipped(first) }]
  })
  return ranked
    .sort((a, b) => Number(a.skipped) - Number(b.skipped) || b.ranked.usefulness - a.ranked.usefulness || (`${a.ranked.caseId} ${a.ranked.narrativeId}` < `${b.ranked.caseId} ${b.ranked.narrativeId}` ? -1 : 1))
    .map((one) => one.ranked)
}

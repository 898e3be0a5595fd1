import type { AgreementAnswer } from '#graph-schema/api/review.ts'
import type { Decision } from '../narratives/decisions.ts'

/**
 * Cohen's kappa of two raters with two categories: (observed − expected) / (1 − expected), expected from each rater's own shares.
 * Null where both always said the same one thing, or nothing. Cohen, J. (1960), Educational and Psychological Measurement 20, 37–46.
 */
export function cohensKappa(pairs: readonly (readonly [a: boolean, b: boolean])[]): number | null {
  if (pairs.length === 0) return null
  const share = (count: number) => count / pairs.length
  const [yesA, yesB] = [share(pairs.filter(([a]) => a).length), share(pairs.filter(([, b]) => b).length)]
  const expected = yesA * yesB + (1 - yesA) * (1 - yesB)
  return expected === 1 ? null : (share(pairs.filter(([a, b]) => a === b).length) - expected) / (1 - expected)
}

const linkOf = ({ caseId, narrativeId }: Decision) => `${narrativeId} ${caseId}`

/** Coders with what they said, each pair of them with its agreement, and the links on which they differ and that nobody settled. */
export function agreementOf(decisions: readonly Decision[]): Pick<AgreementAnswer, 'coders' | 'pairs' | 'settled'> & { open: Decision[][] } {
  const coded = decisions.filter(({ role }) => role === 'coding')
  const settled = new Set(decisions.filter(({ role, verdict }) => role === 'settlement' && verdict !== 'skipped').map(linkOf))
  const coders = [...new Set(coded.map(({ coder }) => coder))].sort()
  const byLink = new Map<string, Decision[]>()
  for (const one of coded) if (one.verdict !== 'skipped') byLink.set(linkOf(one), [...(byLink.get(linkOf(one)) ?? []), one])
  const pairs = coders.flatMap((a, index) =>
    coders.slice(index + 1).flatMap((b) => {
      const both = [...byLink.values()].flatMap((ofLink) => {
        const [byA, byB] = [ofLink.find(({ coder }) => coder === a), ofLink.find(({ coder }) => coder === b)]
        return byA === undefined || byB === undefined ? [] : [[byA.verdict === 'accepted', byB.verdict === 'accepted'] as const]
      })
      return both.length === 0 ? [] : [{ a, b, links: both.length, agreed: both.filter(([x, y]) => x === y).length, kappa: cohensKappa(both) }]
    }),
  )
  const differing = [...byLink].filter(([, ofLink]) => new Set(ofLink.map(({ verdict }) => verdict)).size > 1)
  const count = (coder: string, verdict: Decision['verdict']) => coded.filter((one) => one.coder === coder && one.verdict === verdict).length
  return {
    coders: coders.map((coder) => ({ coder, accepted: count(coder, 'accepted'), rejected: count(coder, 'rejected'), skipped: count(coder, 'skipped') })),
    pairs,
    settled: differing.filter(([link]) => settled.has(link)).length,
    open: differing.filter(([link]) => !settled.has(link)).map(([, ofLink]) => ofLink),
  }
}

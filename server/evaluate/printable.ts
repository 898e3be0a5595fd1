import type { Evaluation } from './evaluate.ts'
import type { SplitResult } from './evaluate-linking.ts'

const two = (value: number) => value.toFixed(3)
const interval = ([low, high]: readonly [number, number]) => `${two(low)}–${two(high)}`

function splitLines(name: string, split: SplitResult): string[] {
  return [
    `${name}: ${String(split.cases)} cases from ${split.before} on (${String(split.leftOut)} left out), trained on ${String(split.trainedOn)}`,
    `  micro F1 ${two(split.micro)} (${interval(split.intervals.micro)}), macro F1 ${two(split.macro)} (${interval(split.intervals.macro)}) over ${String(split.labels)} labels; precision ${two(split.precision)}, recall ${two(split.recall)}, by case ${two(split.samples)}`,
    `  heads: micro ${two(split.heads.micro)}, macro ${two(split.heads.macro)}; with all suggestions taken: micro ${two(split.withSuggestions.micro)}, macro ${two(split.withSuggestions.macro)}`,
    ...split.tiers.map(({ tier, decided, agreesWithKeywords }) => `  ${tier}: ${String(decided)}, of which the keywords agree with ${two(agreesWithKeywords)}`),
    `  spans that hold: ${String(split.spans.valid)} of ${String(split.spans.spans)}`,
  ]
}

/** An evaluation in lines for a terminal. */
export function printable(result: Evaluation): string {
  const { gold, related, bursts, claims } = result
  return [
    ...splitLines('Titles', result),
    ...(claims === null ? [] : splitLines('Full claims', claims)),
    ...(gold === null ? [] : [
      `Gold: ${String(gold.cases)} cases, ${String(gold.links)} links${gold.missingCases === 0 ? '' : `, ${String(gold.missingCases)} cases not in these files`}; drawn links micro F1 ${two(gold.micro)}, recall ${two(gold.recallOfDrawn)}`,
      ...gold.byTier.map(({ tier, decided, right, precision, interval: range }) => `  ${tier}: ${String(right)} of ${String(decided)} right, ${two(precision)} (${interval(range)})`),
      `  the source’s keywords at the 47 labels: precision ${two(gold.keywordsAtLabels.precision)}, recall ${two(gold.keywordsAtLabels.recall)}`,
    ]),
    ...([['withheld keyword', related.withheldKeyword], ['shared evidence', related.sharedEvidence]] as const).flatMap(([name, one]) => (one === null ? [] : [`Related, ${name}: R@10 ${two(one.recallAt10)}, MRR ${two(one.mrr)}, found in ten ${two(one.successAt10)}, ${String(one.queries)} queries, ${one.cpuMsPerQuery.toFixed(1)} ms CPU each`])),
    `Bursts: ${String(bursts.found)} of ${String(bursts.of)}`,
    ...bursts.each.map(({ keyword, cases, clusters, rank, size, purity, bestPurity }) => `  ${keyword} (${String(cases)} cases, ${String(clusters)} clusters): ${rank === null ? `not found, purest ${two(bestPurity)}` : `rank ${String(rank)}, ${String(size ?? 0)} cases, ${two(purity ?? 0)} pure`}`),
    `Linked in a second of CPU: ${String(result.docsPerCpuSecond)} cases`,
    `Hash of all decisions: ${result.hash}`,
  ].join('\n')
}

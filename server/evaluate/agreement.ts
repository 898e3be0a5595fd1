import { seededRandom } from '../narratives/model/seeded-random.ts'

/** What was decided for a case, and what its keywords say: numbers of labels. */
export interface Decision {
  decided: ReadonlySet<number>
  truth: ReadonlySet<number>
}

export interface LabelCounts {
  /** Decided and true, decided and not true, true and not decided. */
  hit: number
  false: number
  missed: number
}

/** F1 = 2·hit / (2·hit + false + missed); 0 where nothing was decided and nothing true. */
export function f1({ hit, false: wrong, missed }: LabelCounts): number {
  return hit + wrong + missed === 0 ? 0 : (2 * hit) / (2 * hit + wrong + missed)
}

export interface Agreement {
  cases: number
  precision: number
  recall: number
  micro: number
  macro: number
  samples: number
  /** Labels that macro averages over: those that some case of the test carries. */
  labels: number
  byLabel: LabelCounts[]
}

/**
 * Agreement of decisions with the truth. Macro is the mean over labels that occur in the truth (a label without a case has no F1
 * to speak of); samples is the mean of F1 by case over cases with a decision or a truth.
 */
export function agreementOf(decisions: readonly Decision[], labelCount: number): Agreement {
  const byLabel = countsOf(decisions, labelCount)
  const total = byLabel.reduce((sum, one) => ({ hit: sum.hit + one.hit, false: sum.false + one.false, missed: sum.missed + one.missed }), { hit: 0, false: 0, missed: 0 })
  const present = byLabel.filter(({ hit, missed }) => hit + missed > 0)
  const perCase = decisions.filter(({ decided, truth }) => decided.size + truth.size > 0).map(({ decided, truth }) => {
    const hit = [...decided].filter((label) => truth.has(label)).length
    return (2 * hit) / (decided.size + truth.size)
  })
  return {
    cases: decisions.length,
    precision: share(total.hit, total.hit + total.false),
    recall: share(total.hit, total.hit + total.missed),
    micro: f1(total),
    macro: mean(present.map(f1)),
    samples: mean(perCase),
    labels: present.length,
    byLabel,
  }
}

function countsOf(decisions: readonly Decision[], labelCount: number): LabelCounts[] {
  const counts = Array.from({ length: labelCount }, (): LabelCounts => ({ hit: 0, false: 0, missed: 0 }))
  for (const { decided, truth } of decisions) {
    for (const label of decided) {
      const of = counts[label]
      if (of === undefined) continue
      if (truth.has(label)) of.hit += 1
      else of.false += 1
    }
    for (const label of truth) if (!decided.has(label)) (counts[label] ?? { missed: 0 }).missed += 1
  }
  return counts
}

/** The same at the level of heads: a head is decided where one of its labels is. */
export function atHeads(decisions: readonly Decision[], headOf: (label: number) => number): Decision[] {
  return decisions.map(({ decided, truth }) => ({ decided: new Set([...decided].map(headOf)), truth: new Set([...truth].map(headOf)) }))
}

/** 95 % percentile intervals of micro and macro F1 over resampled cases, with a fixed seed. */
export function intervalsOf(decisions: readonly Decision[], labelCount: number, rounds = 1000): { micro: [number, number]; macro: [number, number] } {
  const random = seededRandom(11)
  const micro: number[] = []
  const macro: number[] = []
  if (decisions.length === 0) return { micro: [0, 0], macro: [0, 0] }
  for (let round = 0; round < rounds; round += 1) {
    const drawn = Array.from({ length: decisions.length }, () => decisions[Math.floor(random() * decisions.length)] ?? { decided: new Set<number>(), truth: new Set<number>() })
    const byLabel = countsOf(drawn, labelCount)
    const total = byLabel.reduce((sum, one) => ({ hit: sum.hit + one.hit, false: sum.false + one.false, missed: sum.missed + one.missed }), { hit: 0, false: 0, missed: 0 })
    micro.push(f1(total))
    macro.push(mean(byLabel.filter(({ hit, missed }) => hit + missed > 0).map(f1)))
  }
  return { micro: middle95(micro), macro: middle95(macro) }
}

/** 95 % interval of a share, Wilson 1927: holds for small counts too. */
export function wilson(hits: number, of: number): [number, number] {
  if (of === 0) return [0, 1]
  const z = 1.959964
  const p = hits / of
  const centre = (p + (z * z) / (2 * of)) / (1 + (z * z) / of)
  const half = (z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of))) / (1 + (z * z) / of)
  return [Math.max(0, centre - half), Math.min(1, centre + half)]
}

function middle95(values: number[]): [number, number] {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0
  return [at(0.025), at(0.975)]
}

export function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}

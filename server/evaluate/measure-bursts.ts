import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { fold } from '#graph-schema/fold.ts'
import { narrativeCandidates } from '../narratives/candidates.ts'
import type { Taxonomy } from '../narratives/taxonomy.ts'
import type { Yardstick } from '../narratives/yardstick.ts'
import { decideLabels } from './decide.ts'
import type { MeasuredCase } from './read-cases.ts'

const burstsSchema = z.array(z.strictObject({ keyword: z.string(), start: z.iso.date(), end: z.iso.date() }))

export interface BurstResult {
  found: number
  of: number
  each: { keyword: string; cases: number; clusters: number; rank: number | null; size: number | null; purity: number | null; bestPurity: number }[]
}

/** A burst is found when a cluster with at least 5 cases, half of them with the keyword, is among the first 10. */
const firstRanks = 10

/** Looks for known bursts, in their windows, as if their own narratives did not exist yet: the patterns of the labels their keyword stands for do not count as links. */
export function measureBursts(cases: readonly MeasuredCase[], taxonomy: Taxonomy, yardstick: Yardstick, projectRoot: string): BurstResult {
  const bursts = burstsSchema.parse(JSON.parse(readFileSync(path.join(projectRoot, 'seed', 'taxonomy', 'bursts.json'), 'utf8')))
  const each = bursts.flatMap(({ keyword, start, end }): BurstResult['each'] => {
    const window = cases.filter(({ date }) => date !== null && date >= start && date <= end)
    if (window.length === 0) return []
    const own = yardstick.labelsOf([keyword])
    const withKeyword = new Set(window.filter(({ keywords }) => keywords.some((one) => fold(one) === fold(keyword))).map(({ id }) => id))
    const candidates = narrativeCandidates(
      window.map((one) => {
        const { tierOf } = decideLabels(one, taxonomy, yardstick)
        return { id: one.id, title: one.title, publishedOn: one.date ?? start, isLinked: [...tierOf].some(([label, tier]) => tier !== 'suggested' && !own.has(label)) }
      }),
      cases.filter(({ date }) => date !== null && date < start).map(({ title }) => title),
    )
    const purities = candidates.map((candidate) => candidate.cases.filter((id) => withKeyword.has(id)).length / candidate.cases.length)
    const at = purities.findIndex((purity, rank) => rank < firstRanks && purity >= 0.5)
    const found = candidates[at]
    return [{ keyword, cases: withKeyword.size, clusters: candidates.length, rank: found === undefined ? null : at + 1, size: found?.cases.length ?? null, purity: purities[at] ?? null, bestPurity: Math.max(0, ...purities) }]
  })
  return { found: each.filter(({ rank }) => rank !== null).length, of: each.length, each }
}

import type { z } from 'zod'
import type { Counted, landscapeEndpoint } from '#graph-schema/api/narratives.ts'
import type { CatalogueRow } from '../neo4j/queries/narrative-catalogue.ts'
import { type CountedCase, narrativeSummaries, sameLine } from './counted-cases.ts'
import { type CorpusExtent, coverage, issueBins, monthBins } from './time-bins.ts'
import { findWaves } from './waves.ts'

export type Landscape = z.output<typeof landscapeEndpoint.response>
type Row = Landscape['rows'][number]

/** What the landscape is made of. */
export interface LandscapeInput {
  by: 'month' | 'issue'
  count: Counted
  catalogue: readonly CatalogueRow[]
  /** Cases, or distinct claims, as `count` says. */
  cases: readonly CountedCase[]
  corpora: readonly CorpusExtent[]
}

const zeros = (length: number): number[] => Array.from({ length }, () => 0)

function increase(counts: number[], index: number): void {
  counts[index] = (counts[index] ?? 0) + 1
}

/** How many cases each two narratives share, a head and its own sub-narratives apart: these share by construction. */
export function sharedPairs(catalogue: readonly CatalogueRow[], cases: readonly CountedCase[]): Landscape['shared'] {
  const counts = new Map<number, number>()
  for (const { carried } of cases) {
    const positions = [...carried.keys()].sort((a, b) => a - b)
    for (const [index, a] of positions.entries()) {
      for (const b of positions.slice(index + 1)) {
        const key = a * catalogue.length + b
        counts.set(key, (counts.get(key) ?? 0) + 1)
      }
    }
  }
  const shared: Landscape['shared'] = { a: [], b: [], cases: [] }
  for (const [key, count] of [...counts].sort(([left], [right]) => left - right)) {
    const [a, b] = [Math.floor(key / catalogue.length), key % catalogue.length]
    const [one, other] = [catalogue[a], catalogue[b]]
    if (one === undefined || other === undefined || sameLine(one, other)) continue
    shared.a.push(a)
    shared.b.push(b)
    shared.cases.push(count)
  }
  return shared
}

/**
 * Narratives over time. Cases of complete corpora make series, and waves over the part of them that rests on more than the source's tag;
 * cases of selected samples stand by themselves as dots; both have their effort beside them.
 */
export function landscape({ by, count, catalogue, cases, corpora }: LandscapeInput): Landscape {
  const plain = by === 'month' ? monthBins(cases) : issueBins(cases)
  const binOf = new Map(plain.map(({ key }, index) => [key, index]))
  const placeOf = ({ date, issue }: CountedCase) => binOf.get(by === 'month' ? (date?.slice(0, 7) ?? '') : String(issue ?? ''))

  const effortComplete = zeros(plain.length)
  const effortSelected = zeros(plain.length)
  const rows = narrativeSummaries(catalogue, cases).map(
    (summary): Row => ({
      ...summary,
      series: zeros(plain.length),
      strong: zeros(plain.length),
      dots: { bin: [], id: [], date: [], title: [], tier: [], disproofState: [] },
      waves: [],
      unplaced: 0,
    }),
  )
  const withoutNarrative: Landscape['withoutNarrative'] = { cases: 0, series: zeros(plain.length), dotBins: [] }

  for (const one of cases) {
    const bin = placeOf(one)
    if (bin !== undefined) increase(one.complete ? effortComplete : effortSelected, bin)
    if (one.carried.size === 0) {
      withoutNarrative.cases += 1
      if (bin !== undefined && one.complete) increase(withoutNarrative.series, bin)
      if (bin !== undefined && !one.complete) withoutNarrative.dotBins.push(bin)
    }
    for (const [position, tier] of one.carried) {
      const row = rows[position]
      if (row === undefined) continue
      if (bin === undefined) row.unplaced += 1
      else if (one.complete) {
        increase(row.series, bin)
        if (tier !== 'source-tag') increase(row.strong, bin)
      } else {
        row.dots.bin.push(bin)
        row.dots.id.push(one.id)
        row.dots.date.push(one.date)
        row.dots.title.push(one.title)
        row.dots.tier.push(tier)
        row.dots.disproofState.push(one.disproofState)
      }
    }
  }

  const bins = plain.map((bin, index) => ({ ...bin, ...coverage(bin, corpora, (effortComplete[index] ?? 0) + (effortSelected[index] ?? 0) > 0) }))
  const complete = bins.map((bin) => bin.complete)
  for (const row of rows) row.waves = findWaves(row.strong, effortComplete, complete)
  const sampling: Landscape['sampling'] = []
  if (cases.some((one) => one.complete)) sampling.push('complete')
  if (cases.some((one) => !one.complete)) sampling.push('selected')
  return { by, count, total: cases.length, bins, effortComplete, effortSelected, rows, withoutNarrative, shared: sharedPairs(catalogue, cases), sampling }
}

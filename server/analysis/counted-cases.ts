import { tiers, type Tier } from '#graph-schema/evidence.ts'
import type { NarrativeSummary } from '#graph-schema/api/narratives.ts'
import type { CaseLinksRow } from '../neo4j/queries/case-links.ts'
import type { CatalogueRow } from '../neo4j/queries/narrative-catalogue.ts'

/** A counted case with all that narratives over time are made of. */
export interface CountedCase {
  date: string | null
  /** Whether it stands in a complete corpus; else somebody selected it. */
  complete: boolean
  /** Empty, like the two below, for a case of a complete corpus: only those of selected samples are drawn by themselves. */
  id: string
  title: string
  disproofState: string
  issue: number | null
  /** Its own id, then those of the cases whose claim it repeats; empty where nobody asked for them. */
  repeats: readonly string[]
  /** Positions, in the catalogue, of the narratives it carries, each once with its surest tier. A case that carries a sub-narrative carries its head. */
  carried: Map<number, Tier>
}

const sureness = new Map<Tier, number>(tiers.map((tier, index) => [tier, index]))

/** The surer of two tiers. */
export function surer(a: Tier | undefined, b: Tier): Tier {
  return a !== undefined && (sureness.get(a) ?? 0) <= (sureness.get(b) ?? 0) ? a : b
}

/** For each narrative the positions in the catalogue that a link to it counts for: its own and its head's. */
function positionsOf(catalogue: readonly CatalogueRow[]): Map<string, number[]> {
  const own = new Map(catalogue.map((narrative, position) => [narrative.id, position]))
  return new Map(
    catalogue.map((narrative, position) => {
      const head = narrative.head === null ? undefined : own.get(narrative.head)
      return [narrative.id, head === undefined ? [position] : [position, head]]
    }),
  )
}

const tierOf = new Map<string, Tier>(tiers.map((tier) => [tier, tier]))

/** A link as the query writes it, taken apart; null for one that names no tier of ours. */
function parseLink(link: string): { narrative: string; tier: Tier } | null {
  const blank = link.lastIndexOf(' ')
  const tier = tierOf.get(link.slice(blank + 1))
  return tier === undefined ? null : { narrative: link.slice(0, blank), tier }
}

function dateOf(month: number | null, day: number): string | null {
  if (month === null) return null
  return [String(Math.floor(month / 12)).padStart(4, '0'), String((month % 12) + 1).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
}

/** Query rows as cases. */
export function countedCases(rows: readonly CaseLinksRow[], catalogue: readonly CatalogueRow[]): CountedCase[] {
  const positions = positionsOf(catalogue)
  return rows.flatMap((row) => {
    let selected = -1
    return row.complete.map((complete, index): CountedCase => {
      if (!complete) selected += 1
      const carried = new Map<number, Tier>()
      for (const link of row.links[index] ?? []) {
        const parsed = parseLink(link)
        if (parsed === null) continue
        for (const position of positions.get(parsed.narrative) ?? []) carried.set(position, surer(carried.get(position), parsed.tier))
      }
      const issue = row.issue[index] ?? -1
      return {
        date: dateOf(row.month, row.day[index] ?? 1),
        complete,
        id: complete ? '' : (row.id[selected] ?? ''),
        title: complete ? '' : (row.title[selected] ?? ''),
        disproofState: complete ? '' : (row.disproofState[selected] ?? 'missing'),
        issue: issue < 0 ? null : issue,
        repeats: row.repeats[index] ?? [],
        carried,
      }
    })
  })
}

/** Each narrative of the catalogue with its counts and the days between which it was recorded. For a head, cases of its sub-narratives count once. */
export function narrativeSummaries(catalogue: readonly CatalogueRow[], cases: readonly CountedCase[]): NarrativeSummary[] {
  const summaries = catalogue.map(
    ({ id, name, definition, level, head, position }): NarrativeSummary => ({
      id, name, definition, level, head, position, cases: 0, sourceTagOnly: 0, earliest: null, latest: null,
    }),
  )
  for (const { carried, date } of cases) {
    for (const [position, tier] of carried) {
      const summary = summaries[position]
      if (summary === undefined) continue
      summary.cases += 1
      if (tier === 'source-tag') summary.sourceTagOnly += 1
      if (date === null) continue
      if (summary.earliest === null || date < summary.earliest) summary.earliest = date
      if (summary.latest === null || date > summary.latest) summary.latest = date
    }
  }
  return summaries
}

/** Whether one of the two is the other's head, so that they share cases by construction. */
export function sameLine(a: CatalogueRow, b: CatalogueRow): boolean {
  return a.id === b.id || a.head === b.id || b.head === a.id
}

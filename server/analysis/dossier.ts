import type { z } from 'zod'
import type { connectionSchema, dossierEndpoint } from '#graph-schema/api/narratives.ts'
import { type Evidence, tiers } from '#graph-schema/evidence.ts'
import type { CatalogueRow } from '../neo4j/queries/narrative-catalogue.ts'
import { type CountedCase, sameLine } from './counted-cases.ts'
import { lift } from './lift.ts'
import { daysBetween } from './days.ts'

type Dossier = z.output<typeof dossierEndpoint.response>
type Connection = z.output<typeof connectionSchema>

/**
 * The narratives that share cases with one, highest lift first, then most shared. Lift is taken over the cases of complete corpora alone;
 * where these share nothing it is null. Its own head and sub-narratives are left out: they share by construction.
 */
export function connectionsOf(target: number, catalogue: readonly CatalogueRow[], cases: readonly CountedCase[]): Connection[] {
  const own = catalogue[target]
  if (own === undefined) return []
  const shared = new Map<number, number>()
  const sharedComplete = new Map<number, number>()
  const complete = new Map<number, number>()
  let all = 0
  for (const one of cases) {
    const has = one.carried.has(target)
    if (one.complete) all += 1
    for (const position of one.carried.keys()) {
      if (one.complete) complete.set(position, (complete.get(position) ?? 0) + 1)
      if (!has) continue
      shared.set(position, (shared.get(position) ?? 0) + 1)
      if (one.complete) sharedComplete.set(position, (sharedComplete.get(position) ?? 0) + 1)
    }
  }
  return [...shared]
    .flatMap(([position, count]): Connection[] => {
      const other = catalogue[position]
      if (other === undefined || sameLine(own, other)) return []
      const found = lift(sharedComplete.get(position) ?? 0, complete.get(target) ?? 0, complete.get(position) ?? 0, all)
      return [{ id: other.id, name: other.name, shared: count, lift: found?.lift ?? null, low: found?.low ?? null, high: found?.high ?? null }]
    })
    .sort((a, b) => (b.lift ?? -1) - (a.lift ?? -1) || b.shared - a.shared || (a.id < b.id ? -1 : 1))
}

/** The cases of a narrative by tier, surest first, and by year, oldest first; undated cases are in no year. */
export function tiersAndYears(target: number, cases: readonly CountedCase[]): Pick<Dossier, 'tiers' | 'byYear'> {
  const byTier = new Map<string, number>()
  const byYear = new Map<string, number>()
  for (const { carried, date } of cases) {
    const tier = carried.get(target)
    if (tier === undefined) continue
    byTier.set(tier, (byTier.get(tier) ?? 0) + 1)
    if (date !== null) byYear.set(date.slice(0, 4), (byYear.get(date.slice(0, 4)) ?? 0) + 1)
  }
  return {
    tiers: tiers.filter((tier) => byTier.has(tier)).map((tier) => ({ tier, cases: byTier.get(tier) ?? 0 })),
    byYear: [...byYear].sort(([a], [b]) => (a < b ? -1 : 1)).map(([year, count]) => ({ year, cases: count })),
  }
}

/** Each place with the days from the narrative's earliest recorded case to the earliest there; null where there is no date. */
export function withLags<Place extends { earliest: string | null }>(places: readonly Place[], earliest: string | null): (Place & { lagDays: number | null })[] {
  return places.map((place) => ({
    ...place,
    lagDays: earliest === null || place.earliest === null ? null : daysBetween(earliest, place.earliest),
  }))
}

function ruleOf(evidence: Evidence): { kind: 'phrase' | 'keyword' | 'statement'; text: string } | null {
  switch (evidence.kind) {
    case 'match':
      return { kind: 'phrase', text: evidence.rule }
    case 'keyword':
      return { kind: 'keyword', text: evidence.keyword }
    case 'quote':
      return { kind: 'statement', text: evidence.in === 'disproof' ? 'named in the disproof' : `named in the ${evidence.in}` }
    case 'stated':
      return { kind: 'statement', text: `listed by the source under ${evidence.field}` }
    case 'score':
    case 'publication':
    case 'decision':
    case 'likeness':
    case 'taxonomy':
      return null
  }
}

/** What links cases to a narrative, from the evidence of each case: every rule, keyword or statement with the number of cases it stands for, most first. */
export function rulesOf(evidenceByCase: readonly (readonly Evidence[])[]): Dossier['rules'] {
  const rules = new Map<string, Dossier['rules'][number]>()
  for (const evidences of evidenceByCase) {
    const ofCase = new Map(evidences.flatMap((evidence) => {
      const rule = ruleOf(evidence)
      return rule === null ? [] : [[`${rule.kind} ${rule.text}`, rule] as const]
    }))
    for (const [key, rule] of ofCase) {
      const known = rules.get(key)
      if (known === undefined) rules.set(key, { ...rule, cases: 1 })
      else known.cases += 1
    }
  }
  return [...rules.values()].sort((a, b) => b.cases - a.cases || (a.text < b.text ? -1 : 1))
}

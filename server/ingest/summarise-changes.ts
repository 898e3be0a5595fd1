import type { Tier } from '#graph-schema/evidence.ts'
import type { LinkChange } from './relink.ts'

/** What linking anew changes for one narrative. */
export interface NarrativeChanges {
  id: string
  name: string
  added: number
  dropped: number
  /** Links that stay and are surer or less sure than before. */
  tiers: { before: Tier; after: Tier; cases: number }[]
}

/** The changes by narrative, those with most first. */
export function summariseChanges(changes: readonly LinkChange[], nameOf: ReadonlyMap<string, string>): NarrativeChanges[] {
  const byNarrative = new Map<string, NarrativeChanges>()
  for (const { narrativeId: id, before, after } of changes) {
    const known = byNarrative.get(id) ?? { id, name: nameOf.get(id) ?? id, added: 0, dropped: 0, tiers: [] }
    byNarrative.set(id, known)
    if (before === null) known.added += 1
    else if (after === null) known.dropped += 1
    else {
      const same = known.tiers.find((one) => one.before === before && one.after === after)
      if (same === undefined) known.tiers.push({ before, after, cases: 1 })
      else same.cases += 1
    }
  }
  const sizeOf = ({ added, dropped, tiers }: NarrativeChanges) => added + dropped + tiers.reduce((sum, { cases }) => sum + cases, 0)
  return [...byNarrative.values()].sort((a, b) => sizeOf(b) - sizeOf(a) || (a.id < b.id ? -1 : 1))
}

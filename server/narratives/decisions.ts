import type { z } from 'zod'
import type { Evidence } from '#graph-schema/evidence.ts'
import type { decisionKind } from '#graph-schema/node-kinds/decision.ts'
import type { Taxonomy } from './taxonomy.ts'

/** A decision as it is stored. */
export type Decision = { id: string } & z.output<(typeof decisionKind)['properties']>

/** What all decisions on one link come to. */
export interface Ruling {
  narrativeId: string
  /** Null where coders disagree and nobody has settled it: then the link stays what the linker makes of it. */
  tier: 'accepted' | 'rejected' | null
  /** Who said what and when, the newest first. */
  evidence: Evidence[]
}

/** The narrative that a decision counts for: the one into which its own was merged, if it was. */
function nowCalled(id: string, { nameOf, merged }: Pick<Taxonomy, 'nameOf' | 'merged'>): string {
  let now = id
  // A narrative merged into one that was merged later; no longer chain than there are mergers.
  for (let step = 0; step < merged.size && !nameOf.has(now); step += 1) now = merged.get(now) ?? now
  return now
}

/** Decisions found by the ids under which a case may be decided on. One on a narrative that `taxonomy` does not have waits until it has it again. */
export class DecisionBook {
  readonly #byKey = new Map<string, Decision[]>()

  constructor(decisions: readonly Decision[], taxonomy: Pick<Taxonomy, 'nameOf' | 'merged'>) {
    for (const stored of decisions) {
      const narrativeId = nowCalled(stored.narrativeId, taxonomy)
      if (!taxonomy.nameOf.has(narrativeId)) continue
      const decision = narrativeId === stored.narrativeId ? stored : { ...stored, narrativeId }
      for (const key of new Set([decision.caseId, decision.titleId])) {
        if (key === null) continue
        const same = this.#byKey.get(key)
        if (same === undefined) this.#byKey.set(key, [decision])
        else same.push(decision)
      }
    }
  }

  /**
   * What was decided on a case, under its id or one that it had before; in the order of the narratives' ids. By title and day alone a decision
   * is found only while one of the two has no address: with two addresses they are two cases, and nobody decided on this one.
   */
  rulingsOn({ id, aliases }: { id: string; aliases: readonly string[] }): Ruling[] {
    if (this.#byKey.size === 0) return []
    const own = new Set([id, ...aliases])
    const found = new Set([...own].flatMap((key) => this.#byKey.get(key) ?? []))
    return rulingsOf([...found].filter(({ caseId, titleId }) => own.has(caseId) || titleId === id || titleId === caseId))
  }
}

const newestFirst = (a: Decision, b: Decision) => (a.decidedAt === b.decidedAt ? (a.id < b.id ? -1 : 1) : a.decidedAt > b.decidedAt ? -1 : 1)

/**
 * What the decisions on one case come to, a ruling a narrative. Of what one coder said of a link only the newest counts. A settlement
 * overrides what coders said; else all must agree. Skipped links are not ruled on. The outcome does not depend on the order of the decisions.
 */
export function rulingsOf(decisions: readonly Decision[]): Ruling[] {
  const byNarrative = new Map<string, Decision[]>()
  for (const decision of decisions.filter(({ verdict }) => verdict !== 'skipped').sort(newestFirst)) {
    const ofNarrative = byNarrative.get(decision.narrativeId) ?? []
    byNarrative.set(decision.narrativeId, ofNarrative)
    const isOutdated = ofNarrative.some(({ coder, role }) => role === decision.role && (role === 'settlement' || coder === decision.coder))
    if (!isOutdated) ofNarrative.push(decision)
  }
  return [...byNarrative]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([narrativeId, ofNarrative]) => {
      const settlement = ofNarrative.find(({ role }) => role === 'settlement')
      const counting = settlement === undefined ? ofNarrative : [settlement]
      const verdicts = new Set(counting.map(({ verdict }) => verdict))
      const tier = verdicts.size > 1 ? null : verdicts.has('accepted') ? 'accepted' : 'rejected'
      return { narrativeId, tier, evidence: ofNarrative.map(evidenceOf) }
    })
}

function evidenceOf({ verdict, coder, decidedAt, note }: Decision): Evidence {
  return { kind: 'decision', verdict: verdict === 'accepted' ? 'accepted' : 'rejected', by: coder, on: decidedAt.slice(0, 10), note }
}

import { fold } from '#graph-schema/fold.ts'
import type { NodeKind } from '#graph-schema/node-kinds/index.ts'
import { domainKinds, kindDefinition } from '#graph-schema/node-kinds/index.ts'

interface Hit {
  id: string
  kind: NodeKind
  name: string
}

export interface HitGroup<Found extends Hit> {
  kind: NodeKind
  label: string
  /** Hits of this kind in the whole answer, shown or not; null when not known. */
  count: number | null
  hits: Found[]
}

const order = domainKinds.map((definition) => definition.kind)

/**
 * Hits by kind, and inside a kind in their order. The kind of the best hit comes first; where several kinds hold a thing of that same name
 * (a narrative and the keyword it grew from), they come in the order of legends, so that the narrative leads.
 */
export function groupHits<Found extends Hit>(hits: readonly Found[], counts: readonly { kind: NodeKind; count: number }[]): HitGroup<Found>[] {
  const groups = new Map<NodeKind, HitGroup<Found>>()
  for (const hit of hits) {
    const group = groups.get(hit.kind)
    if (group === undefined) {
      groups.set(hit.kind, { kind: hit.kind, label: kindDefinition(hit.kind).words.many, count: counts.find((entry) => entry.kind === hit.kind)?.count ?? null, hits: [hit] })
    } else {
      group.hits.push(hit)
    }
  }
  const best = fold(hits[0]?.name ?? '')
  const isNamesake = (group: HitGroup<Found>) => fold(group.hits[0]?.name ?? '') === best
  const all = [...groups.values()]
  const namesakes = all.filter(isNamesake).sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
  return [...namesakes, ...all.filter((group) => !isNamesake(group))]
}

import type { z } from 'zod'
import type { dryRunEndpoint, rowCountsSchema } from '#graph-schema/api/imports.ts'
import { disproofStateOf } from '#graph-schema/node-kinds/case.ts'
import type { Inferred } from '#graph-schema/read-result.ts'
import type { ClaimCase, ClaimMarks } from '#web/ui/claim-block.tsx'
import { readableId } from './readable-id.ts'

export type DryRun = z.output<typeof dryRunEndpoint.response>
export type DryRunCase = DryRun['cases'][number]

/** What an import would do with a case. */
export const effectWords: Record<DryRunCase['effect'], string> = {
  new: 'new case',
  merges: 'merges into a case that is known',
  unchanged: 'already here, word for word',
}

/** Row counts as a sum that can be checked: read = taken in + merged + rejected. */
export function rowSum(rows: z.output<typeof rowCountsSchema>): string {
  const words = rows.read === 1 ? 'case read' : 'cases read'
  return `${rows.read} ${words} = ${rows.accepted} new + ${rows.merged} merged or unchanged + ${rows.rejected} rejected`
}

/** A case of a dry run as the claim block shows it. Its texts are the source's own. */
export function claimOf(read: DryRunCase): ClaimCase {
  return {
    id: read.id,
    title: read.title,
    claim: read.claim,
    claimOrigin: read.claim === null ? null : 'source',
    disproof: read.disproof,
    disproofOrigin: read.disproof === null ? null : 'source',
    disproofState: disproofStateOf(read.disproof),
    publishedOn: read.publishedOn,
    outlets: read.outlets,
  }
}

/** Where the words stand on which inferred items rest. */
export function inferredMarks(read: DryRunCase): ClaimMarks {
  const at = (place: 'title' | 'claim' | 'disproof') =>
    read.inferred.filter((item) => item.in === place && read[place]?.slice(item.start, item.end) === item.text).map((item) => ({ start: item.start, end: item.end }))
  return { title: at('title'), claim: at('claim'), disproof: at('disproof') }
}

/** An inferred thing with the places that name it. */
export interface InferredThing {
  field: Inferred['field']
  name: string
  /** e.g. “Kazakhstan” in the title. */
  places: string[]
}

/** Inferred items gathered by what they say, in the order in which they were read. */
export function inferredThings(items: readonly Inferred[], names: ReadonlyMap<string, string>): InferredThing[] {
  const things = new Map<string, InferredThing>()
  for (const item of items) {
    const key = `${item.field} ${item.value}`
    const thing = things.get(key) ?? { field: item.field, name: readableId(item.value, names), places: [] }
    const place = `“${item.text}” in the ${item.in}`
    if (!thing.places.includes(place)) thing.places.push(place)
    things.set(key, thing)
  }
  return [...things.values()]
}

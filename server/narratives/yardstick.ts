import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { fold } from '#graph-schema/fold.ts'

const yardstickSchema = z.array(
  z.strictObject({
    label: z.string(),
    head: z.string(),
    /** The source's keywords that stand for the label. */
    keywords: z.array(z.string()).min(1),
    /** Narratives of the taxonomy that are forms of it; the first is the one a model suggests. */
    narratives: z.array(z.string()),
    /** Topics that belong to it. */
    topics: z.array(z.string()),
  }),
)

export type YardstickLabel = z.output<typeof yardstickSchema>[number]

/** The 47 labels that every version of the taxonomy is measured by. */
export interface Yardstick {
  labels: YardstickLabel[]
  heads: string[]
  /** Numbers of the labels that a case's keywords stand for. */
  labelsOf: (keywords: readonly string[]) => Set<number>
  /** Narrative or topic → numbers of its labels. */
  labelsOfTarget: ReadonlyMap<string, number[]>
  headOf: (label: number) => number
}

/** Reads `seed/taxonomy/yardstick.json`. Throws where it does not fit its form, and where it names a narrative or topic that is not in `known`, unless those are to be left out, as for a taxonomy that was edited. */
export function loadYardstick(projectRoot: string, known: ReadonlySet<string>, { leaveOut = false } = {}): Yardstick {
  const file = path.join(projectRoot, 'seed', 'taxonomy', 'yardstick.json')
  const written = yardstickSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  const keep = (ids: readonly string[]) => (leaveOut ? ids.filter((id) => known.has(id)) : [...ids])
  const labels = written.map((one) => ({ ...one, narratives: keep(one.narratives), topics: keep(one.topics) }))
  const byKeyword = new Map<string, number[]>()
  const labelsOfTarget = new Map<string, number[]>()
  for (const [number, { keywords, narratives, topics, label }] of labels.entries()) {
    for (const keyword of keywords) byKeyword.set(fold(keyword), [...(byKeyword.get(fold(keyword)) ?? []), number])
    for (const target of [...narratives, ...topics]) {
      if (!known.has(target)) throw new Error(`${file}: ${label} names ${target}, which is not in the taxonomy`)
      labelsOfTarget.set(target, [...(labelsOfTarget.get(target) ?? []), number])
    }
  }
  const heads = [...new Set(labels.map(({ head }) => head))]
  return {
    labels,
    heads,
    labelsOf: (keywords) => new Set(keywords.flatMap((keyword) => byKeyword.get(fold(keyword)) ?? [])),
    labelsOfTarget,
    headOf: (label) => heads.indexOf(labels[label]?.head ?? ''),
  }
}

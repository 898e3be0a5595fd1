import { z } from 'zod'
import { polyNarrativeLabel } from '#graph-schema/poly-narrative.ts'

const idOf = (prefix: string) => z.string().regex(new RegExp(`^${prefix}:\\S+$`), `an id that starts with ${prefix}:`)
const text = z.string().trim().min(1)

export const narrativeEntrySchema = z.strictObject({
  id: idOf('narrative'),
  name: text,
  /** The id of the head above it; null for a head. */
  head: idOf('narrative').nullable(),
  definition: text,
  aliases: z.array(text),
  sourceKeywords: z.array(text),
  /** DISARM ids. */
  techniques: z.array(text),
  /** The nearest labels of PolyNarrative, of which one may say more or less than the narrative; ours to compare, not theirs. */
  polyNarrative: z.array(z.string().refine((label) => polyNarrativeLabel(label) === label, { error: 'not a label of PolyNarrative' })).default([]),
  draftLabels: z.array(text),
})
export type NarrativeEntry = z.output<typeof narrativeEntrySchema>

export const topicEntrySchema = z.strictObject({
  id: idOf('topic'),
  name: text,
  aliases: z.array(text),
  keywords: z.array(text),
  draftLabels: z.array(text),
})
export type TopicEntry = z.output<typeof topicEntrySchema>

export const techniqueEntrySchema = z.strictObject({ id: idOf('technique'), disarmId: text, name: text, url: z.url().nullable() })
export type TechniqueEntry = z.output<typeof techniqueEntrySchema>

export interface TaxonomyEntries {
  narratives: NarrativeEntry[]
  topics: TopicEntry[]
  techniques: TechniqueEntry[]
}

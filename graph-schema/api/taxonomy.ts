import { z } from 'zod'
import { tierSchema } from '../evidence.ts'
import { defineEndpoint, noBody, noQuery } from './common.ts'
import { coderSchema } from './review.ts'

const words = (most: number) => z.string().trim().min(1).max(most)
const narrativeId = z.string().regex(/^narrative:\S{1,200}$/u, 'the id of a narrative')

/** A DISARM technique by its id; its name may follow, and must where the taxonomy does not know it yet. */
export const techniqueLine = z.string().trim().max(200).regex(/^T\d{4}(\.\d{3})?(\s+\S.*)?$/u, 'a DISARM id such as T0022 or T0022.001, and its name')

/** What can be edited of a narrative. Keywords are those of the source that stand for it; patterns as in a pattern file, one a line. */
const editableShape = {
  name: words(120),
  definition: words(2_000),
  techniques: z.array(techniqueLine).max(30),
  /** Labels of PolyNarrative, whole or by their last part. */
  polyNarrative: z.array(words(300)).max(20),
  aliases: z.array(words(120)).max(50),
  keywords: z.array(words(200)).max(200),
  patterns: z.string().max(20_000),
  /** The head above it; null for a head. */
  head: narrativeId.nullable(),
} as const

export const narrativeEntrySchema = z.strictObject({ id: narrativeId, ...editableShape })
export type EditableNarrative = z.output<typeof narrativeEntrySchema>

/** One step of editing the taxonomy. */
export const taxonomyChangeSchema = z.discriminatedUnion('kind', [
  /**
   * Name, definition, place, keywords and patterns of a narrative; the id stays, so that links and decisions hold. With `was`, the narrative as it was
   * when editing began, it is refused where somebody else edited it meanwhile.
   */
  z.strictObject({ kind: z.literal('edit'), narrative: narrativeEntrySchema, was: narrativeEntrySchema.optional() }),
  /** A new narrative; its id is made of its name. */
  z.strictObject({ kind: z.literal('add'), narrative: z.strictObject(editableShape) }),
  /** Takes a narrative away. What people decided on it is kept and holds again if it comes back. */
  z.strictObject({ kind: z.literal('retire'), id: narrativeId }),
  /** Gives patterns, keywords and name (as another name) of one narrative to another and takes the first away; decisions on it count for the other. */
  z.strictObject({ kind: z.literal('merge'), id: narrativeId, into: narrativeId }),
  /**
   * Makes two of a narrative: these keywords and lines of patterns go over to a new one, the rest and what people decided stay. The new one has its
   * techniques and labels until somebody edits them.
   */
  z.strictObject({
    kind: z.literal('split'),
    id: narrativeId,
    narrative: z.strictObject({ name: editableShape.name, definition: editableShape.definition, head: editableShape.head }),
    keywords: editableShape.keywords,
    lines: z.array(words(1_000)).max(500),
  }),
  /** A whole taxonomy, from a file that was exported. */
  z.strictObject({ kind: z.literal('replace'), text: z.string().max(4_000_000) }),
])
export type TaxonomyChange = z.output<typeof taxonomyChangeSchema>

const narrativeChangesSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  added: z.int(),
  dropped: z.int(),
  tiers: z.array(z.strictObject({ before: tierSchema, after: tierSchema, cases: z.int() })),
})

const movedSchema = z.strictObject({
  cases: z.int(),
  added: z.int(),
  dropped: z.int(),
  tierChanged: z.int(),
  /** The narratives for which something changes, most first. */
  byNarrative: z.array(narrativeChangesSchema),
})
export type Moved = z.output<typeof movedSchema>

export const taxonomyEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/taxonomy',
  summary: 'The narratives as they can be edited, and what was edited before',
  query: noQuery,
  body: noBody,
  response: z.strictObject({
    version: z.string(),
    /** Whether people edited it in this graph; else it is the one that ships. */
    isOwn: z.boolean(),
    narratives: z.array(narrativeEntrySchema),
    /** Newest first. */
    history: z.array(z.strictObject({ id: z.string(), at: z.string(), by: z.string(), what: z.string() })),
  }),
})

/** The whole taxonomy as one file: narratives, topics, techniques, aliases and patterns. */
export const taxonomyFileEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/taxonomy/file',
  summary: 'The taxonomy as one file, which can be brought in again',
  query: noQuery,
  body: noBody,
  response: z.strictObject({ name: z.string(), text: z.string() }),
})

export const previewTaxonomyEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/taxonomy/preview',
  onlyReads: true,
  summary: 'What would move if the taxonomy were changed so; nothing is written',
  query: noQuery,
  body: z.strictObject({ change: taxonomyChangeSchema }),
  response: movedSchema,
})

/** How far linking has come that somebody waits for; of several at once the one that moved last. */
export const taxonomyProgressEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/taxonomy/progress',
  summary: 'How many cases have been gone through by the preview or the change of the taxonomy that is under way',
  query: noQuery,
  body: noBody,
  response: z.strictObject({ running: z.strictObject({ done: z.int(), all: z.int() }).nullable() }),
})

const formerLinksSchema = z.strictObject({ cases: z.int() })

/** Cases with links that a former edition made: with a link of one, so many; 0 where it is only not sure that all are linked with what is in force. */
export type FormerLinks = z.output<typeof formerLinksSchema>

/** The same in words, for screen and command line. */
export function formerLinksWords({ cases }: FormerLinks): string {
  if (cases === 0) return 'Some cases may not be linked with the taxonomy and the model in force.'
  return `Links of ${cases === 1 ? '1 case' : `${cases.toLocaleString('en')} cases`} were made with a former edition of the taxonomy or the model.`
}

/** Null where all cases are linked with the taxonomy and the model in force. */
export const formerLinksEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/taxonomy/former-links',
  summary: 'Whether links of cases were made with a former edition of the taxonomy or the model, and of how many',
  query: noQuery,
  body: noBody,
  response: z.strictObject({ former: formerLinksSchema.nullable() }),
})

export const linkAnewEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/taxonomy/link-anew',
  summary: 'Link all cases anew with the taxonomy and the model in force',
  query: noQuery,
  body: z.strictObject({}),
  response: movedSchema,
})

export const changeTaxonomyEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/taxonomy/changes',
  summary: 'Change the taxonomy and link all cases anew',
  query: noQuery,
  body: z.strictObject({ by: coderSchema, change: taxonomyChangeSchema }),
  response: movedSchema.extend({ undo: z.string() }),
})

export const undoTaxonomyEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/taxonomy/undo',
  summary: 'Go back to the taxonomy as it was before a change, and link all cases anew; that is a change, too, and can be undone',
  query: noQuery,
  body: z.strictObject({ by: coderSchema, id: z.string().regex(/^[0-9TZ-]{10,40}$/u, 'the id of a change') }),
  response: movedSchema.extend({ undo: z.string() }),
})

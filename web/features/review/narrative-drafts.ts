import { create } from 'zustand'
import type { EditableNarrative, TaxonomyChange } from '#graph-schema/api/taxonomy.ts'

/** Lists are edited as texts, an entry a line. */
type ListField = 'techniques' | 'polyNarrative' | 'aliases' | 'keywords'
export type Written = Omit<EditableNarrative, 'id'>
export type Fields = Omit<Written, ListField> & Record<ListField, string>

/** What is written and chosen for dividing a narrative. */
export interface SplitFields {
  name: string
  definition: string
  head: string | null
  keywords: readonly string[]
  lines: readonly string[]
}

/** What somebody wrote of a narrative and has not applied. */
export interface NarrativeDraft {
  /** The narrative when writing began; null for a new one. */
  was: EditableNarrative | null
  fields: Fields
  split: SplitFields | null
}

/** The id under which a new narrative is written. */
export const newNarrative = 'new'

const lines = (text: string) => text.split('\n').map((line) => line.trim()).filter((line) => line !== '')

export function fieldsOf(narrative: EditableNarrative | null): Fields {
  if (narrative === null) return { name: '', definition: '', head: null, techniques: '', polyNarrative: '', aliases: '', keywords: '', patterns: '' }
  const { id: _id, techniques, polyNarrative, aliases, keywords, ...rest } = narrative
  return { ...rest, techniques: techniques.join('\n'), polyNarrative: polyNarrative.join('\n'), aliases: aliases.join('\n'), keywords: keywords.join('\n') }
}

export function writtenOf({ name, definition, techniques, polyNarrative, aliases, keywords, ...rest }: Fields): Written {
  return { ...rest, name: name.trim(), definition: definition.trim(), techniques: lines(techniques), polyNarrative: lines(polyNarrative), aliases: lines(aliases), keywords: lines(keywords) }
}

/** Whether a narrative is so already, but for spaces. */
export const isWritten = (fields: Fields, narrative: EditableNarrative | null) => JSON.stringify(writtenOf(fields)) === JSON.stringify(writtenOf(fieldsOf(narrative)))

/** Dividing begins so: beside a form stands another form of the same head; beside a head, its first form. */
export const splitOf = ({ id, head }: EditableNarrative): SplitFields => ({ name: '', definition: '', head: head ?? id, keywords: [], lines: [] })

/** To the letter, since a space that was typed must stand there until the next one is. */
const isUntouched = (fields: Fields, was: EditableNarrative | null) => JSON.stringify(fields) === JSON.stringify(fieldsOf(was))
const isBeginning = (split: SplitFields, was: EditableNarrative | null) => was !== null && JSON.stringify(split) === JSON.stringify(splitOf(was))

interface DraftState {
  /** Id of the narrative, or `new`, → what is not applied of it. */
  drafts: Readonly<Record<string, NarrativeDraft>>
  /** Id → patterns of a proposal that its form has yet to take up. */
  proposed: Readonly<Record<string, string>>
}

/** Drafts outlive tabs and screens, as nobody expects to lose a definition by looking at a case. They live as long as the page does. */
export const useNarrativeDrafts = create<DraftState>(() => ({ drafts: {}, proposed: {} }))

function without<Value>(of: Readonly<Record<string, Value>>, id: string): Record<string, Value> {
  const { [id]: _gone, ...rest } = of
  return rest
}

export function discardDraft(id: string): void {
  useNarrativeDrafts.setState(({ drafts }) => ({ drafts: without(drafts, id) }))
}

/** Keeps what was written; nothing where that is what stands there anyway. */
export function keepDraft(id: string, draft: NarrativeDraft): void {
  const split = draft.split === null || isBeginning(draft.split, draft.was) ? null : draft.split
  if (split === null && isUntouched(draft.fields, draft.was)) discardDraft(id)
  else useNarrativeDrafts.setState(({ drafts }) => ({ drafts: { ...drafts, [id]: { ...draft, split } } }))
}

/** Patterns of a proposal, for the form of a narrative or of a new one. */
export function proposePatterns(id: string, patterns: string): void {
  useNarrativeDrafts.setState(({ proposed }) => ({ proposed: { ...proposed, [id]: patterns } }))
}

/** Takes up proposed patterns, once. They stand before the sections of the text, so that they are looked for in title and claim. */
export function takeProposed(id: string, narrative: EditableNarrative | null): void {
  const { drafts, proposed } = useNarrativeDrafts.getState()
  const patterns = proposed[id]
  if (patterns === undefined) return
  useNarrativeDrafts.setState({ proposed: without(proposed, id) })
  const draft = drafts[id] ?? { was: narrative, fields: fieldsOf(narrative), split: null }
  keepDraft(id, { ...draft, fields: { ...draft.fields, patterns: [patterns, draft.fields.patterns].filter((text) => text !== '').join('\n') } })
}

/** A change was made: what it brought in is a draft no more. What was written beside it, or while it was being made, stays. */
export function settleDraft(change: TaxonomyChange): void {
  if (change.kind === 'replace') return
  const id = change.kind === 'add' ? newNarrative : change.kind === 'edit' ? change.narrative.id : change.id
  const draft = useNarrativeDrafts.getState().drafts[id]
  if (draft === undefined) return
  switch (change.kind) {
    case 'retire':
    case 'merge':
      discardDraft(id)
      break
    case 'split':
      keepDraft(id, { ...draft, split: null })
      break
    case 'add':
    case 'edit':
      if (isWritten(draft.fields, { ...change.narrative, id })) keepDraft(id, { ...draft, fields: fieldsOf(draft.was) })
  }
}

function ask(event: BeforeUnloadEvent): void {
  event.preventDefault()
}

// The browser itself asks before a page with drafts is closed or loaded again: these alone would lose them.
useNarrativeDrafts.subscribe(({ drafts }) => {
  if (typeof window === 'undefined') return
  if (Object.keys(drafts).length > 0) window.addEventListener('beforeunload', ask)
  else window.removeEventListener('beforeunload', ask)
})

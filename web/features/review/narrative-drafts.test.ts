import { beforeEach, expect, test } from 'vitest'
import type { EditableNarrative } from '#graph-schema/api/taxonomy.ts'
import { discardDraft, fieldsOf, keepDraft, newNarrative, proposePatterns, settleDraft, splitOf, takeProposed, useNarrativeDrafts, writtenOf } from './narrative-drafts.ts'

const narrative: EditableNarrative = { id: 'narrative:made-up', name: 'Made up', definition: 'Of this test.', head: null, techniques: [], polyNarrative: [], aliases: [], keywords: ['a', 'b'], patterns: 'made up*' }
const blank = { was: narrative, fields: fieldsOf(narrative), split: null }
const draft = () => useNarrativeDrafts.getState().drafts[narrative.id]

beforeEach(() => useNarrativeDrafts.setState({ drafts: {}, proposed: {} }))

test('what is written is kept to the letter, and is no draft once it is as it was', () => {
  keepDraft(narrative.id, { ...blank, fields: { ...blank.fields, name: 'Made up ' } })
  expect(draft()?.fields.name).toBe('Made up ')
  keepDraft(narrative.id, blank)
  expect(draft()).toBeUndefined()
  keepDraft(narrative.id, { ...blank, split: { ...splitOf(narrative), head: null } })
  expect(draft()?.split?.head).toBeNull()
  discardDraft(narrative.id)
  expect(draft()).toBeUndefined()
})

test('patterns of a proposal are taken up once, beside what was written before', () => {
  keepDraft(narrative.id, { ...blank, fields: { ...blank.fields, definition: 'Written before.' } })
  proposePatterns(narrative.id, 'x & y')
  takeProposed(narrative.id, narrative)
  takeProposed(narrative.id, narrative)
  expect(draft()?.fields).toMatchObject({ definition: 'Written before.', patterns: 'x & y\nmade up*' })
})

test('an applied change ends the draft that it was made of, but nothing that was written since', () => {
  const fields = { ...blank.fields, name: 'Called otherwise' }
  const sent = { kind: 'edit', narrative: { id: narrative.id, ...writtenOf(fields) } } as const
  keepDraft(narrative.id, { ...blank, fields })
  settleDraft(sent)
  expect(draft()).toBeUndefined()
  keepDraft(narrative.id, { ...blank, fields: { ...fields, definition: 'Written while it was applied.' } })
  settleDraft(sent)
  expect(draft()?.fields.definition).toBe('Written while it was applied.')
  settleDraft({ kind: 'retire', id: narrative.id })
  expect(draft()).toBeUndefined()
})

test('dividing a narrative ends the draft of that alone; another one’s stays', () => {
  keepDraft(narrative.id, { ...blank, fields: { ...blank.fields, definition: 'Better words.' }, split: { ...splitOf(narrative), name: 'New one' } })
  keepDraft(newNarrative, { was: null, fields: { ...fieldsOf(null), name: 'Another' }, split: null })
  settleDraft({ kind: 'split', id: narrative.id, narrative: { name: 'New one', definition: 'x', head: null }, keywords: ['a'], lines: [] })
  expect(draft()).toMatchObject({ fields: { definition: 'Better words.' }, split: null })
  expect(useNarrativeDrafts.getState().drafts[newNarrative]?.fields.name).toBe('Another')
})

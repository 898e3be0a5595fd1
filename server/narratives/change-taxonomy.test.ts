import { describe, expect, it } from 'vitest'
import { findProjectRoot } from '../project-root.ts'
import { BadInputError } from '../errors.ts'
import { changedTaxonomy, editableNarratives } from './change-taxonomy.ts'
import { compileSource } from './taxonomy.ts'
import { hashOf, readTaxonomySource, shippedSource, type TaxonomySource, writeTaxonomySource } from './taxonomy-source.ts'

const shipped = shippedSource(findProjectRoot()).source
const deepState = 'narrative:deep-state'
const own = (source: TaxonomySource, id: string) => {
  const found = editableNarratives(source).find((one) => one.id === id)
  if (found === undefined) throw new Error(`no ${id}`)
  return found
}
const compile = (source: TaxonomySource) => compileSource(source, hashOf(source), null)

describe('the taxonomy as one file', () => {
  it('comes back as it was', () => {
    expect(readTaxonomySource(writeTaxonomySource(shipped), 'file')).toEqual(shipped)
    expect(changedTaxonomy(shipped, { kind: 'replace', text: writeTaxonomySource(shipped) })).toEqual(shipped)
    expect(() => changedTaxonomy(shipped, { kind: 'replace', text: '{"format":"x"}' })).toThrow('is no taxonomy')
  })
})

describe('a file that cannot be used', () => {
  const text = writeTaxonomySource(shipped)
  const faultsOf = (file: string) => {
    try {
      readTaxonomySource(file, 'file')
    } catch (error) {
      return error instanceof BadInputError ? error.faults.map(({ path, message }) => `${path}: ${message}`) : [String(error)]
    }
    return []
  }

  it('that is no JSON is told by line, column and reason', () => {
    expect(faultsOf('{\n  "format": 1\n  "narratives": []}')).toEqual([`line 3, column 3: Expected ',' or '}' after property value`])
    expect(faultsOf(text.replace('"topics": [', '"topics": x ['))).toEqual([expect.stringMatching(/^line \d{3,}, column 13: Unexpected token 'x'$/u)])
    expect(faultsOf('{"nope": 1')).toEqual([`line 1, column 11: Expected ',' or '}' after property value`])
    expect(faultsOf('hello')).toEqual([`line 1, column 1: Unexpected token 'h'`])
    expect(faultsOf('{"a":')).toEqual(['line 1, column 6: it ends too early'])
    expect(faultsOf(' \n')).toEqual(['the file: it is empty'])
  })

  it('that is something else is told in one, else each fault by entry, field and reason', () => {
    expect(faultsOf('{"posts": []}')).toEqual(['format: must be "throughline-taxonomy-1"'])
    expect(faultsOf('7')).toEqual(['the file: must be an object'])
    const narratives = shipped.narratives.map((one) => (one.id === deepState ? { ...one, name: '', aliases: 'one', colour: 'red', definition: undefined } : one))
    expect(faultsOf(JSON.stringify({ ...shipped, narratives }))).toEqual([
      `narratives › ${deepState} › name: is empty`,
      `narratives › ${deepState} › definition: is missing; it must be a text`,
      `narratives › ${deepState} › aliases: must be a list`,
      `narratives › ${deepState}: has “colour”, which is nothing that a taxonomy knows`,
    ])
  })
})

describe('changing the taxonomy', () => {
  it('edits a narrative and leaves its id', () => {
    const next = changedTaxonomy(shipped, { kind: 'edit', narrative: { ...own(shipped, deepState), name: 'A hidden state', keywords: ['Deep state', 'deep-state', 'Hidden'], patterns: 'hidden state' } })
    expect(own(next, deepState)).toMatchObject({ name: 'A hidden state', keywords: ['deep-state', 'Hidden'], patterns: 'hidden state' })
    expect(compile(next).version).not.toBe(compile(shipped).version)
  })

  it('refuses an edit of what somebody else edited meanwhile, whatever of it they changed', () => {
    const was = own(shipped, deepState)
    const mine = { kind: 'edit', narrative: { ...was, definition: 'Mine.' }, was } as const
    expect(own(changedTaxonomy(shipped, mine), deepState).definition).toBe('Mine.')
    for (const theirs of [{ keywords: [] }, { patterns: 'theirs' }, { techniques: [] }, { polyNarrative: [] }]) {
      const meanwhile = changedTaxonomy(shipped, { kind: 'edit', narrative: { ...was, ...theirs } })
      expect(() => changedTaxonomy(meanwhile, mine)).toThrow('edited by somebody else meanwhile')
    }
  })

  it('refuses a name that is taken, a third level, and retiring a head with forms', () => {
    const other = shipped.narratives.find(({ head, id }) => head !== null && id !== deepState)
    if (other === undefined) throw new Error('no other')
    expect(() => changedTaxonomy(shipped, { kind: 'edit', narrative: { ...own(shipped, deepState), name: other.name } })).toThrow('is called so already')
    expect(() => changedTaxonomy(shipped, { kind: 'edit', narrative: { ...own(shipped, deepState), head: other.id } })).toThrow('two levels only')
    expect(() => changedTaxonomy(shipped, { kind: 'retire', id: other.head ?? '' })).toThrow('has forms')
    expect(() => changedTaxonomy(shipped, { kind: 'retire', id: 'narrative:none' })).toThrow('has no narrative')
  })

  it('names file, line and column of a pattern that cannot be read', () => {
    const next = changedTaxonomy(shipped, { kind: 'edit', narrative: { ...own(shipped, deepState), patterns: 'deep state\nshadow ..40 x' } })
    expect(() => compile(next)).toThrow('deep-state.txt, line 2, column 10')
  })

  it('adds, merges and retires', () => {
    const added = changedTaxonomy(shipped, { kind: 'add', narrative: { name: 'Made-up test line', definition: 'Only in this test.', techniques: [], polyNarrative: [], aliases: [], keywords: ['Made up'], patterns: 'made up line\n[statements]\nmade up', head: null } })
    expect(own(added, 'narrative:made-up-test-line').keywords).toEqual(['Made up'])
    const merged = changedTaxonomy(added, { kind: 'merge', id: 'narrative:made-up-test-line', into: deepState })
    expect(merged.narratives).toHaveLength(shipped.narratives.length)
    expect(own(merged, deepState)).toMatchObject({ aliases: expect.arrayContaining(['Made-up test line']), keywords: expect.arrayContaining(['Made up']) })
    expect(own(merged, deepState).patterns).toContain('made up line')
    expect(compile(merged).merged.get('narrative:made-up-test-line')).toBe(deepState)
    expect(changedTaxonomy(added, { kind: 'retire', id: 'narrative:made-up-test-line' })).toEqual(shipped)
  })

  const [ofWords] = [changedTaxonomy(shipped, { kind: 'edit', narrative: { ...own(shipped, deepState), keywords: ['Deep state', 'Shadow'], patterns: '# about it\nshadow state\ndeep state\n[statements]\nshadow state\nno such state' } })]
  const split = { kind: 'split', id: deepState, narrative: { name: 'Shadow state', definition: 'Only in this test.', head: 'narrative:hidden-powers' }, keywords: ['shadow'], lines: ['shadow state'] } as const

  it('splits: keywords and lines go over in their sections, the new one stands beside the old one', () => {
    const next = changedTaxonomy(ofWords, { ...split, keywords: [...split.keywords], lines: [...split.lines] })
    expect(own(next, deepState)).toMatchObject({ keywords: ['Deep state'], patterns: '# about it\ndeep state\n[statements]\nno such state' })
    expect(own(next, 'narrative:shadow-state')).toMatchObject({ keywords: ['Shadow'], patterns: 'shadow state\n[statements]\nshadow state', techniques: own(ofWords, deepState).techniques, polyNarrative: own(ofWords, deepState).polyNarrative, aliases: [] })
    expect(next.narratives.findIndex(({ id }) => id === 'narrative:shadow-state')).toBe(next.narratives.findIndex(({ id }) => id === deepState) + 1)
    expect(compile(next).nameOf.get('narrative:shadow-state')).toBe('Shadow state')
  })

  it('refuses a split of what is not there, of nothing, and into a name that is taken', () => {
    const of = (more: object) => () => changedTaxonomy(ofWords, { ...split, keywords: [], lines: [], ...more })
    expect(of({})).toThrow('at least one')
    expect(of({ keywords: ['Other'] })).toThrow('not all of these keywords')
    expect(of({ lines: ['other state'] })).toThrow('not all of these patterns')
    expect(of({ lines: ['deep state'], narrative: { ...split.narrative, name: 'Deep State' } })).toThrow('is there already')
  })
})

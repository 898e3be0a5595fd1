import { describe, expect, test } from 'vitest'
import { linkCase } from './link-case.ts'
import { trainModel } from './model/train-model.ts'
import type { TargetPatterns } from './patterns/load-patterns.ts'
import { parsePatterns } from './patterns/parse-patterns.ts'
import { patternFeatures, readCase } from './read-case.ts'
import { buildTaxonomy, loadTaxonomy } from './taxonomy.ts'
import type { NarrativeEntry, TaxonomyEntries } from './taxonomy-entries.ts'
import { topicsOf } from './topics-of.ts'
import { findProjectRoot } from '../project-root.ts'

function narrative(name: string, entry: Partial<NarrativeEntry>): NarrativeEntry {
  return { id: `narrative:${name}`, name, head: null, definition: name, aliases: [], sourceKeywords: [], techniques: [], polyNarrative: [], draftLabels: [], ...entry }
}

function patternsOf(name: string, text: string): TargetPatterns {
  const { patterns, faults } = parsePatterns(text, name, new Map())
  expect(faults).toEqual([])
  return { id: `narrative:${name}`, patterns }
}

const entries: TaxonomyEntries = {
  narratives: [narrative('promise', {}), narrative('deep-state', { sourceKeywords: ['Deep state', 'Shadow rule'] })],
  topics: [{ id: 'topic:war', name: 'War', aliases: [], keywords: ['Donbas', 'DPR'], draftLabels: [] }],
  techniques: [],
}
const patterns = [patternsOf('promise', 'nato & promise* & east*\none inch\n[statements]\nnato enlargement'), patternsOf('deep-state', 'deep state*\n[statements]\ndeep state')]
const taxonomy = buildTaxonomy(entries, patterns, null, 'test')
const blank = { title: 'Title', claim: null, disproof: null, keywords: [] }
const link = (subject: Partial<Parameters<typeof linkCase>[0]>) => linkCase({ ...blank, ...subject }, taxonomy)

describe('linkCase', () => {
  test('words of title and claim, with their places', () => {
    expect(link({ title: 'The Deep State', claim: 'A deep-state plan.' })).toEqual([
      {
        narrativeId: 'narrative:deep-state',
        tier: 'pattern',
        evidence: [
          { kind: 'match', rule: 'deep state*', in: 'title', text: 'Deep State', start: 4, end: 14 },
          { kind: 'match', rule: 'deep state*', in: 'claim', text: 'deep-state', start: 2, end: 12 },
        ],
      },
    ])
  })

  test('several phrases must stand in the title, or in one sentence of the claim', () => {
    expect(link({ claim: 'NATO gave a promise about the East.' })[0]?.evidence).toHaveLength(3)
    expect(link({ title: 'NATO: a promise? East!' })[0]?.evidence).toHaveLength(3)
    expect(link({ claim: 'NATO gave a promise. The East is big.' })).toEqual([])
    expect(link({ title: 'NATO and a promise', claim: 'The East.' })).toEqual([])
  })

  test('keywords of the source', () => {
    expect(link({ keywords: ['DEEP STATE', 'Shadow rule', 'Rain'] })).toEqual([
      { narrativeId: 'narrative:deep-state', tier: 'source-tag', evidence: [{ kind: 'keyword', keyword: 'Deep state' }, { kind: 'keyword', keyword: 'Shadow rule' }] },
    ])
  })

  test('a disproof counts only where its sentence speaks of a narrative', () => {
    const disproof = 'Made up. A recurring narrative about NATO enlargement. The deep state does not exist.'
    expect(link({ disproof })).toEqual([
      { narrativeId: 'narrative:promise', tier: 'source-tag', evidence: [{ kind: 'quote', in: 'disproof', text: 'A recurring narrative about NATO enlargement.', start: 9, end: 54 }] },
    ])
  })

  test('one entry a narrative, the surest tier, at most five spans', () => {
    const [only, ...others] = link({ title: 'Deep State', claim: 'Deep state. '.repeat(20), disproof: 'A narrative about the deep state.', keywords: ['Deep state'] })
    expect(others).toEqual([])
    expect(only?.tier).toBe('pattern')
    expect(only?.evidence.map(({ kind }) => kind)).toEqual([...Array<string>(5).fill('match'), 'keyword'])
  })
})

describe('with a model', () => {
  const titles = ['Deep state rules', 'Shadow cabinet rules', 'Bankers rule from the shadow', 'Rain in Spain', 'A deep state of sleep', 'Deep state of shadow', 'Deep state rules again', 'The deep state rules all', 'How the deep state rules']
  /** A hundred and more cases: what speaks of shadows is filed under the label, and a deep state of sleep is not. */
  const cases = Array.from({ length: 240 }, (_, number) => {
    const title = titles[number % titles.length] ?? ''
    const { words, hits } = readCase(title, null, taxonomy.rules)
    return { words, patterns: patternFeatures(hits), met: hits.map(({ target }) => ({ key: target.key, id: target.id })), publishedOn: '2018-01-01', labels: new Set(/shadow|rules/i.test(title) ? [0] : []) }
  })
  const model = trainModel(cases, [{ name: 'Deep State', narratives: [{ id: 'narrative:deep-state', cases: new Set(cases.keys()) }], targets: ['narrative:deep-state'] }], null)
  const tiersOf = (title: string) => linkCase({ ...blank, title }, buildTaxonomy(entries, patterns, model, 'test')).map(({ tier, evidence }) => [tier, evidence.map(({ kind }) => kind)])

  test('pattern and model agree; pattern alone; model alone only suggests', () => {
    expect(tiersOf('Deep state rules')).toEqual([['corroborated', ['match', 'score']]])
    expect(tiersOf('A deep state of sleep')).toEqual([['pattern', ['match']]])
    expect(tiersOf('Shadow cabinet rules')).toEqual([['suggested', ['score']]])
    expect(tiersOf('Rain in Spain')).toEqual([])
  })

  test('a label with few cases suggests and never corroborates', () => {
    const [label] = model.labels
    const few = { ...model, labels: label === undefined ? [] : [{ ...label, cases: 99 }] }
    const tier = (title: string) => linkCase({ ...blank, title }, buildTaxonomy(entries, patterns, few, 'test'))[0]?.tier
    expect([tier('Deep state rules'), tier('Shadow cabinet rules')]).toEqual(['pattern', 'suggested'])
  })

  test('nor does a label that stands for a topic, too', () => {
    const [label] = model.labels
    const topical = { ...model, labels: label === undefined ? [] : [{ ...label, judges: [...label.judges, 'topic:war'] }] }
    expect(linkCase({ ...blank, title: 'Deep state rules' }, buildTaxonomy(entries, patterns, topical, 'test'))[0]?.tier).toBe('pattern')
  })

  test('a pattern that the keywords bear out only mostly is no proof, however sure the model', () => {
    const [label] = model.labels
    const record = new Map([...(label?.record ?? [])].map(([key]) => [key, { met: 100, agreed: 75 }]))
    const mostly = { ...model, labels: label === undefined ? [] : [{ ...label, record }] }
    expect(linkCase({ ...blank, title: 'Deep state rules' }, buildTaxonomy(entries, patterns, mostly, 'test'))[0]?.tier).toBe('pattern')
  })

  test('a pattern that the source’s keywords never bear out only suggests', () => {
    const [label] = model.labels
    const record = new Map([...(label?.record ?? [])].map(([key]) => [key, { met: 40, agreed: 0 }]))
    const unreliable = { ...model, judgesOf: new Map([['narrative:deep-state', label === undefined ? [] : [{ ...label, record }]]]) }
    expect(linkCase({ ...blank, title: 'A deep state of sleep' }, buildTaxonomy(entries, patterns, unreliable, 'test'))[0]?.tier).toBe('suggested')
  })
})

describe('topics', () => {
  const withTopic = buildTaxonomy(entries, [...patterns, { ...patternsOf('war', 'front line*\nwar & donbas'), id: 'topic:war' }], null, 'test')
  const topics = (subject: Partial<Parameters<typeof topicsOf>[0]>) => {
    const whole = { ...blank, ...subject }
    return topicsOf(whole, readCase(whole.title, whole.claim, withTopic.rules), withTopic)
  }

  test('through keywords', () => {
    expect(topics({ keywords: ['donbas', 'Rain', 'DPR'] })).toEqual([{ topicId: 'topic:war', evidence: [{ kind: 'keyword', keyword: 'Donbas' }, { kind: 'keyword', keyword: 'DPR' }] }])
  })

  test('through words of title and claim, with their places; a narrative’s patterns are no topic’s', () => {
    expect(topics({ title: 'The front lines of the deep state', claim: 'A war in Donbas.', keywords: ['DPR'] })).toEqual([
      {
        topicId: 'topic:war',
        evidence: [
          { kind: 'match', rule: 'front line*', in: 'title', text: 'front lines', start: 4, end: 15 },
          { kind: 'match', rule: 'war & donbas', in: 'claim', text: 'war', start: 2, end: 5 },
          { kind: 'match', rule: 'war & donbas', in: 'claim', text: 'Donbas', start: 9, end: 15 },
          { kind: 'keyword', keyword: 'DPR' },
        ],
      },
    ])
    expect(topics({ title: 'The deep state' })).toEqual([])
  })
})

describe('the taxonomy', () => {
  test('is whole, and its version changes only with its files', () => {
    const shipped = loadTaxonomy(findProjectRoot())
    expect(shipped.version).toMatch(/^[0-9a-f]{12}$/)
    expect(loadTaxonomy(findProjectRoot()).version).toBe(shipped.version)
    expect(shipped.narratives.map(({ id }) => id)).toEqual(expect.arrayContaining(['narrative:colour-revolutions', 'narrative:deep-state', 'narrative:nato-broken-promise', 'narrative:nazi-baltic-states']))
  })

  test('with an id twice, a head that is none, a technique that is none: all are named', () => {
    const faulty = { narratives: [narrative('a', {}), narrative('a', { head: 'narrative:z', techniques: ['T1'] })], topics: [], techniques: [] }
    expect(() => buildTaxonomy(faulty, [], null, 'test')).toThrow(/narrative:a stands twice[\s\S]*no head narrative[\s\S]*no technique T1/)
  })
})

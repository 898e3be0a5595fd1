import { describe, expect, it } from 'vitest'
import { forecastOf, wantedTypes } from './forecast.ts'
import { hitDetail } from './hit-detail.ts'
import { nodeFacts } from './node-facts.ts'
import { domainEdges } from '#graph-schema/relationships.ts'

describe('nodeFacts', () => {
  it('shows a kind’s own properties in the schema’s order, never claim, disproof or search text', () => {
    expect(nodeFacts('Outlet', { domain: 'example.org', aliases: ['A', 'B'], searchText: 'x' })).toEqual([
      { label: 'domain', value: 'example.org' },
      { label: 'also called', value: 'A, B' },
    ])
    expect(nodeFacts('Case', { claim: 'c', disproof: 'd', source: 's', titleKey: 't', aliases: ['case:x'] })).toEqual([{ label: 'published by', value: 's' }])
  })

  it('says codes in words', () => {
    expect(nodeFacts('Narrative', { level: 'sub' })).toEqual([{ label: 'level', value: 'sub-narrative' }])
  })

  it('leaves out empty values and a plain no', () => {
    expect(nodeFacts('Country', { code: null, isRegion: false, aliases: [] })).toEqual([])
  })
})

describe('forecastOf', () => {
  it('names the kind at the other end of each edge type', () => {
    const zeros = domainEdges.map(() => 0)
    const incoming = domainEdges.map(({ type }) => (type === 'DISCUSSES' ? 3 : 0))
    expect(forecastOf(zeros, incoming)).toEqual([{ type: 'DISCUSSES', direction: 'in', kind: 'Case', count: 3 }])
  })
})

describe('wantedTypes', () => {
  it('follows every type both ways when nothing is asked', () => {
    const { out, into } = wantedTypes(undefined, undefined)
    expect(out).toHaveLength(domainEdges.length)
    expect(into).toHaveLength(domainEdges.length)
  })

  it('turns kinds into types by direction', () => {
    expect(wantedTypes(['Narrative'], undefined)).toEqual({ out: ['CARRIES', 'SUBNARRATIVE_OF', 'INDICATES'], into: ['SUBNARRATIVE_OF', 'USES_TECHNIQUE'] })
    expect(wantedTypes(['Narrative'], ['CARRIES'])).toEqual({ out: ['CARRIES'], into: [] })
  })
})

describe('hitDetail', () => {
  it('tells hits of one name apart', () => {
    expect(hitDetail({ kind: 'Narrative', status: null, hint: 'Claims that x.', parent: 'Decline of the West', outlets: [] })).toBe('a form of Decline of the West: Claims that x.')
    expect(hitDetail({ kind: 'Case', status: 'known-by-title', hint: null, parent: null, outlets: [] })).toBe('known by its title only, not imported yet; outlet not recorded')
    expect(hitDetail({ kind: 'Country', status: null, hint: 'KZ', parent: null, outlets: [] })).toBe('country, KZ')
    expect(hitDetail({ kind: 'Issue', status: null, hint: null, parent: null, outlets: [] })).toBe('review issue')
  })

  it('keeps to one line', () => {
    expect(hitDetail({ kind: 'Narrative', status: null, hint: 'long '.repeat(100), parent: null, outlets: [] }).length).toBeLessThanOrEqual(140)
  })
})

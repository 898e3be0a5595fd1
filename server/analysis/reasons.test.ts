import { describe, expect, it } from 'vitest'
import { domainEdges } from '#graph-schema/relationships.ts'
import { neighborReason, pathSentence } from './reasons.ts'

describe('neighborReason', () => {
  it('has the neighbour as subject, whichever way the edge runs', () => {
    expect(neighborReason('CARRIES', false, '“colour revolution” in the title')).toBe('carries it: “colour revolution” in the title')
    expect(neighborReason('CARRIES', true, '“colour revolution” in the title.')).toBe('is carried by it: “colour revolution” in the title')
    expect(neighborReason('DISCUSSES', true, 'the source lists “Kazakhstan” under countries')).toBe('is discussed in it: the source lists “Kazakhstan” under countries')
  })

  it('is a sentence for every edge type in both directions', () => {
    const all = domainEdges.flatMap(({ type }) => [neighborReason(type, false, ''), neighborReason(type, true, '')])
    for (const reason of all) expect(reason).toMatch(/\b(?:it|its)\b/u)
    for (const reason of all) expect(reason).not.toMatch(/\b(?:form|language|technique|family) it$|:/u)
  })

  it('does not say "it" twice where the words name the other end already', () => {
    expect(neighborReason('APPEARED_IN', true, 'the source lists “Sputnik” under outlets')).toBe('is where it appeared: the source lists “Sputnik” under outlets')
  })

  it('stands without a why', () => {
    expect(neighborReason('REPEATS', false, ' ')).toBe('repeats it')
  })
})

describe('pathSentence', () => {
  it('reads a path from end to end and calls a title a claim', () => {
    const sentence = pathSentence([
      { kind: 'Narrative', name: 'Colour revolutions', next: { type: 'CARRIES', alongEdge: false } },
      { kind: 'Case', name: 'A synthetic title', next: { type: 'DISCUSSES', alongEdge: true } },
      { kind: 'Country', name: 'Kazakhstan' },
    ])
    expect(sentence).toBe('Colour revolutions is carried by the claim “A synthetic title”, which discusses Kazakhstan')
  })
})

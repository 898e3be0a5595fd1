import { describe, expect, it } from 'vitest'
import { polyNarrativeLabel, polyNarrativeLabels } from './poly-narrative.ts'

describe('labels of PolyNarrative', () => {
  it('are 11 narratives with 38 sub-narratives on the war and 10 with 36 on the climate, each once', () => {
    const count = (domain: string, parts: number) => polyNarrativeLabels.filter((label) => label.startsWith(`${domain}: `) && label.split(': ').length === parts).length
    expect([count('URW', 2), count('URW', 3), count('CC', 2), count('CC', 3)]).toEqual([11, 38, 10, 36])
    expect(new Set(polyNarrativeLabels).size).toBe(polyNarrativeLabels.length)
  })

  it('are found whole or by their last part, and not where two are called so', () => {
    expect(polyNarrativeLabel('ukraine is a puppet of the west')).toBe('URW: Discrediting Ukraine: Ukraine is a puppet of the West')
    expect(polyNarrativeLabel("URW: Discrediting Ukraine: Rewriting Ukraine's history")).toBe('URW: Discrediting Ukraine: Rewriting Ukraine’s history')
    expect(polyNarrativeLabel('Russia is the victim')).toBe('URW: Russia is the Victim')
    expect(polyNarrativeLabel('Hidden plots by secret schemes of powerful groups')).toBeNull()
    expect(polyNarrativeLabel('CC: Hidden plots by secret schemes of powerful groups')).toBe('CC: Hidden plots by secret schemes of powerful groups')
    for (const label of polyNarrativeLabels) expect(polyNarrativeLabel(label)).toBe(label)
    for (const other of ['', 'Colour revolutions', 'Other']) expect(polyNarrativeLabel(other)).toBeNull()
  })
})

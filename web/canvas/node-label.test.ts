import { describe, expect, it } from 'vitest'
import type { ExplorationNode } from '#web/exploration/state.ts'
import { ellipsise, labelLines } from './node-label.ts'

const aCase = (name: string, more: Partial<ExplorationNode> = {}): ExplorationNode => ({ id: 'case:x/a', kind: 'Case', name, date: null, status: 'active', disproofState: 'full', degree: 1, ...more })

describe('labels', () => {
  it('quotes a claim, with single quotes inside, and breaks it into two lines', () => {
    expect(labelLines(aCase('The “Moldovan maidan” did not happen after election because of Soros'))).toEqual(['“The ‘Moldovan maidan’', 'did not happen after…”'])
    expect(labelLines(aCase('Short claim'))).toEqual(['“Short claim”'])
  })

  it('says where the disproof is not at hand', () => {
    expect(labelLines(aCase('A', { status: 'known-by-title', disproofState: 'missing' }))).toEqual(['“A”', 'known by title, no disproof'])
    expect(labelLines(aCase('A', { disproofState: 'missing' }))).toEqual(['“A”', 'disproof not imported'])
  })

  it('cuts at a word and leaves no dangling mark', () => {
    expect(ellipsise('one two three, four', 15)).toBe('one two three…')
    expect(ellipsise('unbreakablelongword', 10)).toBe('unbreakab…')
  })
})

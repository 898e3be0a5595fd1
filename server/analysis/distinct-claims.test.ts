import { describe, expect, test } from 'vitest'
import type { CountedCase } from './counted-cases.ts'
import { distinctClaims } from './distinct-claims.ts'

function caseOf(id: string, date: string | null, repeats: string[] = [], more: Partial<CountedCase> = {}): CountedCase {
  return { date, complete: true, id: '', title: '', disproofState: '', issue: null, repeats: [id, ...repeats], carried: new Map(), ...more }
}

describe('distinct claims', () => {
  test('cases that repeat one another over a third one are one claim, on the earliest day, in any order of the cases', () => {
    const cases = [caseOf('c', '2018-01-09', ['b']), caseOf('a', '2018-01-02'), caseOf('b', '2018-01-05', ['a']), caseOf('d', '2018-01-09')]
    for (const order of [cases, [...cases].reverse()]) {
      expect(distinctClaims(order).map(({ date }) => date ?? '').toSorted((a, b) => a.localeCompare(b))).toEqual(['2018-01-02', '2018-01-09'])
    }
  })

  test('a claim carries what any of its cases carries, each narrative by its surest link', () => {
    const [claim, ...others] = distinctClaims([
      caseOf('a', '2018-01-02', [], { carried: new Map([[1, 'source-tag']]) }),
      caseOf('b', '2018-01-03', ['a'], { carried: new Map([[1, 'accepted'], [4, 'pattern']]), issue: 90 }),
    ])
    expect(others).toEqual([])
    expect(claim?.carried).toEqual(new Map([[1, 'accepted'], [4, 'pattern']]))
    expect(claim?.issue).toBe(90)
  })

  test('a repeated case that is not among the counted ones joins what repeats it', () => {
    expect(distinctClaims([caseOf('a', '2018-01-02', ['outside']), caseOf('b', '2018-01-04', ['outside'])])).toHaveLength(1)
  })

  test('a dated case goes before an undated one; nothing in, nothing out', () => {
    expect(distinctClaims([caseOf('a', null), caseOf('b', '2018-01-04', ['a'])])[0]?.date).toBe('2018-01-04')
    expect(distinctClaims([])).toEqual([])
  })
})

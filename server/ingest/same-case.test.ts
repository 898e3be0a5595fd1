import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findSameCase, type SameCaseCandidate, titleLikeness } from './same-case.ts'

const candidate = (name: string, title: string, ...outlets: string[]): SameCaseCandidate => ({ sourceUrl: `https://example.org/report/${name}/`, titles: [title], outlets: new Set(outlets) })
const row = (title: string, ...outlets: string[]) => ({ title, outlets: new Set(outlets) })
const long = 'The made up lighthouse of Synthetia was moved at night by unknown hands, a made up witness says'

describe('titleLikeness', () => {
  it('knows equal titles whatever their signs and case', () => {
    expect(titleLikeness('“The Lighthouse” was moved', 'the lighthouse was moved')).toBe(3)
  })
  it('knows a title cut at ten words, not one cut to three', () => {
    expect(titleLikeness('The made up lighthouse of Synthetia was moved at night…', long)).toBe(2)
    expect(titleLikeness('The made up…', long)).toBe(0)
  })
  it('forgives a misspelled word in a long title, never a figure', () => {
    expect(titleLikeness('The made up lighthouse of Syntetia was moved at night by unknown hands', long)).toBe(1)
    expect(titleLikeness('On 3 May the lighthouse of Synthetia was moved away', 'On 4 May the lighthouse of Synthetia was moved away')).toBe(0)
    expect(titleLikeness('The lighthouse was mooved', 'The lighthouse was moved')).toBe(0)
  })
})

describe('findSameCase', () => {
  const one = candidate('one', 'The lighthouse of Synthetia was moved', 'outlet:a')
  const two = candidate('two', 'The lighthouse of Synthetia was moved', 'outlet:b')

  it('takes the most alike, and outlets to break a tie', () => {
    expect(findSameCase(row('The lighthouse of Synthetia was moved at night'), [one, candidate('other', 'Something else altogether')])).toEqual({ sourceUrl: one.sourceUrl })
    expect(findSameCase(row('The lighthouse of Synthetia was moved', 'outlet:b'), [one, two])).toEqual({ sourceUrl: two.sourceUrl })
  })
  it('leaves a tie to a person and never invents a match', () => {
    expect(findSameCase(row('The lighthouse of Synthetia was moved', 'outlet:c'), [one, two])).toEqual({ candidates: [one.sourceUrl, two.sourceUrl] })
    expect(findSameCase(row('The museum of Synthetia was moved'), [one, two])).toBeNull()
    expect(findSameCase(row('…'), [one])).toBeNull()
  })
  it('does not depend on the order of the candidates', () => {
    const titles = fc.array(fc.constantFrom('the', 'lighthouse', 'of', 'synthetia', 'moved', 'again', 'twice'), { minLength: 4, maxLength: 10 }).map((words) => words.join(' '))
    const candidates = fc.uniqueArray(fc.tuple(fc.nat(40), titles, fc.constantFrom('outlet:a', 'outlet:b')), { selector: ([id]) => id, maxLength: 6 })
    fc.assert(
      fc.property(titles, candidates, (title, list) => {
        const made = list.map(([id, text, outlet]) => candidate(String(id), text, outlet))
        expect(findSameCase(row(title, 'outlet:a'), made)).toEqual(findSameCase(row(title, 'outlet:a'), made.toReversed()))
      }),
    )
  })
})

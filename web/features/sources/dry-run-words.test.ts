import { expect, it } from 'vitest'
import { claimOf, type DryRunCase, inferredMarks, inferredThings, rowSum } from './dry-run-words.ts'

const read: DryRunCase = {
  id: 'case:euvsdisinfo/x',
  effect: 'new',
  title: 'Deep State failed in Kazakhstan',
  claim: 'A Deep State ruled.',
  disproof: null,
  issue: null,
  publishedOn: null,
  languages: [],
  countries: [],
  keywords: [],
  outlets: [],
  refersTo: [],
  inferred: [
    { field: 'narrative', value: 'narrative:deep-state', in: 'title', text: 'Deep State', start: 0, end: 10 },
    { field: 'country', value: 'country:KZ', in: 'title', text: 'Kazakhstan', start: 21, end: 31 },
    { field: 'narrative', value: 'narrative:deep-state', in: 'claim', text: 'Deep State', start: 2, end: 12 },
    { field: 'country', value: 'country:KZ', in: 'claim', text: 'Kazakhstan', start: 0, end: 10 },
  ],
}

it('sums the rows so that they can be checked', () => {
  expect(rowSum({ read: 4, accepted: 3, merged: 1, rejected: 0 })).toBe('4 cases read = 3 new + 1 merged or unchanged + 0 rejected')
})
it('says that a disproof is missing', () => expect(claimOf(read)).toMatchObject({ disproof: null, disproofOrigin: null, disproofState: 'missing', claimOrigin: 'source' }))
it('marks only words that stand where they are said to', () => {
  expect(inferredMarks(read)).toEqual({ title: [{ start: 0, end: 10 }, { start: 21, end: 31 }], claim: [{ start: 2, end: 12 }], disproof: [] })
})
it('gathers what was inferred with its places', () => {
  expect(inferredThings(read.inferred, new Map([['narrative:deep-state', 'Deep State']]))).toEqual([
    { field: 'narrative', name: 'Deep State', places: ['“Deep State” in the title', '“Deep State” in the claim'] },
    { field: 'country', name: 'Kazakhstan', places: ['“Kazakhstan” in the title', '“Kazakhstan” in the claim'] },
  ])
})

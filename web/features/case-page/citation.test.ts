import { expect, it } from 'vitest'
import { citationOf, sourceLink } from './citation.ts'

const cited = { title: 'A claim', disproof: 'It is false.', disproofOrigin: 'paraphrase', publishedOn: '2022-01-11', sourceUrl: 'https://example.org/a', status: 'active', source: 'euvsdisinfo' } as const

it('cites the claim with its disproof, source, date and address', () => {
  expect(citationOf(cited, 'http://here/cases/a')).toBe('Claim: “A claim”\nDisproof (Throughline paraphrase): It is false.\nEUvsDisinfo, 2022-01-11, https://example.org/a.\nRead in Throughline: http://here/cases/a')
})
it('says what is missing and what became of the case', () => {
  const text = citationOf({ ...cited, disproof: null, disproofOrigin: null, publishedOn: null, sourceUrl: null, status: 'withdrawn' }, 'u')
  expect(text).toContain('Disproof not imported.\nEUvsDisinfo, date not given by the source. Withdrawn by the source.')
})
it('links https only', () => {
  expect(sourceLink('https://example.org/a')).toBe('https://example.org/a')
  expect(sourceLink('http://example.org/a')).toBeNull()
  expect(sourceLink('javascript:alert(1)')).toBeNull()
  expect(sourceLink(null)).toBeNull()
})

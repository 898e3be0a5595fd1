import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { caseIds, titleCaseId, titleKeyOf } from './case-record.ts'

const one = { source: 'euvsdisinfo', title: 'NATO’s plan: A, B', publishedOn: '2020-01-02', sourceUrl: null }

describe('ids of cases', () => {
  test.each([
    ['https://euvsdisinfo.eu/report/A-Plan-of-nato/', 'case:euvsdisinfo/a-plan-of-nato'],
    ['https://euvsdisinfo.eu/report/a-plan-of-nato?x=1#y', 'case:euvsdisinfo/a-plan-of-nato'],
    ['https://euvsdisinfo.eu/report/%d0%ba%d0%b8%d0%b5%d0%b2/', 'case:euvsdisinfo/kiev'],
    ['https://euvsdisinfo.eu/report/100%-true/', 'case:euvsdisinfo/100-true'],
  ])('%s → %s', (sourceUrl, id) => {
    const byTitle = titleCaseId(one.title, null)
    const byDate = titleCaseId(one.title, one.publishedOn)
    expect(caseIds({ ...one, sourceUrl })).toEqual({ id, aliases: [byDate, byTitle], titleKey: titleKeyOf(one.title) })
  })

  test('of other fact-checkers are told apart by all of the address, as their last parts need not be', () => {
    const ids = ['https://a.example/story.php?id=5', 'https://a.example/story.php?id=6&utm_source=x', 'https://a.example/2030/lake/', 'https://a.example/2031/lake', 'https://a.example/?p=12', 'http://www.a.example/2031/lake/#top'].map((sourceUrl) => caseIds({ ...one, source: 'a-example', sourceUrl }).id)
    expect(ids).toEqual(['case:a-example/story-php-id-5', 'case:a-example/story-php-id-6', 'case:a-example/2030-lake', 'case:a-example/2031-lake', 'case:a-example/p-12', 'case:a-example/2031-lake'])
    expect(caseIds({ ...one, source: 'a-example', sourceUrl: `https://a.example/${'long-'.repeat(100)}` }).id.length).toBeLessThan(200)
  })

  test('without an address, or with one that names no page, by title and date', () => {
    const { id, aliases } = caseIds(one)
    expect(id).toMatch(/^case:euvsdisinfo\/[0-9a-f]{16}$/)
    expect(aliases).toEqual([titleCaseId(one.title, null)])
    expect(caseIds({ ...one, sourceUrl: 'https://euvsdisinfo.eu/' }).id).toBe(id)
  })

  test('a title alone has no other id', () => {
    expect(caseIds({ ...one, publishedOn: null })).toEqual({ id: titleCaseId(one.title, null), aliases: [], titleKey: titleKeyOf(one.title) })
  })

  test('quotes, case and blanks of a title do not change its id; signs alone still have one', () => {
    expect(titleCaseId("nato's  PLAN – a b", null)).toBe(titleCaseId(one.title, null))
    expect(titleKeyOf('?!')).not.toBe(titleKeyOf('!?'))
  })

  test('any address and title give a short plain id that is not among its aliases', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.string({ unit: 'binary' }), fc.constant(null)), fc.string({ unit: 'binary' }), (sourceUrl, title) => {
        const { id, aliases } = caseIds({ ...one, sourceUrl, title })
        expect(id).toMatch(/^case:euvsdisinfo\/[^\s/]+$/u)
        expect(aliases).not.toContain(id)
      }),
    )
  })
})

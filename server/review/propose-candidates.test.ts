import { describe, expect, it } from 'vitest'
import { datedCases, importedWeeks, proposeCandidates } from './propose-candidates.ts'
import { rejectedTest } from './rejected-candidates.ts'


const text = (id: string, title: string, publishedOn: string | null) => ({ id, title, claim: null, publishedOn, disproofState: 'missing' as const })
const places = ['harbour', 'valley', 'island', 'desert', 'forest', 'river', 'meadow']
/** Lines of the window, each with words of its own: a line must be a small part of what is told to stand out. */
const lines = ['purple balloons poison', 'square melons frighten', 'silent trumpets bewitch', 'frozen lanterns devour', 'golden spoons betray', 'paper tigers repaint', 'wooden clocks divide', 'glass beetles confuse']

/** Synthetic titles: the lines in the window, and earlier ones that have nothing in common with them. */
const texts = datedCases([
  ...lines.flatMap((line, number) => places.map((place, at) => text(`case:${number === 0 ? 'new' : `line-${String(number)}`}-${String(at)}`, `${line} the ${place}`, `2019-05-${String(10 + at)}`))),
  ...places.map((place, at) => text(`case:old-${String(at)}`, `a quiet ${place} without any news`, `2018-0${String(1 + at)}-05`)),
  text('case:undated', 'undated', null),
])
const window = { from: '2019-03-10', to: '2019-06-07' }

describe('proposals for new narratives', () => {
  it('are groups of the window with rising words, weeks, what is near, and drafts that meet them', () => {
    const links = [{ caseId: 'case:new-0', narrativeId: 'narrative:n', name: 'N', tier: 'suggested' as const }]
    const { candidates, cases, earlier, rejected } = proposeCandidates(texts, window, links, () => false)
    expect([cases, earlier, rejected]).toEqual([56, 7, 0])
    const found = candidates.find(({ caseIds }) => caseIds.includes('case:new-0'))
    expect(found?.caseIds).toHaveLength(7)
    expect(found?.risingTerms.map(({ term }) => term)).toEqual(expect.arrayContaining(['purple', 'balloons', 'poison']))
    expect(found?.weeks.reduce((sum, count) => sum + count, 0)).toBe(7)
    expect(found).toMatchObject({ linkedShare: 0, nearest: { id: 'narrative:n', cases: 1 } })
    expect(found?.drafts[0]).toMatchObject({ inCluster: 7, inWindow: 7 })
  })

  it('know the weeks for which nothing was imported from those without a case', () => {
    const corpus = { sampling: 'complete' as const, periodFrom: '2019-01-01', periodTo: '2019-03-25', firstDate: null, lastDate: null }
    // Weeks of the period, then two in which cases lie, whatever is said of periods; the last has six days.
    expect(importedWeeks(texts, window, [corpus]).map((isImported) => (isImported ? 'x' : '-')).join('')).toBe('xxx-----xx---')
    expect(importedWeeks(texts, window, [{ ...corpus, periodTo: '2019-12-31' }])).not.toContain(false)
  })

  it('are not made again where somebody rejected mostly the same cases', () => {
    const ids = places.map((_place, at) => `case:new-${String(at)}`)
    const rejected = proposeCandidates(texts, window, [], rejectedTest([ids.slice(1)]))
    expect(rejected.rejected).toBe(1)
    expect(rejected.candidates.some(({ caseIds }) => caseIds.includes('case:new-0'))).toBe(false)
    expect(rejectedTest([ids.slice(1)])(['case:new-1', 'case:other'])).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import { type Evidence, evidenceSentence } from '#graph-schema/evidence.ts'
import { type Decision, rulingsOf } from '../narratives/decisions.ts'
import { agreementOf, cohensKappa } from './agreement.ts'
import { rankLinks, type ReviewableLink, usefulnessOf } from './rank-links.ts'
import { parsePatterns } from '../narratives/patterns/parse-patterns.ts'
import { reasonsOf } from './reasons.ts'
import { tryPatterns, wilson } from './try-patterns.ts'

const link = (caseId: string, more: Partial<ReviewableLink> = {}): ReviewableLink => ({ caseId, narrativeId: 'narrative:n', titleKey: caseId, score: 0.5, ...more })
let count = 0
const decision = (coder: string, caseId: string, verdict: Decision['verdict'], more: Partial<Decision> = {}): Decision => ({
  id: `decision:${String((count += 1))}`, caseId, titleId: null, narrativeId: 'narrative:n', coder, role: 'coding', verdict, decidedAt: '2026-01-01T00:00:00.000Z', note: null, ...more,
})

describe('the order of the queue', () => {
  it('puts uncertain scores, rare narratives and titles that stand often first', () => {
    const most = usefulnessOf({ score: 0.5, linked: 0, copies: 1 })
    expect(most).toBe(1)
    expect(usefulnessOf({ score: 0.9, linked: 0, copies: 1 })).toBeLessThan(most)
    expect(usefulnessOf({ score: 0.5, linked: 100, copies: 1 })).toBeLessThan(most)
    expect(usefulnessOf({ score: 0.5, linked: 0, copies: 4 })).toBe(2)
    const order = rankLinks([link('sure', { score: 0.95 }), link('common', { narrativeId: 'narrative:common' }), link('rare')], new Map([['narrative:common', 900]]), () => false)
    expect(order.map(({ caseId }) => caseId)).toEqual(['rare', 'common', 'sure'])
  })

  it('asks once for cases of one title, and for skipped links last', () => {
    const order = rankLinks([link('b', { titleKey: 'same' }), link('a', { titleKey: 'same' }), link('later'), link('other', { score: 0.9 })], new Map(), ({ caseId }) => caseId === 'later')
    expect(order.map(({ caseId, equalTitles }) => [caseId, equalTitles])).toEqual([['a', ['b']], ['other', []], ['later', []]])
  })
})

describe('reasons', () => {
  it('are at most three for and two against, and say what is missing', () => {
    const score: Evidence = { kind: 'score', label: 'L', score: 0.4, reasons: [{ feature: 'nato', weight: 0.8 }, { feature: 'expand', weight: 0.5 }, { feature: 'east', weight: 0.3 }, { feature: 'vaccin', weight: -0.6 }], version: 'v' }
    const { reasonsFor, reasonsAgainst } = reasonsOf([{ kind: 'match', rule: 'r', in: 'title', text: 'broke its promise', start: 0, end: 17 }, score], 'suggested')
    expect(reasonsFor).toEqual(['“broke its promise” in the title', 'the model counts “nato” for it (+0.80)', 'the model counts “expand” for it (+0.50)'])
    expect(reasonsAgainst).toEqual(['the model counts “vaccin” against it (−0.60)', 'the source rarely files what this rule matches under the narrative'])
    expect(reasonsOf([], 'suggested').reasonsAgainst).toEqual(['no rule of the narrative matches title or claim', 'no keyword of the source stands for it'])
  })

  it('quote words of the text alone, not that a pattern matches', () => {
    const score: Evidence = { kind: 'score', label: 'L', score: 0.6, reasons: [{ feature: 'pattern of Brexit', weight: 2.7 }, { feature: 'this pattern', weight: 1.5 }, { feature: 'nato', weight: -0.2 }], version: 'v' }
    expect(reasonsOf([score], 'suggested')).toMatchObject({ reasonsFor: ['the model counts a pattern of Brexit for it (+2.70)', 'the model counts the pattern that matches for it (+1.50)'] })
    expect(evidenceSentence(score)).toBe('the model scores it 0.60 of 1, for it a pattern of Brexit, the pattern that matches, against it “nato”')
  })
})

describe('agreement', () => {
  it('is Cohen’s kappa: a worked example', () => {
    const pairs = [...Array.from({ length: 20 }, () => [true, true] as const), ...Array.from({ length: 5 }, () => [true, false] as const), ...Array.from({ length: 10 }, () => [false, true] as const), ...Array.from({ length: 15 }, () => [false, false] as const)]
    expect(cohensKappa(pairs)).toBeCloseTo(0.4, 10)
    expect(cohensKappa([])).toBeNull()
    expect(cohensKappa([[true, true]])).toBeNull()
  })

  it('leaves skipped links out, and settled ones are no longer open', () => {
    const decisions = [decision('Ada', 'case:1', 'accepted'), decision('Bo', 'case:1', 'rejected'), decision('Ada', 'case:2', 'rejected'), decision('Bo', 'case:2', 'rejected'), decision('Ada', 'case:3', 'skipped'), decision('Bo', 'case:3', 'accepted')]
    const { pairs, open, settled } = agreementOf(decisions)
    expect(pairs).toMatchObject([{ a: 'Ada', b: 'Bo', links: 2, agreed: 1 }])
    expect(open.map(([one]) => one?.caseId)).toEqual(['case:1'])
    expect(settled).toBe(0)
    const after = agreementOf([...decisions, decision('Cy', 'case:1', 'accepted', { role: 'settlement' })])
    expect([after.open, after.settled]).toEqual([[], 1])
  })
})

describe('what decisions come to', () => {
  it('counts the newest of each coder, whatever their order', () => {
    const decisions = [decision('Ada', 'case:1', 'accepted'), decision('Ada', 'case:1', 'rejected', { decidedAt: '2026-02-01T00:00:00.000Z' }), decision('Bo', 'case:1', 'skipped')]
    expect(rulingsOf(decisions)).toEqual(rulingsOf(decisions.toReversed()))
    expect(rulingsOf(decisions)).toMatchObject([{ tier: 'rejected', evidence: [{ by: 'Ada', on: '2026-02-01' }] }])
    expect(rulingsOf([decision('Ada', 'case:1', 'skipped')])).toEqual([])
  })
})

describe('trying patterns', () => {
  const patterns = (text: string) => parsePatterns(text, 'typed', new Map()).patterns
  const text = (id: string, title: string, claim: string | null = null) => ({ id, title, claim, publishedOn: null, disproofState: 'missing' as const })
  const texts = [text('case:1', 'The deep state rules'), text('case:2', 'Shadow government at work'), text('case:3', 'A museum', 'The deep state built it.'), text('case:4', 'Weather')]
  const standing = { tiers: new Map([['case:1', 'accepted'], ['case:3', 'rejected']] as const), tagged: new Set(['case:2', 'case:4']) }

  it('says what would be added and dropped, with precision against what people and the source say', () => {
    const tried = tryPatterns(texts, patterns('deep state'), patterns('shadow government'), 'instead', standing)
    expect(tried).toMatchObject({ patterns: 1, met: 2, right: 1, wrong: 1, known: 3, adds: 2, drops: 1 })
    expect(tried.precision?.share).toBe(0.5)
    expect(tried.added).toMatchObject([{ id: 'case:1', judged: 'right', spans: [{ start: 4, end: 14 }] }, { id: 'case:3', judged: 'wrong', claimWords: ['deep state'] }])
    expect(tried.dropped).toMatchObject([{ id: 'case:2', judged: 'right', spans: [{ start: 0, end: 17 }] }])
    expect(tryPatterns(texts, patterns('deep state'), patterns('title: deep'), 'beside', standing)).toMatchObject({ met: 2, adds: 1, drops: 0, kept: [{ id: 'case:1' }] })
  })

  it('gives Wilson’s interval, and none where nothing is met', () => {
    expect(wilson(0, 0)).toBeNull()
    const interval = wilson(8, 10)
    expect(interval?.low).toBeCloseTo(0.4902, 4)
    expect(interval?.high).toBeCloseTo(0.9433, 4)
  })
})

import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { BadInputError } from '../errors.ts'
import { findProjectRoot } from '../project-root.ts'
import { agreementOf, atHeads, f1, intervalsOf, wilson } from './agreement.ts'
import { evaluate } from './evaluate.ts'
import { printable } from './printable.ts'
import { readGold, readPosts, readReviews } from './read-cases.ts'

const root = findProjectRoot()
const data = path.join(root, '..', 'shared', 'data')
const posts = path.join(data, 'posts.csv')
const reviews = path.join(data, 'review-2015-2017.csv')
const gold = path.join(root, 'tests', 'gold', 'review-links.csv')
const hasData = existsSync(posts) && existsSync(reviews)

describe('agreement', () => {
  // Worked by hand: label 0 has one hit and one miss, label 1 one false, label 2 never occurs in the truth.
  const decisions = [
    { decided: new Set([0, 1]), truth: new Set([0]) },
    { decided: new Set<number>(), truth: new Set([0, 1]) },
    { decided: new Set([2]), truth: new Set<number>() },
  ]
  test('micro, macro and by case', () => {
    const { micro, macro, samples, precision, recall, labels } = agreementOf(decisions, 3)
    expect({ micro, precision, recall, labels }).toEqual({ micro: 2 / 6, precision: 1 / 3, recall: 1 / 3, labels: 2 })
    expect(macro).toBeCloseTo((2 / 3 + 0) / 2)
    expect(samples).toBeCloseTo(2 / 3 / 3)
  })
  test('heads, intervals, empty counts', () => {
    expect(agreementOf(atHeads(decisions, () => 0), 1).micro).toBeCloseTo(2 / 4)
    expect(intervalsOf(decisions, 3, 50)).toEqual(intervalsOf(decisions, 3, 50))
    expect(f1({ hit: 0, false: 0, missed: 0 })).toBe(0)
    expect(wilson(53, 55).map((bound) => Math.round(bound * 100) / 100)).toEqual([0.88, 0.99])
  })
})

describe('the files', () => {
  test('a file that is missing, or lacks a column, is told by name', () => {
    expect(() => readPosts('/nowhere/posts.csv')).toThrow(BadInputError)
    expect(() => readReviews(path.join(root, 'tests', 'gold', 'review-links.csv'))).toThrow(/no column/)
  })
})

describe.runIf(hasData)('on the real corpora', () => {
  test('the same decisions twice, spans that hold, and no worse than what was promised', { timeout: 300_000 }, () => {
    const input = { posts: readPosts(posts), reviews: readReviews(reviews), gold: readGold(gold), trainBefore: '2019-01-01', projectRoot: root }
    const result = evaluate(input)
    expect(evaluate(input).hash).toBe(result.hash)
    expect(result.spans.share).toBe(1)
    expect(result.leftOut).toBe(52)
    expect(result.micro).toBeGreaterThan(0.52)
    expect(result.macro).toBeGreaterThan(0.48)
    expect(result.heads.micro).toBeGreaterThan(0.6)
    expect(result.bursts.found).toBeGreaterThanOrEqual(8)
    expect(result.related.mrr).toBeGreaterThan(0.44)
    expect(result.gold?.missingCases).toBe(0)
    expect(printable(result)).toContain('Titles: 2568 cases')
  })
})

test.skipIf(hasData)('the real corpora are not beside the repository (../shared/data): linking was not measured', ({ annotate }) => annotate('../shared/data is absent'))

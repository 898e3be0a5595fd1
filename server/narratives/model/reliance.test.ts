import { describe, expect, test } from 'vitest'
import { parsePatterns } from '../patterns/parse-patterns.ts'
import type { Pattern } from '../patterns/pattern-syntax.ts'
import { canRely, isProven, isReliable, relianceOf } from './reliance.ts'

function patternOf(text: string): Pattern {
  const [pattern] = parsePatterns(text, 'test', new Map()).patterns
  if (pattern === undefined) throw new Error(`“${text}” is no pattern`)
  return pattern
}

describe('reliance', () => {
  test('without a record, looser shapes are relied on less, and all draw a link', () => {
    const shapes = ['junta*|putsch', 'deep state', 'west ..4 coup', 'nato & promise*']
    expect(shapes.map((text) => relianceOf(patternOf(text), undefined))).toEqual([0.85, 0.7, 0.45, 0.45])
    expect(shapes.every((text) => isReliable(patternOf(text), undefined))).toBe(true)
  })

  test('a record outweighs the shape as it grows', () => {
    const word = patternOf('junta')
    // (0 + 2 × .85) / (met + 2) falls below .35 between 2 and 3 cases.
    expect(isReliable(word, { met: 2, agreed: 0 })).toBe(true)
    expect(isReliable(word, { met: 3, agreed: 0 })).toBe(false)
    expect(relianceOf(patternOf('a1 & b1'), { met: 36, agreed: 36 })).toBeCloseTo((36 + 2 * 0.45) / 38, 12)
  })

  test('proven is what cases enough bore out: neither an unseen word nor a few hits suffice', () => {
    const word = patternOf('junta')
    expect(isProven(word, undefined)).toBe(false)
    expect(isProven(word, { met: 2.9, agreed: 2.9 })).toBe(false)
    expect(isProven(word, { met: 3, agreed: 3 })).toBe(true)
    expect(isProven(word, { met: 30, agreed: 23 })).toBe(false)
    expect(isProven(patternOf('nato & promise*'), { met: 3, agreed: 3 })).toBe(false)
  })

  test('a narrative that no label judges is relied on; one label’s good word is enough', () => {
    const met = new Map([['key', patternOf('junta')]])
    const judge = (agreed: number) => ({ name: 'Coup', narratives: [], judges: [], cases: 40, bias: 0, weights: new Float64Array(0), step: 1, record: new Map([['key', { met: 40, agreed }]]) })
    const model = (...judges: ReturnType<typeof judge>[]) => ({ version: '', trainedBefore: null, trainingCases: 0, features: new Map<string, number>(), names: [], rarity: new Float64Array(0), labels: [], judgesOf: new Map([['narrative:coup', judges]]) })
    expect(canRely('narrative:other', met, model())).toBe(true)
    expect(canRely('narrative:coup', met, model(judge(0)))).toBe(false)
    expect(canRely('narrative:coup', met, model(judge(0), judge(30)))).toBe(true)
  })
})

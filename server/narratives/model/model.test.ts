import { describe, expect, test } from 'vitest'
import { type ModelLabel, contributionsOf, logitOf, vectorOf } from './link-model.ts'
import { readModel, writeModel } from './model-file.ts'
import { wordFeatures } from './text-features.ts'
import { tokenise } from '../tokens.ts'
import { trainModel, type TrainingCase } from './train-model.ts'

const themes = ['missile defence treaty', 'orthodox church split', 'colour revolution plan', 'rain and wind today']
const places = ['Ukraine', 'Poland', 'Georgia', 'Norway', 'Serbia']

/** Made-up titles: each theme in each place, several times. */
const cases = Array.from({ length: 200 }, (_, number): TrainingCase => {
  const theme = number % themes.length
  const title = `${themes[theme] ?? ''} in ${places[number % places.length] ?? ''} ${String(number % 7)}`
  return { words: wordFeatures(tokenise(title).tokens), patterns: theme === 2 ? ['=narrative:colour', '~00000001'] : [], met: theme === 2 ? [{ key: '00000001', id: 'narrative:colour' }] : [], publishedOn: `2018-0${String(1 + (number % 9))}-01`, labels: new Set(theme < 3 ? [theme] : []) }
})
const labels = themes.slice(0, 3).map((name) => ({ name, narratives: [{ id: `narrative:${name}`, cases: new Set<number>() }], targets: ['narrative:colour'] }))
const model = trainModel(cases, labels, '2019-01-01')

describe('the model', () => {
  test('training again gives the same file, to the last byte', () => {
    expect(writeModel(trainModel(cases, labels, '2019-01-01'))).toBe(writeModel(model))
  })

  test('a file read back decides alike', () => {
    const read = readModel(writeModel(model))
    expect(read.version).toMatch(/^[0-9a-f]{12}$/)
    for (const { words, patterns } of cases) {
      for (const [number, label] of model.labels.entries()) {
        const other = read.labels[number]
        expect(other && logitOf(vectorOf(words, patterns, read.features, read.rarity), other)).toBe(logitOf(vectorOf(words, patterns, model.features, model.rarity), label))
      }
    }
  })

  test('bias and contributions add up to the logit', () => {
    for (const { words, patterns } of cases) {
      const vector = vectorOf(words, patterns, model.features, model.rarity)
      for (const label of model.labels) {
        const sum = contributionsOf(vector, label, model.names).reduce((total, { weight }) => total + weight, label.bias)
        expect(Math.abs(sum - logitOf(vector, label))).toBeLessThan(1e-9)
      }
    }
  })

  test('it learns what is there to learn', () => {
    const score = (text: string, label: ModelLabel | undefined) => (label === undefined ? 0 : logitOf(vectorOf(wordFeatures(tokenise(text).tokens), [], model.features, model.rarity), label))
    expect(score('a church split', model.labels[1])).toBeGreaterThan(0)
    expect(score('a church split', model.labels[0])).toBeLessThan(0)
    // Each of the 50 cases with the pattern counts for half when it is 700 days older than the newest.
    const weighed = cases.filter(({ met }) => met.length > 0).reduce((sum, { publishedOn }) => sum + 0.5 ** ((Date.parse('2018-09-01') - Date.parse(publishedOn ?? '')) / 86_400_000 / 700), 0)
    expect(weighed).toBeLessThan(50)
    expect(model.labels[2]?.record.get('00000001')).toEqual({ met: Math.round(weighed * 100) / 100, agreed: Math.round(weighed * 100) / 100 })
  })

  test('a broken file is refused', () => {
    expect(() => readModel('{"format":"other"}')).toThrow()
    expect(() => readModel(writeModel(model).replace('"features":"', '"features":"onemore '))).toThrow(/features/)
  })
})

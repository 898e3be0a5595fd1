import { type LinkModel, type ModelLabel, vectorOf } from './link-model.ts'
import { type SparseRows, trainLogistic } from './logistic-regression.ts'
import type { PatternRecord } from './reliance.ts'

/** One case to learn from. */
export interface TrainingCase {
  words: readonly string[]
  /** Names of patterns and targets met, as `patternFeatures` gives them. */
  patterns: readonly string[]
  /** Keys of the patterns met, with the narrative or topic of each. */
  met: readonly { key: string; id: string }[]
  publishedOn: string | null
  /** Numbers of the labels it carries. */
  labels: ReadonlySet<number>
}

/** A label to learn. */
export interface LabelToLearn {
  name: string
  /** Narratives that it may speak for, each with the training cases (by place) that have a keyword of its own. */
  narratives: { id: string; cases: ReadonlySet<number> }[]
  /** All narratives and topics whose patterns stand for it. */
  targets: readonly string[]
}

/** A label speaks for a narrative when at least so many of its cases have a keyword of that narrative: then it is no mere topic. */
const shareToSpeak = 0.5

/** Cost, seed, and the days after which a case weighs half: chosen by training before 2018 and looking at 2018. */
const settings = { cost: 3, seed: 7, halfLifeDays: 700, fewestWord: 3, fewestPattern: 2, fewestCases: 5 } as const

const dayMs = 86_400_000

/**
 * Trains the model. The same cases in the same order give the same model, to the last bit. The result is rounded as it is when it
 * is written to a file, so that a model just trained and one read back decide alike; `version` is set by whoever keeps it.
 */
export function trainModel(cases: readonly TrainingCase[], labels: readonly LabelToLearn[], trainedBefore: string | null): LinkModel {
  const { names, rarity } = vocabularyOf(cases)
  const features = new Map(names.map((name, number) => [name, number]))
  const data = rowsOf(cases, features, rarity)
  const rows = Int32Array.from({ length: cases.length }, (_, row) => row)
  const rowWeights = recencyOf(cases)
  const learned = labels.map((label, number): ModelLabel => {
    const positive = Uint8Array.from(cases, (one) => (one.labels.has(number) ? 1 : 0))
    const count = positive.reduce((sum, one) => sum + one, 0)
    const { bias, weights } = count < settings.fewestCases ? { bias: -10, weights: new Float64Array(names.length) } : trainLogistic(data, rows, positive, { cost: settings.cost, seed: settings.seed, rowWeights })
    const speaksFor = label.narratives.filter((one) => count > 0 && cases.reduce((sum, { labels: its }, place) => sum + (its.has(number) && one.cases.has(place) ? 1 : 0), 0) / count >= shareToSpeak)
    return { name: label.name, narratives: speaksFor.map(({ id }) => id), judges: [...label.targets], cases: count, bias: round(bias), ...roundedWeights(weights), record: recordOf(cases, number, new Set(label.targets), rowWeights) }
  })
  return { version: '', trainedBefore, trainingCases: cases.length, features, names, rarity, labels: learned, judgesOf: labelsByTarget(learned) }
}

/** Narrative or topic → labels that judge its patterns. */
export function labelsByTarget(labels: readonly ModelLabel[]): Map<string, ModelLabel[]> {
  const by = new Map<string, ModelLabel[]>()
  for (const label of labels) for (const id of label.judges) by.set(id, [...(by.get(id) ?? []), label])
  return by
}

/** Weights as whole steps between -127 and 127, so that a file can hold each in one byte. */
function roundedWeights(weights: Float64Array): Pick<ModelLabel, 'weights' | 'step'> {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)
  const step = Math.max(Math.ceil((largest / 127) * 1e6) / 1e6, 1e-6)
  return { weights: weights.map((weight) => Math.round(weight / step) * step), step }
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6
}

/** Words and pairs that occur in some cases, rarer ones with larger value; and the patterns met at least twice. In the order of their names. */
function vocabularyOf(cases: readonly TrainingCase[]): { names: string[]; rarity: Float64Array } {
  const wordCounts = new Map<string, number>()
  const patternCounts = new Map<string, number>()
  for (const { words, patterns } of cases) {
    for (const word of words) wordCounts.set(word, (wordCounts.get(word) ?? 0) + 1)
    for (const pattern of patterns) patternCounts.set(pattern, (patternCounts.get(pattern) ?? 0) + 1)
  }
  const words = [...wordCounts].filter(([, count]) => count >= settings.fewestWord).map(([name]) => name).sort()
  const patterns = [...patternCounts].filter(([, count]) => count >= settings.fewestPattern).map(([name]) => name).sort()
  const names = [...words, ...patterns]
  const rarity = Float64Array.from(names, (name, number) => (number < words.length ? round(Math.log((cases.length + 1) / ((wordCounts.get(name) ?? 0) + 1))) : 0))
  return { names, rarity }
}

function rowsOf(cases: readonly TrainingCase[], numbers: ReadonlyMap<string, number>, rarity: Float64Array): SparseRows {
  const vectors = cases.map(({ words, patterns }) => vectorOf(words, patterns, numbers, rarity))
  const starts = new Int32Array(cases.length + 1)
  for (const [row, vector] of vectors.entries()) starts[row + 1] = (starts[row] ?? 0) + vector.features.length
  return { starts, features: Int32Array.from(vectors.flatMap((vector) => vector.features)), values: Float64Array.from(vectors.flatMap((vector) => vector.values)), width: rarity.length }
}

/** The way cases are filed drifts over the years: a case weighs half when it is `halfLifeDays` older than the newest. Undated ones weigh as the oldest. */
function recencyOf(cases: readonly TrainingCase[]): Float64Array {
  const times = cases.map(({ publishedOn }) => (publishedOn === null ? Number.NaN : Date.parse(publishedOn)))
  const known = times.filter((time) => !Number.isNaN(time))
  const newest = known.reduce((most, time) => Math.max(most, time), 0)
  const oldest = known.reduce((least, time) => Math.min(least, time), newest)
  return Float64Array.from(times, (time) => 0.5 ** ((newest - (Number.isNaN(time) ? oldest : time)) / dayMs / settings.halfLifeDays))
}

/** What came of the patterns of these targets, each case with its weight; in hundredths, as a file has them. */
function recordOf(cases: readonly TrainingCase[], label: number, targets: ReadonlySet<string>, weights: Float64Array): Map<string, PatternRecord> {
  const record = new Map<string, PatternRecord>()
  for (const [place, { met, labels }] of cases.entries()) {
    const weight = weights[place] ?? 0
    for (const key of new Set(met.filter(({ id }) => targets.has(id)).map((one) => one.key))) {
      const before = record.get(key) ?? { met: 0, agreed: 0 }
      record.set(key, { met: before.met + weight, agreed: before.agreed + (labels.has(label) ? weight : 0) })
    }
  }
  return new Map([...record].map(([key, { met, agreed }]) => [key, { met: hundredths(met), agreed: hundredths(agreed) }]))
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100
}

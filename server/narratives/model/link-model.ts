import type { PatternRecord } from './reliance.ts'

/** What the model has learned for one label. */
export interface ModelLabel {
  /** Name of the label, as the yardstick has it. */
  name: string
  /** Narratives it speaks for: most of its training cases had a keyword that the taxonomy reads as that narrative. Empty for a label that is a topic. */
  narratives: string[]
  /** Narratives and topics whose patterns it kept a record of. */
  judges: string[]
  /** How many training cases carried the label. */
  cases: number
  bias: number
  /** By feature number; each a whole multiple of `step`. */
  weights: Float64Array
  step: number
  /** What came of the patterns it judges, by the pattern's key. */
  record: Map<string, PatternRecord>
}

/** A one-vs-rest logistic regression over words, pairs of words and patterns met. */
export interface LinkModel {
  /** Short hash of its file: links name the model that made them. */
  version: string
  /** Only cases published before this day were used; null where all were. */
  trainedBefore: string | null
  trainingCases: number
  /** Feature → number. */
  features: Map<string, number>
  names: string[]
  /** Value of a word feature before scaling: its inverse document frequency. 0 for pattern features, which have fixed values. */
  rarity: Float64Array
  labels: ModelLabel[]
  /** Narrative or topic → labels that judge its patterns. */
  judgesOf: Map<string, ModelLabel[]>
}

/** Value of a met narrative or topic, and of a met pattern, beside a text whose words have length 1. */
export const targetValue = 0.7
export const patternValue = 0.5

/** Numbers and values of the features a case has. */
export interface FeatureVector {
  features: number[]
  values: number[]
}

/**
 * Features of a case: words weigh by their rarity and are scaled to length 1, patterns met have fixed values. What the model has
 * never seen is left out.
 */
export function vectorOf(words: readonly string[], patterns: readonly string[], numberOf: ReadonlyMap<string, number>, rarity: Float64Array): FeatureVector {
  const features: number[] = []
  const values: number[] = []
  let square = 0
  for (const word of words) {
    const number = numberOf.get(word)
    if (number === undefined) continue
    const value = rarity[number] ?? 0
    features.push(number)
    values.push(value)
    square += value * value
  }
  const length = square === 0 ? 1 : Math.sqrt(square)
  for (let at = 0; at < values.length; at += 1) values[at] = (values[at] ?? 0) / length
  for (const pattern of patterns) {
    const number = numberOf.get(pattern)
    if (number === undefined) continue
    features.push(number)
    values.push(pattern.startsWith('=') ? targetValue : patternValue)
  }
  return { features, values }
}

/** bias + sum of weight × value. */
export function logitOf({ features, values }: FeatureVector, { bias, weights }: Pick<ModelLabel, 'bias' | 'weights'>): number {
  let logit = bias
  for (let at = 0; at < features.length; at += 1) logit += (weights[features[at] ?? 0] ?? 0) * (values[at] ?? 0)
  return logit
}

/** Weights of a model with those of one feature side by side: a case has few features and each matters to all labels. */
const byFeature = new WeakMap<LinkModel, Float64Array>()

function weightsByFeature(model: LinkModel): Float64Array {
  const known = byFeature.get(model)
  if (known !== undefined) return known
  const { labels, names } = model
  const weights = new Float64Array(labels.length * names.length)
  for (const [at, label] of labels.entries()) for (let feature = 0; feature < names.length; feature += 1) weights[feature * labels.length + at] = label.weights[feature] ?? 0
  byFeature.set(model, weights)
  return weights
}

/** The logits of all labels, in their order; each to the last bit what `logitOf` gives. */
export function logitsOf({ features, values }: FeatureVector, model: LinkModel): Float64Array {
  const { labels } = model
  const weights = weightsByFeature(model)
  const logits = Float64Array.from(labels, ({ bias }) => bias)
  for (let at = 0; at < features.length; at += 1) {
    const from = (features[at] ?? 0) * labels.length
    const value = values[at] ?? 0
    for (let label = 0; label < logits.length; label += 1) logits[label] = (logits[label] ?? 0) + (weights[from + label] ?? 0) * value
  }
  return logits
}

/** The score of a logit: between 0 and 1, fitted to the source's keywords. A score, not the probability of truth. */
export function scoreOf(logit: number): number {
  return 1 / (1 + Math.exp(-logit))
}

/** What one feature adds to a logit. */
export interface Contribution {
  feature: string
  weight: number
}

/** Every contribution, largest first by size; with the bias they add up to the logit. */
export function contributionsOf(vector: FeatureVector, label: ModelLabel, names: readonly string[]): Contribution[] {
  return vector.features
    .map((number, at): Contribution => ({ feature: names[number] ?? '', weight: (label.weights[number] ?? 0) * (vector.values[at] ?? 0) }))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.feature < b.feature ? -1 : 1))
}

/** Labels with fewer training cases only suggest; they never make a link surer. */
export const fewestCasesToAgree = 100

/** Whether a label can make a link surer: it has cases enough, and no topic among what it stands for, since then the model knows the subject and not the narrative. */
export function canAgree({ cases, judges }: ModelLabel): boolean {
  return cases >= fewestCasesToAgree && !judges.some((id) => id.startsWith('topic:'))
}

/** From this score on the model makes a proven pattern surer. */
export const agreeingScore = 0.7

/** From this score on it makes good for a pattern that could not be relied on alone. */
export const backingScore = 0.4

/** From this score on it suggests a link of its own. */
export const suggestingScore = 0.3

import { seededRandom } from './seeded-random.ts'

/** Rows of numbered features with values, one after the other: row i has the entries from `starts[i]` to `starts[i + 1]`. */
export interface SparseRows {
  starts: Int32Array
  features: Int32Array
  values: Float64Array
  /** How many features there are. */
  width: number
}

/** Weights of one label; `logit = bias + sum of weight x value`. */
export interface LabelWeights {
  bias: number
  weights: Float64Array
}

export interface TrainingOptions {
  /** What one training case may pull at most; larger fits closer. */
  cost: number
  seed: number
  /** Weight of a row in the loss, by row; 1 where absent. */
  rowWeights?: Float64Array
}

const mostRounds = 40
const precision = 0.05

/**
 * L2-regularised logistic regression by dual coordinate descent, as in Yu, Huang and Lin, “Dual coordinate descent methods for
 * logistic regression and maximum entropy models”, Machine Learning 85 (2011), algorithm 5. The bias is a feature of value 1 and
 * regularised with the rest. `rows` says which rows are used; the order is shuffled by the seed, so that training again
 * gives the same weights to the last bit.
 */
export function trainLogistic(data: SparseRows, rows: Int32Array, positive: Uint8Array, { cost, seed, rowWeights }: TrainingOptions): LabelWeights {
  const { starts, features, values, width } = data
  const count = rows.length
  const weights = new Float64Array(width)
  let bias = 0
  const inner = new Float64Array(count)
  const alpha = new Float64Array(2 * count)
  const limits = new Float64Array(count)
  for (let at = 0; at < count; at += 1) {
    const row = rows[at] ?? 0
    const limit = cost * (rowWeights?.[row] ?? 1)
    limits[at] = limit
    alpha[2 * at] = Math.min(0.001 * limit, 1e-8)
    alpha[2 * at + 1] = limit - (alpha[2 * at] ?? 0)
    const sign = positive[row] === 1 ? 1 : -1
    const share = sign * (alpha[2 * at] ?? 0)
    let square = 1
    bias += share
    for (let entry = starts[row] ?? 0; entry < (starts[row + 1] ?? 0); entry += 1) {
      const value = values[entry] ?? 0
      const feature = features[entry] ?? 0
      square += value * value
      weights[feature] = (weights[feature] ?? 0) + share * value
    }
    inner[at] = square
  }
  const order = Int32Array.from({ length: count }, (_, at) => at)
  const random = seededRandom(seed)
  let innerPrecision = 0.01
  for (let round = 0; round < mostRounds; round += 1) {
    for (let at = count - 1; at > 0; at -= 1) {
      const other = Math.floor(random() * (at + 1))
      const held = order[at] ?? 0
      order[at] = order[other] ?? 0
      order[other] = held
    }
    let steps = 0
    let largest = 0
    for (let turn = 0; turn < count; turn += 1) {
      const at = order[turn] ?? 0
      const row = rows[at] ?? 0
      const label = positive[row] === 1 ? 1 : -1
      const limit = limits[at] ?? cost
      const from = starts[row] ?? 0
      const to = starts[row + 1] ?? 0
      let product = bias
      for (let entry = from; entry < to; entry += 1) product += (weights[features[entry] ?? 0] ?? 0) * (values[entry] ?? 0)
      const slope = label * product
      const curve = inner[at] ?? 1
      let one = 2 * at
      let two = one + 1
      let sign = 1
      if (0.5 * curve * ((alpha[two] ?? 0) - (alpha[one] ?? 0)) + slope < 0) {
        one = 2 * at + 1
        two = 2 * at
        sign = -1
      }
      const old = alpha[one] ?? 0
      let now = old
      if (limit - now < 0.5 * limit) now *= 0.1
      let gradient = curve * (now - old) + sign * slope + Math.log(now / (limit - now))
      largest = Math.max(largest, Math.abs(gradient))
      let tries = 0
      while (tries <= 100 && Math.abs(gradient) >= innerPrecision) {
        const next = now - gradient / (curve + limit / (limit - now) / now)
        now = next <= 0 ? now * 0.1 : next
        gradient = curve * (now - old) + sign * slope + Math.log(now / (limit - now))
        steps += 1
        tries += 1
      }
      if (tries === 0) continue
      alpha[one] = now
      alpha[two] = limit - now
      const change = sign * (now - old) * label
      bias += change
      for (let entry = from; entry < to; entry += 1) {
        const feature = features[entry] ?? 0
        weights[feature] = (weights[feature] ?? 0) + change * (values[entry] ?? 0)
      }
    }
    if (largest < precision) break
    if (steps <= count / 10) innerPrecision = Math.max(1e-8, 0.1 * innerPrecision)
  }
  return { bias, weights }
}

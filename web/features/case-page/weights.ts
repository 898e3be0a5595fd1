import { defaultWeights, heaviestWeight, type RelatedPart, relatedParts } from '#graph-schema/api/related.ts'

export type Weights = Readonly<Record<RelatedPart, number>>

/** Weights as they stand in an address, `1,0.35,0.3,0.4` in the order of the parts; what is not given or unreadable weighs what it usually does. */
export function readWeights(text: string | undefined): Weights {
  const given = (text ?? '').split(',')
  const weights = { ...defaultWeights }
  for (const [at, part] of relatedParts.entries()) {
    const value = Number(given[at] === '' ? undefined : given[at])
    if (value >= 0 && value <= heaviestWeight) weights[part] = value
  }
  return weights
}

/** The same as text; undefined for the usual weights, which need no place in the address. */
export function writeWeights(weights: Weights): string | undefined {
  if (areUsual(weights)) return undefined
  return relatedParts.map((part) => String(Math.round(weights[part] * 100) / 100)).join(',')
}

/** Whether nothing was moved. */
export function areUsual(weights: Weights): boolean {
  return relatedParts.every((part) => Math.abs(weights[part] - defaultWeights[part]) < 0.005)
}

import { z } from 'zod'
import { sha256 } from '../../sha256.ts'
import type { LinkModel, ModelLabel } from './link-model.ts'
import { labelsByTarget } from './train-model.ts'

const count = z.int().nonnegative()

/** A count in which older cases weigh less. */
const weighed = z.number().nonnegative()

/** A model as it lies in a file: figures, stems of single words and pairs, and hashes of patterns. No sentence of any case. */
const modelFileSchema = z.strictObject({
  format: z.literal('throughline-model-1'),
  trainedBefore: z.iso.date().nullable(),
  trainingCases: count,
  /** Names of features, joined by blanks. */
  features: z.string(),
  /** Rarity of each feature. */
  rarity: z.array(z.number().nonnegative()),
  labels: z.array(
    z.strictObject({
      name: z.string(),
      narratives: z.array(z.string()),
      judges: z.array(z.string()),
      cases: count,
      bias: z.number(),
      step: z.number().positive(),
      /** A signed byte a feature, in base 64: weight = byte × step. */
      weights: z.string(),
      record: z.record(z.string(), z.tuple([weighed, weighed])),
    }),
  ),
})

/** The model as the text of a file. The same model gives the same text. */
export function writeModel(model: LinkModel): string {
  const file: z.input<typeof modelFileSchema> = {
    format: 'throughline-model-1',
    trainedBefore: model.trainedBefore,
    trainingCases: model.trainingCases,
    features: model.names.join(' '),
    rarity: [...model.rarity],
    labels: model.labels.map(({ name, narratives, judges, cases, bias, step, weights, record }) => ({
      name,
      narratives,
      judges,
      cases,
      bias,
      step,
      weights: Buffer.from(Int8Array.from(weights, (weight) => Math.round(weight / step)).buffer).toString('base64'),
      record: Object.fromEntries([...record].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, { met, agreed }]) => [key, [met, agreed]])),
    })),
  }
  return `${JSON.stringify(file)}\n`
}

/** Reads a model file. Throws where it is not one, or does not fit together. */
export function readModel(text: string): LinkModel {
  const { features: joined, rarity, labels, trainedBefore, trainingCases } = modelFileSchema.parse(JSON.parse(text))
  const names = joined === '' ? [] : joined.split(' ')
  if (names.length !== rarity.length) throw new Error(`The model has ${String(names.length)} features and ${String(rarity.length)} rarities`)
  const read = labels.map(({ weights, record, ...label }): ModelLabel => {
    const bytes = Buffer.from(weights, 'base64')
    if (bytes.length !== names.length) throw new Error(`The model has ${String(names.length)} features, its label ${label.name} ${String(bytes.length)} weights`)
    return {
      ...label,
      weights: Float64Array.from(new Int8Array(bytes), (byte) => byte * label.step),
      record: new Map(Object.entries(record).map(([key, [met, agreed]]) => [key, { met, agreed }])),
    }
  })
  return { version: sha256(text).slice(0, 12), trainedBefore, trainingCases, features: new Map(names.map((name, number) => [name, number])), names, rarity: Float64Array.from(rarity), labels: read, judgesOf: labelsByTarget(read) }
}

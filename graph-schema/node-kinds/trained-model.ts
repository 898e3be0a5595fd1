import { z } from 'zod'
import { defineNodeKind } from '../define.ts'

/** The model that was trained on this graph; there is one or none, and it goes before the one that ships. */
export const trainedModelKind = defineNodeKind({
  kind: 'TrainedModel',
  role: 'provenance',
  idPrefixes: ['model'],
  words: { one: 'trained model', many: 'trained models' },
  properties: z.strictObject({
    /** Made of the content: equal models have equal versions. */
    version: z.string(),
    /** As a model file has it. */
    content: z.string(),
    trainedAt: z.iso.datetime(),
  }),
  searchable: [],
})

export const trainedModelId = 'model:trained-here'

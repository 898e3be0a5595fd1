import { z } from 'zod'
import { trainedModelKind } from '#graph-schema/node-kinds/trained-model.ts'
import { defineQuery } from '../../define-query.ts'

/** Keeps the model; it replaces the one that was there. */
export const writeTrainedModel = defineQuery({
  name: 'writeTrainedModel',
  access: 'write',
  cypher: `
    MERGE (m:TrainedModel {id: $row.id})
    SET m = $row
  `,
  params: z.strictObject({ row: z.strictObject({ id: z.string(), ...trainedModelKind.properties.shape }) }),
  row: z.never(),
  timeoutMs: 60_000,
})

/** Takes the trained model away; resolves with how many there were. */
export const deleteTrainedModel = defineQuery({
  name: 'deleteTrainedModel',
  access: 'write',
  cypher: `
    MATCH (m:TrainedModel)
    DETACH DELETE m
    RETURN count(*) AS deleted
  `,
  params: z.strictObject({}),
  row: z.strictObject({ deleted: z.int() }),
})

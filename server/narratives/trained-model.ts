import { trainedModelId } from '#graph-schema/node-kinds/trained-model.ts'
import type { QueryRunner } from '../neo4j/driver.ts'
import { deleteTrainedModel, writeTrainedModel } from '../neo4j/queries/write/trained-model.ts'
import type { LinkModel } from './model/link-model.ts'

/** Keeps a model that was trained on the graph; from now on it is used instead of the one that ships. `text` is the model as its file has it. */
export async function keepTrainedModel(graph: QueryRunner, { version }: Pick<LinkModel, 'version'>, text: string, now: Date = new Date()): Promise<void> {
  await graph.run(writeTrainedModel, { row: { id: trainedModelId, version, content: text, trainedAt: now.toISOString() } })
}

/** Takes the trained model away, so that the one that ships is used again. Resolves with whether there was one. */
export async function takeTrainedModelAway(graph: QueryRunner): Promise<boolean> {
  const [row] = await graph.run(deleteTrainedModel, {})
  return (row?.deleted ?? 0) > 0
}

import type { Router } from 'express'
import { formatsEndpoint, lookEndpoint, uploadByIdEndpoint, uploadEndpoint, discardUploadEndpoint } from '#graph-schema/api/uploads.ts'
import { NotFoundError } from '../errors.ts'
import type { Entities } from '../ingest/normalise/entities.ts'
import { allReaders } from '../ingest/readers/all-readers.ts'
import type { TaxonomyProvider } from '../narratives/taxonomy-in-force.ts'
import type { QueryRunner } from '../neo4j/driver.ts'
import { describeUpload, lookAt } from '../uploads/describe-upload.ts'
import type { StoredUpload, UploadStore } from '../uploads/upload-store.ts'
import { serve } from './handle.ts'

/** The upload of an id; NotFoundError when there is none (any more). */
export async function uploadOf(uploads: UploadStore, id: string): Promise<StoredUpload> {
  const upload = await uploads.find(id)
  if (upload === null) throw new NotFoundError(`There is no file “${id}”. Files that were sent are kept for two weeks; send it again.`)
  return upload
}

/** Files that people send, what they are, and their first rows. */
export function addUploadRoutes(router: Router, graph: QueryRunner, { uploads, entities, inForce }: { uploads: UploadStore; entities: Entities; inForce: TaxonomyProvider }): void {
  serve(router, formatsEndpoint, () => Promise.resolve({ formats: allReaders.map(({ format, name }) => ({ format, name })) }))
  serve(router, uploadEndpoint, async ({ query, stream, announcedBytes }) => describeUpload(await uploads.receive(query.name, stream, announcedBytes), graph))
  serve(router, uploadByIdEndpoint, async ({ param }) => describeUpload(await uploadOf(uploads, param('id')), graph))
  serve(router, discardUploadEndpoint, async ({ param }) => ({ discarded: await uploads.discard(param('id')) }))
  serve(router, lookEndpoint, async ({ param, body, signal }) => lookAt(await uploadOf(uploads, param('id')), body.plan, { entities, taxonomy: await inForce.current(graph) }, signal))
}

import { OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi'
import { z } from 'zod'
import type { Endpoint } from '#graph-schema/api/common.ts'
import { endpoints } from '#graph-schema/api/endpoints.ts'
import { problemDetailsSchema } from '#graph-schema/api/problem.ts'

const allEndpoints: readonly Endpoint<z.ZodObject, z.ZodType, z.ZodType>[] = endpoints

/** The OpenAPI 3.1 document, made from the same contracts that the routes parse with. */
export function openApiDocument(version: string): object {
  const registry = new OpenAPIRegistry()
  for (const endpoint of allEndpoints) {
    const names = [...endpoint.path.matchAll(/:(\w+)/gu)].map((match) => match[1] ?? '')
    const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: problemDetailsSchema } } })
    registry.registerPath({
      method: endpoint.method,
      path: endpoint.path.replaceAll(/:(\w+)/gu, '{$1}'),
      summary: endpoint.summary,
      tags: [endpoint.path.split('/')[2] ?? 'health'],
      request: {
        ...(names.length > 0 ? { params: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))) } : {}),
        query: endpoint.query,
        ...(endpoint.consumes !== undefined ? { body: { content: { [endpoint.consumes]: { schema: z.string().meta({ format: 'binary' }) } } } } : {}),
        ...(endpoint.body instanceof z.ZodObject ? { body: { content: { 'application/json': { schema: endpoint.body } } } } : {}),
      },
      responses: {
        200: { description: 'The answer', content: { [endpoint.produces ?? 'application/json']: { schema: endpoint.response } } },
        400: problem('The request does not fit; `errors` names each place'),
        ...(names.length > 0 ? { 404: problem('Nothing under that id') } : {}),
        429: problem('Too many requests; see Retry-After'),
        503: problem('The database does not answer, or the question took too long'),
      },
    })
  }
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: { title: 'Throughline API', version, description: 'Cases, narratives and how they connect. Claims are never given without their disproof or the state of it.' },
    servers: [{ url: '/' }],
  })
}

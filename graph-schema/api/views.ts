import { z } from 'zod'
import { defineEndpoint, noBody, noQuery } from './common.ts'

/** A view too large for a link is saved in the graph. The id is the hash of the content: the same view has the same id on any graph. */
export const saveViewEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/views',
  summary: 'Save an exploration view that is too large for a link',
  query: noQuery,
  body: z.strictObject({ content: z.string().min(1).max(500_000) }),
  response: z.strictObject({ id: z.string() }),
})

export const viewEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/views/:id',
  summary: 'A saved view',
  query: noQuery,
  body: noBody,
  response: z.strictObject({ id: z.string(), content: z.string() }),
})


import { z } from 'zod'
import { defineEndpoint, noBody, noQuery } from './common.ts'

export const healthEndpoint = defineEndpoint({
  method: 'get',
  path: '/healthz',
  summary: 'The process is alive; the database is not asked',
  query: noQuery,
  body: noBody,
  response: z.strictObject({ status: z.literal('ok') }),
})

export const readyEndpoint = defineEndpoint({
  method: 'get',
  path: '/readyz',
  summary: 'The database answers and has all its constraints; 503 otherwise',
  query: noQuery,
  body: noBody,
  response: z.strictObject({ status: z.literal('ready') }),
})

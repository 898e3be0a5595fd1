import { inject } from 'vitest'
import type { z } from 'zod'
import type { Endpoint } from '#graph-schema/api/common.ts'

/** Asks the running app as any client would, and holds the answer against its contract. `path` is the endpoint's with its values in. */
export async function getApi<Query extends z.ZodType, Answer extends z.ZodType>(endpoint: Endpoint<Query, z.ZodUndefined, Answer>, path: string, query: Readonly<Record<string, string>> = {}): Promise<z.output<Answer>> {
  const search = new URLSearchParams(query).toString()
  const response = await fetch(`${inject('app').url}${path}${search === '' ? '' : `?${search}`}`)
  if (!response.ok) throw new Error(`${path} answered ${String(response.status)}: ${await response.text()}`)
  return endpoint.response.parse(await response.json())
}

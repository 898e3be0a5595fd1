import type { z } from 'zod'

/** A named, fixed Cypher text with the schema of its parameters and of each row it returns. No Cypher is ever built from strings. */
export interface Query<Params extends z.ZodType, Row extends z.ZodType> {
  name: string
  /** `read` queries run in a READ transaction: the server refuses any write in them. */
  access: 'read' | 'write'
  /** Parameters are built by code of ours whose types are these schemas, thousands of rows at a time: they are not parsed a second time. */
  isBulk: boolean
  cypher: string
  params: Params
  row: Row
  /** Most rows taken; the rest is never pulled from the server. */
  maxRows: number
  /** Time limit on the server, milliseconds. */
  timeoutMs: number
}

interface QueryOptions<Params extends z.ZodType, Row extends z.ZodType> {
  name: string
  access?: 'read' | 'write'
  isBulk?: boolean
  cypher: string
  params: Params
  row: Row
  maxRows?: number
  timeoutMs?: number
}

/** Declares a query; reads, 5 s and 10,000 rows unless told otherwise. */
export function defineQuery<Params extends z.ZodType, Row extends z.ZodType>(options: QueryOptions<Params, Row>): Query<Params, Row> {
  return { access: 'read', isBulk: false, maxRows: 10_000, timeoutMs: 5_000, ...options }
}

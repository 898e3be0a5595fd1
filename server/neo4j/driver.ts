import neo4j, { type Driver, type ManagedTransaction, Neo4jError, type Session } from 'neo4j-driver'
import type { z } from 'zod'
import { DatabaseUnavailableError, QueryTimeoutError } from '../errors.ts'
import type { Query } from './define-query.ts'
import { ColdPlans } from './cold-plans.ts'
import { toPlain } from './map-values.ts'
import { Reachability } from './reachability.ts'

/** How to reach the database. `uri` takes bolt, bolt+s, neo4j, neo4j+s. */
export interface Connection {
  uri: string
  user: string
  password: string
  database: string
}

/** Runs declared queries inside one transaction. */
export interface QueryRunner {
  /** All rows, each parsed with the query's row schema; a drift between Cypher and schema fails here. */
  run<Params extends z.ZodType, Row extends z.ZodType>(query: Query<Params, Row>, params: z.input<Params>): Promise<z.output<Row>[]>
}

/** The only door to Neo4j: one driver a process, brakes on everything. */
export interface GraphDriver extends QueryRunner {
  /** Several queries in one write transaction. The work may run more than once (the driver retries), so it must be idempotent. */
  write<Result>(work: (tx: QueryRunner) => Promise<Result>): Promise<Result>
  /** Runs one statement of graph-schema/constraints.ts; not for anything else. */
  runSchemaStatement(cypher: string): Promise<void>
  /** Throws DatabaseUnavailableError unless the database answers; `serverVersion` as it names itself, e.g. `Neo4j/5.26.30`. */
  verify(): Promise<{ serverVersion: string }>
  close(): Promise<void>
}

const unavailableCodes = new Set([
  neo4j.error.SERVICE_UNAVAILABLE,
  neo4j.error.SESSION_EXPIRED,
  'Neo.ClientError.Security.Unauthorized',
  'Neo.ClientError.Security.AuthenticationRateLimit',
  'Neo.TransientError.General.DatabaseUnavailable',
  'Neo.ClientError.Database.DatabaseNotFound',
])

const timeoutCodes = new Set([
  'Neo.ClientError.Transaction.TransactionTimedOut',
  'Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration',
  'Neo.TransientError.Transaction.LockAcquisitionTimeout',
])

/** Driver failures as domain errors; anything else unchanged, for it is a fault of ours. */
function translate(error: unknown): unknown {
  if (!(error instanceof Neo4jError)) return error
  if (timeoutCodes.has(error.code)) return new QueryTimeoutError('The query took longer than allowed', { cause: error })
  if (unavailableCodes.has(error.code) || error.retriable || /pool|acquisition|connect/iu.test(error.message)) {
    return new DatabaseUnavailableError('The database does not answer', { cause: error })
  }
  return error
}

/** Integers must arrive as integers: a plain number would be stored as a float. What holds none is passed on as it is, not copied. */
function toDriver(value: unknown): unknown {
  if (typeof value === 'number' && Number.isInteger(value)) return neo4j.int(value)
  if (Array.isArray(value)) return mapChanged(value)
  if (value !== null && typeof value === 'object') {
    let changed: Record<string, unknown> | null = null
    for (const [key, inner] of Object.entries(value)) {
      const mapped = toDriver(inner)
      if (mapped !== inner) changed = { ...(changed ?? value), [key]: mapped }
    }
    return changed ?? value
  }
  return value
}

function mapChanged(list: readonly unknown[]): readonly unknown[] {
  let changed: unknown[] | null = null
  for (const [index, item] of list.entries()) {
    const mapped = toDriver(item)
    if (mapped !== item) (changed ??= [...list])[index] = mapped
  }
  return changed ?? list
}

function parseParams(query: Query<z.ZodType, z.ZodType>, params: unknown): Record<string, unknown> {
  const mapped = toDriver(query.isBulk ? params : query.params.parse(params))
  return mapped !== null && typeof mapped === 'object' ? { ...mapped } : {}
}

async function runInTransaction<Params extends z.ZodType, Row extends z.ZodType>(
  tx: Pick<ManagedTransaction, 'run'>,
  query: Query<Params, Row>,
  params: z.input<Params>,
): Promise<z.output<Row>[]> {
  const rows: z.output<Row>[] = []
  // Iterating pulls as we go, so the cap also bounds what leaves the server.
  for await (const record of tx.run(query.cypher, parseParams(query, params))) {
    rows.push(query.row.parse(toPlain(record.toObject())))
    if (rows.length >= query.maxRows) break
  }
  return rows
}

/** A read that fails faster than this met a connection that was dead already; a new one may live. */
const quickFailureMs = 500

/** The server looks for transactions past their limit every two seconds only. A database that says nothing for this long beyond the limit is away. */
const silenceMs = 5_000

/**
 * Opens the driver. For web requests as it is: a read is tried once or twice and a database that is away is told at once, for callers would
 * rather hear that than wait. With `isPatient`, for imports and commands: whatever may pass is tried again for `retryMs`.
 */
export function createGraphDriver(connection: Connection, options: { retryMs: number; isPatient?: boolean } = { retryMs: 3_000 }): GraphDriver {
  const driver: Driver = neo4j.driver(connection.uri, neo4j.auth.basic(connection.user, connection.password), {
    connectionTimeout: 2_000,
    connectionAcquisitionTimeout: 2_000,
    maxTransactionRetryTime: options.retryMs,
    maxConnectionPoolSize: 50,
    maxConnectionLifetime: 50 * 60_000,
    connectionLivenessCheckTimeout: 60_000,
    fetchSize: 2_000,
    telemetryDisabled: true,
    userAgent: 'throughline',
  })
  const { database } = connection
  const reachability = new Reachability(() => driver.getServerInfo({ database }))
  const coldPlans = new ColdPlans()

  /** The failure as a domain error; remembers that the database is away. */
  function fail(error: unknown): unknown {
    const told = translate(error)
    if (told instanceof DatabaseUnavailableError) reachability.noteAway()
    return told
  }

  const assertThere = options.isPatient === true ? () => Promise.resolve() : () => reachability.assertThere()

  async function inSession<Result>(mode: 'READ' | 'WRITE', work: (session: Session) => Promise<Result>): Promise<Result> {
    const session = driver.session({ database, defaultAccessMode: neo4j.session[mode] })
    try {
      return await work(session)
    } catch (error) {
      throw fail(error)
    } finally {
      // A database that has gone silent would keep the goodbye waiting too.
      session.close().catch(() => undefined)
    }
  }

  const configOf = (query: { name: string }, limitMs: number) => ({ timeout: limitMs, metadata: { app: 'throughline', query: query.name } })

  /** One attempt, in a transaction of the server's own making: one way there and back. */
  function readOnce<Params extends z.ZodType, Row extends z.ZodType>(query: Query<Params, Row>, params: z.input<Params>, limitMs: number): Promise<z.output<Row>[]> {
    return inSession('READ', async (session) => {
      const config = configOf(query, limitMs)
      return notSilent(runInTransaction({ run: (cypher, values) => session.run(cypher, values, config) }, query, params), limitMs + silenceMs)
    })
  }

  async function readAtOnce<Params extends z.ZodType, Row extends z.ZodType>(query: Query<Params, Row>, params: z.input<Params>, limitMs: number): Promise<z.output<Row>[]> {
    await reachability.assertThere()
    const begun = Date.now()
    try {
      return await readOnce(query, params, limitMs)
    } catch (error) {
      if (!(error instanceof DatabaseUnavailableError) || Date.now() - begun > quickFailureMs) throw error
      return await readOnce(query, params, limitMs)
    }
  }

  function readPatiently<Params extends z.ZodType, Row extends z.ZodType>(query: Query<Params, Row>, params: z.input<Params>, limitMs: number): Promise<z.output<Row>[]> {
    return inSession('READ', (session) => session.executeRead((tx) => runInTransaction(tx, query, params), configOf(query, limitMs)))
  }

  async function read<Params extends z.ZodType, Row extends z.ZodType>(query: Query<Params, Row>, params: z.input<Params>): Promise<z.output<Row>[]> {
    const attempt = (limitMs: number = query.timeoutMs) => (options.isPatient === true ? readPatiently(query, params, limitMs) : readAtOnce(query, params, limitMs))
    try {
      return await attempt()
    } catch (error) {
      if (error instanceof QueryTimeoutError) return coldPlans.again(query.name, attempt, error)
      throw error
    }
  }

  return {
    async run(query, params) {
      if (query.access === 'read') return read(query, params)
      await assertThere()
      return inSession('WRITE', (session) => session.executeWrite((tx) => runInTransaction(tx, query, params), configOf(query, query.timeoutMs)))
    },
    async write(work) {
      await assertThere()
      return inSession('WRITE', (session) =>
        session.executeWrite((tx) => work({ run: (query, params) => runInTransaction(tx, query, params) }), { timeout: 60_000, metadata: { app: 'throughline' } }),
      )
    },
    async runSchemaStatement(cypher) {
      await inSession('WRITE', (session) => session.run(cypher))
    },
    async verify() {
      try {
        const info = await driver.getServerInfo({ database })
        return { serverVersion: info.agent ?? 'unknown' }
      } catch (error) {
        throw fail(error)
      }
    },
    async close() {
      await driver.close()
    },
  }
}

/** The answer, or DatabaseUnavailableError when none has come after so long. */
async function notSilent<Answer>(answer: Promise<Answer>, ms: number): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new DatabaseUnavailableError(`The database has said nothing for ${String(ms)} ms`))
    }, ms)
  })
  try {
    return await Promise.race([answer, silence])
  } finally {
    clearTimeout(timer)
  }
}

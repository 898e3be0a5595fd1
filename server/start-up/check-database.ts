import { DatabaseUnavailableError, StartupError } from '../errors.ts'
import type { Connection, GraphDriver } from '../neo4j/driver.ts'
import { createSchema, missingSchema } from '../neo4j/ensure-schema.ts'
import { databaseAccess } from '../neo4j/queries/database-access.ts'
import type { OpenDatabase } from './open-database.ts'

/** The oldest server whose Cypher has all that our queries use. */
const oldest = [5, 13] as const

/** Makes sure that the database answers, is new enough and can be written to. */
export async function checkDatabase(driver: GraphDriver, connection: Connection): Promise<void> {
  try {
    const { serverVersion } = await driver.verify()
    if (isTooOld(serverVersion)) throw tooOld(serverVersion, connection)
    const [access] = await driver.run(databaseAccess, { database: connection.database })
    if (access?.access === 'read-only') throw readOnly(connection)
  } catch (error) {
    throw explainUnavailable(error, connection)
  }
}

/** Creates constraints and indexes in our own database; in the user's own it only looks, and refuses when one is missing. */
export async function ensureSchema(driver: GraphDriver, kind: OpenDatabase['kind']): Promise<void> {
  if (kind === 'managed') {
    await createSchema(driver)
    return
  }
  const missing = await missingSchema(driver)
  if (missing.length === 0) return
  throw new StartupError(
    'The database lacks constraints or indexes that Throughline relies on.',
    `Missing: ${missing.map(({ name }) => name).join(', ')}. Without them an import could double nodes.`,
    'Create them with `npm run throughline -- migrate`, then start again.',
  )
}

/** `Neo4j/5.12.0` is too old; a name that holds no version is let through. */
export function isTooOld(serverVersion: string): boolean {
  const match = /^Neo4j\/(\d+)\.(\d+)/u.exec(serverVersion)
  if (match === null) return false
  const [major, minor] = [Number(match[1]), Number(match[2])]
  return major < oldest[0] || (major === oldest[0] && minor < oldest[1])
}

function tooOld(serverVersion: string, { uri }: Connection): StartupError {
  return new StartupError(
    'That Neo4j is too old.',
    `${uri} runs ${serverVersion}; Throughline needs Neo4j ${oldest.join('.')} or newer.`,
    'Upgrade it, or unset NEO4J_URI to use the one that comes with Throughline.',
  )
}

function readOnly({ uri, database }: Connection): StartupError {
  return new StartupError(
    'The database is read-only.',
    `Neo4j at ${uri} lets nobody write to the database ${database}.`,
    'Make it writable (ALTER DATABASE … SET ACCESS READ WRITE, or the server settings on read-only databases), or name another in NEO4J_DATABASE.',
  )
}

function explainUnavailable(error: unknown, { uri, user, database }: Connection): unknown {
  if (!(error instanceof DatabaseUnavailableError)) return error
  const code = codeOf(error.cause)
  if (code.startsWith('Neo.ClientError.Security.')) {
    return new StartupError(
      'Neo4j does not accept the user or the password.',
      code.endsWith('AuthenticationRateLimit') ? `${uri} takes no more tries for now, after several wrong ones.` : `${uri} answered, but refused the user ${user}.`,
      'Correct NEO4J_USER and NEO4J_PASSWORD.',
      error,
    )
  }
  if (code.endsWith('DatabaseNotFound')) {
    return new StartupError('That database does not exist.', `Neo4j at ${uri} has no database named ${database}.`, 'Correct NEO4J_DATABASE, or create the database.', error)
  }
  return new StartupError(
    'Neo4j does not answer.',
    `No database could be reached at ${uri} (${code === '' ? 'no reason given' : code}).`,
    'Check that it runs and that NEO4J_URI is right, or unset NEO4J_URI to use the one that comes with Throughline.',
    error,
  )
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
}

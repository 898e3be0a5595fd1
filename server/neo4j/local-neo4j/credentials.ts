import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import neo4j, { Neo4jError } from 'neo4j-driver'
import { StartupError } from '#server/errors.ts'
import { systemErrorCode } from './folder-errors.ts'
import { writeAtomically } from './write-atomically.ts'

/** Neo4j's one user at first, and its password, which is expired from the start. */
const user = 'neo4j'
const firstPassword = 'neo4j'

const unauthorized = 'Neo.ClientError.Security.Unauthorized'

/** The password noted in the home, null if none was noted yet. */
export async function readPassword(home: string): Promise<string | null> {
  try {
    return (await readFile(passwordFile(home), 'utf8')).trim()
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return null
    throw error
  }
}

/**
 * Makes sure that the database takes the password in our file. The password is noted before it is set, so that a kill
 * between the two leaves a state from which the next start goes on.
 */
export async function ensurePassword(home: string, uri: string): Promise<string> {
  const noted = await readPassword(home)
  if (noted !== null && (await accepts(uri, noted))) return noted
  const password = noted ?? randomBytes(24).toString('base64url')
  if (noted === null) await writeAtomically(passwordFile(home), `${password}\n`)
  await replaceFirstPassword(uri, password, home)
  return password
}

function passwordFile(home: string): string {
  return path.join(home, 'neo4j-password')
}

async function accepts(uri: string, password: string): Promise<boolean> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { telemetryDisabled: true })
  try {
    await driver.verifyAuthentication({ database: 'system' })
    return await driver.verifyConnectivity({ database: 'system' }).then(() => true)
  } catch (error) {
    if (error instanceof Neo4jError && error.code === unauthorized) return false
    throw error
  } finally {
    await driver.close()
  }
}

async function replaceFirstPassword(uri: string, password: string, home: string): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, firstPassword), { telemetryDisabled: true })
  const session = driver.session({ database: 'system' })
  try {
    await session.run('ALTER CURRENT USER SET PASSWORD FROM $from TO $to', { from: firstPassword, to: password })
  } catch (error) {
    if (!(error instanceof Neo4jError) || error.code !== unauthorized) throw error
    throw new StartupError(
      'The local database does not take our password.',
      `The password in ${passwordFile(home)} is missing or not the one the database was given.`,
      `Put the old file back, or move ${path.join(home, 'data')} away to begin with an empty database.`,
      error,
    )
  } finally {
    await session.close()
    await driver.close()
  }
}

import { stat } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import neo4j, { Neo4jError } from 'neo4j-driver'
import { StartupError } from '#server/errors.ts'
import type { Connection } from '../driver.ts'
import { type ArchiveOf, dropArchive, findArchive, makeArchive } from './class-archive.ts'
import { ensurePassword, readPassword } from './credentials.ts'
import { explainEarlyExit, isPortClash } from './early-exit.ts'
import { provideJava } from './fetch-java.ts'
import { fetchJars } from './fetch-jars.ts'
import { asFolderError, prepareFolder } from './folder-errors.ts'
import { findFreePort } from './free-port.ts'
import { readJarLock } from './jar-lock.ts'
import { endOrphan, type JavaExit, javaLog, type JavaProcess, readJavaLogTail, startJava } from './java-process.ts'
import { neo4jConf } from './neo4j-conf.ts'
import { livingOwner, type Ownership, takeOwnership } from './owner-file.ts'
import type { OnProgress } from './progress.ts'
import { writeAtomically } from './write-atomically.ts'

export interface LocalNeo4jOptions {
  /** Folder of the database, its logs and its password. */
  home: string
  /** Folder of the downloads, shared by all homes. */
  cache: string
  onProgress?: OnProgress | undefined
  /** Gives up: whatever was begun is ended and the home let go. */
  signal?: AbortSignal | undefined
  /** Where to look for Java, Python and THROUGHLINE_MAVEN_BASE. */
  env?: Readonly<Record<string, string | undefined>>
  heap?: string
  /** More lines for neo4j.conf; for tests. */
  settings?: Readonly<Record<string, string>>
}

/** A database that this process runs. */
export interface LocalNeo4j extends Connection {
  pid: number
  /** Settles when the database ends, asked or not. */
  exited: Promise<JavaExit>
  /** Notes where the app of this process is served, so that a second start can say so. */
  announce(address: string): Promise<void>
  /** Makes the next start faster, unless that was done; takes a while of little work. Never fails. */
  quicken(signal: AbortSignal): Promise<void>
  stop(): Promise<void>
}

const neededBytes = 100_000_000
const startTimeoutMs = 180_000

const notReadyCodes = new Set([
  neo4j.error.SERVICE_UNAVAILABLE,
  neo4j.error.SESSION_EXPIRED,
  'Neo.TransientError.General.DatabaseUnavailable',
  'Neo.ClientError.Database.DatabaseNotFound',
])

/** Starts the managed Neo4j of a home: fetches what is missing, takes the home, runs Java, waits until it answers. */
export async function startLocalNeo4j(options: LocalNeo4jOptions): Promise<LocalNeo4j> {
  const { home, cache, onProgress, signal, env = process.env, heap = '512m', settings = {} } = options
  await prepareFolder(path.join(home, 'logs'), 'THROUGHLINE_HOME', neededBytes)
  const ownership = await takeOwnership(home).catch((error: unknown) => {
    throw asFolderError(error, home, 'THROUGHLINE_HOME')
  })
  let java: JavaProcess | undefined
  try {
    const jars = await fetchJars({ cache, lock: await readJarLock(), mavenBase: env['THROUGHLINE_MAVEN_BASE'], onProgress, signal })
    const javaPath = await provideJava({ cache, env, onProgress, signal })
    onProgress?.({ step: 'start-neo4j', text: 'Starting the database' })
    if (await endOrphan(home)) onProgress?.({ step: 'start-neo4j', text: 'Closed the database that a killed run left open; starting anew' })
    let archive = await findArchive({ java: javaPath, jars, cache })
    for (let attempt = 0; ; attempt += 1) {
      const port = await findFreePort()
      const conf = path.join(home, 'neo4j.conf')
      await writeAtomically(conf, neo4jConf(port, settings))
      const logStart = (await stat(javaLog(home)).catch(() => null))?.size ?? 0
      java = await startJava({ java: javaPath, jars, home, conf, heap, archive: archive === null ? null : { use: archive } })
      const uri = `bolt://127.0.0.1:${String(port)}`
      const password = await waitUntilReady(home, uri, java, { onProgress, signal })
      if (password !== null) {
        await ownership.update({ boltPort: port })
        return handle(uri, password, java, ownership, { java: javaPath, jars, cache })
      }
      const tail = await readJavaLogTail(home, logStart)
      if (archive !== null) {
        // Whatever it was, it is not worth a start that fails.
        await dropArchive(archive)
        archive = null
        continue
      }
      // Someone took the port between our look and Java's.
      if (attempt < 3 && isPortClash(tail)) continue
      throw explainEarlyExit(tail, home)
    }
  } catch (error) {
    await java?.stop({ hurry: true })
    await ownership.release()
    throw asFolderError(error, home, 'THROUGHLINE_HOME')
  }
}

/** The database that another process runs on this home, null if there is none. Waits for one that is still starting. */
export async function findRunning(home: string, waitMs: number = 60_000): Promise<(Connection & { ownerPid: number; address: string | null }) | null> {
  const deadline = Date.now() + waitMs
  for (;;) {
    const owner = await livingOwner(home)
    if (owner === null) return null
    const password = await readPassword(home)
    if (owner.boltPort !== null && password !== null) {
      return { uri: `bolt://127.0.0.1:${String(owner.boltPort)}`, user: 'neo4j', password, database: 'neo4j', ownerPid: owner.pid, address: owner.address }
    }
    if (Date.now() >= deadline) return null
    await sleep(200)
  }
}

function handle(uri: string, password: string, java: JavaProcess, ownership: Ownership, archiveOf: ArchiveOf): LocalNeo4j {
  let stopping: Promise<void> | undefined
  async function stop(): Promise<void> {
    await java.stop()
    await ownership.release()
  }
  return {
    uri,
    user: 'neo4j',
    password,
    database: 'neo4j',
    pid: java.pid,
    exited: java.exited,
    announce: (address) => ownership.update({ address }),
    async quicken(signal) {
      if ((await findArchive(archiveOf)) === null) await makeArchive(archiveOf, signal)
    },
    stop: () => (stopping ??= stop()),
  }
}

/** Resolves with the password once the graph can be queried, with null when Java ends before. */
async function waitUntilReady(home: string, uri: string, java: JavaProcess, { onProgress, signal }: Pick<LocalNeo4jOptions, 'onProgress' | 'signal'>): Promise<string | null> {
  const startedAt = Date.now()
  let hasExited = false
  void java.exited.then(() => {
    hasExited = true
  })
  let password: string | undefined
  for (let tries = 1; !hasExited; tries += 1) {
    signal?.throwIfAborted()
    try {
      password ??= await ensurePassword(home, uri)
      await pingGraph(uri, password)
      return password
    } catch (error) {
      // Before it listens, and while it recovers after a kill, these are to be expected.
      if (!isNotReadyYet(error)) throw error
    }
    const waited = Date.now() - startedAt
    if (waited > startTimeoutMs) {
      throw new StartupError('The database did not become ready.', `Java runs, but Neo4j has not answered for ${String(startTimeoutMs / 1000)} s.`, `Look into ${javaLog(home)} and ${path.join(home, 'logs', 'debug.log')}.`)
    }
    if (tries % 50 === 0) onProgress?.({ step: 'start-neo4j', text: `Still starting the database (${String(Math.round(waited / 1000))} s; longer after a crash)` })
    await sleep(100)
  }
  return null
}

function isNotReadyYet(error: unknown): boolean {
  return error instanceof Neo4jError && (error.retriable || notReadyCodes.has(error.code))
}

async function pingGraph(uri: string, password: string): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic('neo4j', password), { connectionTimeout: 2_000, maxTransactionRetryTime: 0, telemetryDisabled: true })
  try {
    await driver.executeQuery('RETURN 1', {}, { database: 'neo4j', routing: neo4j.routing.READ })
  } finally {
    await driver.close()
  }
}

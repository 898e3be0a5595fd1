import type { Settings } from '../env.ts'
import type { Connection } from '../neo4j/driver.ts'
import type { JavaExit } from '../neo4j/local-neo4j/java-process.ts'
import { refuseIfOwned } from '../neo4j/local-neo4j/owner-file.ts'
import type { OnProgress } from '../neo4j/local-neo4j/progress.ts'
import { findRunning, startLocalNeo4j } from '../neo4j/local-neo4j/start-local-neo4j.ts'

/** The database that this process works with, whoever runs it. */
export interface OpenDatabase {
  connection: Connection
  /** given: the user's own (NEO4J_URI); managed: run by us, here or in the app that we share it with. */
  kind: 'given' | 'managed'
  /** Settles when a database that this process runs ends; null when somebody else runs it. */
  exited: Promise<JavaExit> | null
  /** Notes where the app is served, for a second start to tell. */
  announce(address: string): Promise<void>
  /** Makes the next start of a database that this process runs faster. */
  quicken(signal: AbortSignal): Promise<void>
  /** Stops the database if this process runs it. */
  close(): Promise<void>
}

export interface OpenDatabaseOptions {
  onProgress?: OnProgress
  /**
   * Whose running database may be used: a command shares that of any app; the server only that of its parent process, which
   * is `npm run dev` keeping the database up while it restarts the server.
   */
  shareWith: 'any' | 'parent'
  /** Gives up a start that is under way. */
  signal?: AbortSignal
}

/** The database the settings name: the user's own, one that already runs on our home, or one started now. */
export async function openDatabase(settings: Settings, { onProgress, shareWith, signal }: OpenDatabaseOptions): Promise<OpenDatabase> {
  if (settings.neo4j !== null) return runBySomebodyElse(settings.neo4j, 'given')
  const running = await findRunning(settings.home, shareWith === 'any' ? 60_000 : 0)
  if (running !== null && (shareWith === 'any' || running.ownerPid === process.ppid)) {
    const { uri, user, password, database } = running
    return runBySomebodyElse({ uri, user, password, database }, 'managed')
  }
  const local = await startLocalNeo4j({ home: settings.home, cache: settings.cache, onProgress, signal })
  const { uri, user, password, database } = local
  return {
    connection: { uri, user, password, database },
    kind: 'managed',
    exited: local.exited,
    announce: (address) => local.announce(address),
    quicken: (stopped) => local.quicken(stopped),
    close: () => local.stop(),
  }
}

/** Says quickly where Throughline runs already, if it does on this home; `npm run dev` starting its server is not a second start. */
export async function refuseSecondStart(settings: Settings): Promise<void> {
  if (settings.neo4j === null) await refuseIfOwned(settings.home, process.ppid)
}

function runBySomebodyElse(connection: Connection, kind: OpenDatabase['kind']): OpenDatabase {
  return { connection, kind, exited: null, announce: () => Promise.resolve(), quicken: () => Promise.resolve(), close: () => Promise.resolve() }
}

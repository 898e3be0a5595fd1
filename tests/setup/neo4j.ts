import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type {} from 'vitest'
import type { TestProject } from 'vitest/node'
import type { Connection } from '#server/neo4j/driver.ts'
import { startLocalNeo4j } from '#server/neo4j/local-neo4j/start-local-neo4j.ts'
import { defaultCacheFolder } from '#server/user-folders.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The Neo4j of this test run: `inject('neo4j')`. It is empty at first and shared by all test files. */
    neo4j: Connection
  }
}

/**
 * Starts one managed Neo4j for the whole test run, in a home of its own that goes away at the end; never the user's. Only
 * the downloads come from the usual cache.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = await mkdtemp(path.join(os.tmpdir(), 'throughline-test-'))
  const cache = process.env['THROUGHLINE_CACHE'] ?? defaultCacheFolder()
  const database = await startLocalNeo4j({ home, cache, onProgress: showProgress })
  const { uri, user, password } = database
  project.provide('neo4j', { uri, user, password, database: database.database })
  return async () => {
    await database.stop()
    await rm(home, { recursive: true, force: true })
  }
}

let toldAt = 0

function showProgress({ text }: { text: string }): void {
  if (Date.now() - toldAt < 2_000) return
  toldAt = Date.now()
  console.log(`[neo4j] ${text}`)
}

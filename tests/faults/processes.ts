import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeEach, inject } from 'vitest'
import type { GraphDriver } from '#server/neo4j/driver.ts'
import { everything, wipeGraph } from '#server/neo4j/wipe.ts'
import { emptyGraph } from '#tests/setup/graph.ts'
import { buildServer, killApps, runApp } from './run-app.ts'

/** The graph of the test run as processes of ours see it. */
export interface Processes {
  driver: GraphDriver
  /** For files of the tests; gone at the end. */
  folder: string
  /** Settings for a process with a home of that name: processes share nothing but the database, unless they share a home. */
  env: (home: string) => Record<string, string>
  /** Runs a command to its end; standard output apart. */
  throughline: (...words: string[]) => Promise<{ code: number | null; output: string; printed: string }>
}

/** To be awaited once at the top of a test file: builds the server, empties the graph before each test, and leaves no process behind. */
export async function processesOnTheGraph(): Promise<Processes> {
  const { uri, user, password } = inject('neo4j')
  const driver = await emptyGraph()
  const folder = await mkdtemp(path.join(os.tmpdir(), 'throughline-processes-'))
  await buildServer()
  beforeEach(() => wipeGraph(driver, everything))
  afterEach(killApps)
  afterAll(async () => {
    await driver.close()
    await rm(folder, { recursive: true, force: true })
  })
  const env = (home: string) => ({ NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, THROUGHLINE_HOME: path.join(folder, home) })
  return {
    driver,
    folder,
    env,
    async throughline(...words) {
      const app = runApp(env('command'), 'throughline', words)
      const { code, output } = await app.ended
      return { code, output, printed: app.printed() }
    },
  }
}

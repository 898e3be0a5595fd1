import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type {} from 'vitest'
import type { TestProject } from 'vitest/node'
import { findFreePort } from '#server/neo4j/local-neo4j/free-port.ts'
import { findProjectRoot } from '#server/project-root.ts'

/** The app of this test run: `inject('app')`. */
export interface RunningApp {
  /** Where it is served, without a slash at the end. */
  url: string
  /** Its THROUGHLINE_HOME: commands with it work on the same graph. */
  home: string
}

declare module 'vitest' {
  interface ProvidedContext {
    app: RunningApp
  }
}

/** Long enough for a first start that fetches Neo4j. */
const startMinutes = 15
const stopSeconds = 20

/** Settings for a process on that home and on nothing of the user's. */
export function envOf(home: string, more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  return { ...process.env, NODE_ENV: 'production', HOST: '', NEO4J_URI: '', THROUGHLINE_WRITE_TOKEN: '', THROUGHLINE_ALLOWED_HOSTS: '', PORT: '', LOG_LEVEL: '', ...more, THROUGHLINE_HOME: home }
}

/** A process of ours with all that it printed. */
interface Started {
  child: ChildProcess
  output: () => string
}

function startApp(home: string, port: number): Started {
  const child = spawn(process.execPath, [path.join('scripts', 'start.mjs')], { cwd: findProjectRoot(), env: envOf(home, { PORT: String(port) }), stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')))
  return { child, output: () => output }
}

/** Resolves with the address that the app prints, or rejects with what it printed instead. */
async function addressOf({ child, output }: Started): Promise<string> {
  const until = Date.now() + startMinutes * 60_000
  while (Date.now() < until) {
    const address = /Throughline is open at (http:\/\/[^\s/]+)/u.exec(output())?.[1]
    if (address !== undefined) return address
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`npm start ended before the app was open. It printed:\n${output()}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  child.kill('SIGKILL')
  throw new Error(`The app was not open after ${String(startMinutes)} minutes. It printed:\n${output()}`)
}

async function stopApp({ child }: Started): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGINT')
  const timer = setTimeout(() => child.kill('SIGKILL'), stopSeconds * 1_000)
  await ended
  clearTimeout(timer)
}

/** What screens ask first. */
const firstQuestions = ['overview', 'landscape', 'narratives', 'cases?q=nato', 'cases?narrative=narrative:deep-state', 'narratives/narrative:deep-state', 'search?q=nato', 'nodes/country:UA', 'nodes/country:UA/neighbors', 'paths?from=country:UA&to=narrative:deep-state', 'imports']

/**
 * Asks everything once, again until it is answered. A database that has just started, or whose content has changed much, compiles
 * each query anew, which on a busy machine takes longer than a query may; no test is about that.
 */
export async function warmUp(url: string): Promise<void> {
  for (const question of firstQuestions) {
    for (let attempt = 1; ; attempt++) {
      const answer = await fetch(`${url}/api/${question}`)
      if (answer.status < 500) break
      if (attempt === 10) throw new Error(`/api/${question} answered ${String(answer.status)}: ${await answer.text()}`)
      await new Promise((resolve) => setTimeout(resolve, 1_000))
    }
  }
}

/**
 * Starts the built app as `npm start` does, with a home and a port of its own, for the whole browser test run. Only the
 * downloads come from the usual cache.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = await mkdtemp(path.join(os.tmpdir(), 'throughline-e2e-'))
  const started = startApp(home, await findFreePort())
  const killIt = () => started.child.kill('SIGINT')
  process.once('exit', killIt)
  const stop = async () => {
    await stopApp(started)
    process.removeListener('exit', killIt)
    await rm(home, { recursive: true, force: true })
  }
  try {
    const url = await addressOf(started)
    const ready = await fetch(`${url}/readyz`)
    if (!ready.ok) throw new Error(`The app is open but not ready: ${await ready.text()}`)
    await warmUp(url)
    project.provide('app', { url, home })
    return stop
  } catch (error) {
    await stop()
    throw error
  }
}

import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { inject } from 'vitest'
import { findProjectRoot } from '#server/project-root.ts'
import { envOf, warmUp } from '#tests/setup/app.ts'

/** Runs `throughline …` on the graph of the running app; resolves with what it printed, rejects when it ends badly. */
export async function throughline(...words: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [path.join('scripts', 'throughline.mjs'), ...words], { cwd: findProjectRoot(), env: envOf(inject('app').home), timeout: 180_000 })
  return stdout.trim()
}

/** Empties the graph. */
export async function wipe(): Promise<void> {
  await throughline('wipe', '--yes')
  await warmUp(inject('app').url)
}

/** Empties the graph and loads what Throughline ships. */
export async function reseed(): Promise<void> {
  await throughline('wipe', '--yes')
  await throughline('seed')
  await warmUp(inject('app').url)
}

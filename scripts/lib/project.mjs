/** Helpers of the scripts that run before node_modules exists: Node's own modules only, and syntax that an old Node can read. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/** A failure of a step, told in three short lines: what, why, what to do. */
export class StepError extends Error {
  constructor(what, why, remedy) {
    super(what)
    this.why = why
    this.remedy = remedy
  }
}

/** Prints the failure and ends the process. */
export function fail(error) {
  const lines = error instanceof StepError ? [error.message, `Why: ${error.why}`, `What to do: ${error.remedy}`] : [error instanceof Error ? error.stack || error.message : String(error)]
  process.stderr.write(`\n${lines.join('\n')}\n`)
  process.exit(1)
}

/** Refuses a Node that is too old for our packages. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new StepError('This Node is too old.', `Throughline needs Node 20.19 or newer; this is ${process.version}.`, 'Install a newer Node and start again.')
}

/** Runs a step and says what it does and how long it took. `log` gets each line. */
export async function step(text, log, work) {
  const startedAt = Date.now()
  log(`${text} …`)
  const result = await work()
  log(`${text}: done in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`)
  return result
}

/** Runs a program of Node's in the project folder; its output goes where `stdio` says. Rejects unless it ends well. */
export function run(command, args, { stdio = ['ignore', 'inherit', 'inherit'], env = process.env } = {}) {
  return new Promise((resolve, reject) => {
    const isWindows = process.platform === 'win32'
    const child = spawn(command, args, { cwd: root, stdio, env, shell: isWindows && command === 'npm', windowsHide: true })
    const output = []
    for (const stream of [child.stdout, child.stderr]) {
      if (stream) stream.on('data', (chunk) => output.push(chunk))
    }
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      if (code === 0) resolve()
      else reject(Object.assign(new Error(`${command} ended with ${signal || code}`), { output: Buffer.concat(output).toString('utf8') }))
    })
  })
}

import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { build } from 'vite'
import { findProjectRoot } from '#server/project-root.ts'

const root = findProjectRoot()
const folder = path.join(root, 'dist', 'fault-tests')

/** Every setting, empty: neither the shell's nor those of a developer's .env reach the app under test. */
const noSettings = Object.fromEntries(
  ['PORT', 'HOST', 'NEO4J_URI', 'NEO4J_USER', 'NEO4J_PASSWORD', 'NEO4J_DATABASE', 'THROUGHLINE_HOME', 'THROUGHLINE_WRITE_TOKEN', 'THROUGHLINE_ALLOWED_HOSTS', 'THROUGHLINE_JAVA', 'THROUGHLINE_MAVEN_BASE', 'LOG_LEVEL'].map((name) => [name, '']),
)

/** The app as a process of its own. */
export interface RunningApp {
  pid: number
  output(): string
  /** Standard output alone. */
  printed(): string
  /** The address it prints once it is open; rejects with its output when it ends before. */
  opened: Promise<string>
  ended: Promise<{ code: number | null; output: string }>
  kill(signal: NodeJS.Signals): void
}

/** Builds the server from the present source, beside the real build. */
export async function buildServer(): Promise<void> {
  await build({ configFile: path.join(root, 'vite.server.config.ts'), root, logLevel: 'error', build: { outDir: folder, emptyOutDir: true } })
}

const running = new Set<ChildProcess>()

/** Starts `main` or a command of `throughline` with these settings and no others. */
export function runApp(env: Record<string, string>, program: 'main' | 'throughline' = 'main', args: readonly string[] = []): RunningApp {
  const child = spawn(process.execPath, [path.join(folder, `${program}.js`), ...args], { cwd: root, env: { ...process.env, ...noSettings, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  let output = ''
  let printed = ''
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  const ended = new Promise<{ code: number | null; output: string }>((resolve) => {
    child.once('close', (code) => {
      running.delete(child)
      resolve({ code, output })
    })
  })
  const opened = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString()
        const address = /open at (http:\S+)/u.exec(output)?.[1]
        if (address !== undefined) resolve(address)
      })
    }
    void ended.then(() => {
      reject(new Error(`The app ended before it was open:\n${output}`))
    })
  })
  opened.catch(() => undefined)
  return { pid: child.pid ?? 0, output: () => output, printed: () => printed, opened, ended, kill: (signal) => void child.kill(signal) }
}

/** Ends whatever a failed test left running. */
export function killApps(): void {
  for (const child of running) child.kill('SIGKILL')
}

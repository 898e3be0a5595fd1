/**
 * `npm run dev`: the database once, the server built anew and restarted at every change, and Vite with hot reload in front.
 * Open the address that it prints; Ctrl-C stops all.
 */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { ensurePackages, forgetBuild } from './lib/prepare.mjs'
import { checkNode, fail, root } from './lib/project.mjs'

const log = (line) => console.log(line)

try {
  checkNode()
  await ensurePackages({ log })
} catch (error) {
  fail(error)
}

const { build, createServer } = await import('vite')
const closers = []
let isClosing = false

async function closeAll(code) {
  if (isClosing) return
  isClosing = true
  for (const close of closers.reverse()) await close().catch((error) => console.error(error))
  process.exit(code)
}
for (const name of ['SIGINT', 'SIGTERM']) process.on(name, () => void closeAll(0))

/** Our TypeScript, run from source. */
const loader = await createServer({ configFile: false, root, server: { middlewareMode: true, watch: null, ws: false }, appType: 'custom', logLevel: 'error', optimizeDeps: { noDiscovery: true } })
closers.push(() => loader.close())

try {
  const { loadEnvFile, readEnv } = await loader.ssrLoadModule('/server/env.ts')
  loadEnvFile()
  const settings = readEnv(process.env)
  const apiPort = String(settings.port)
  // vite.config.ts forwards the API to this port.
  process.env.PORT = apiPort

  let database
  if (settings.neo4j === null) {
    const { startLocalNeo4j } = await loader.ssrLoadModule('/server/neo4j/local-neo4j/start-local-neo4j.ts')
    database = await startLocalNeo4j({ home: settings.home, cache: settings.cache, onProgress: ({ text }) => log(text) })
    closers.push(() => database.stop())
    void database.exited.then(() => {
      if (isClosing) return
      console.error('The database ended unexpectedly.')
      void closeAll(1)
    })
  }

  await watchServer()

  const front = await createServer({ configFile: path.join(root, 'vite.config.ts') })
  await front.listen()
  closers.push(() => front.close())
  const address = front.resolvedUrls?.local[0]
  if (address && database) await database.announce(address)
  log(`Open ${address}`)
} catch (error) {
  console.error(error.why === undefined ? error : [error.message, `Why: ${error.why}`, `What to do: ${error.remedy}`].join('\n'))
  await closeAll(1)
}

/** Builds the server at every change and restarts it. main.ts finds the database of its parent process, so that it stays up. */
async function watchServer() {
  forgetBuild()
  let child = null
  const stopChild = () =>
    new Promise((resolve) => {
      if (child === null || child.exitCode !== null || child.signalCode !== null) return resolve()
      child.once('exit', resolve)
      child.kill('SIGTERM')
    })
  let restarts = Promise.resolve()
  const watcher = await build({ configFile: path.join(root, 'vite.server.config.ts'), logLevel: 'warn', build: { watch: {} } })
  watcher.on('event', (event) => {
    if (event.code === 'ERROR') console.error(event.error.message)
    if (event.code !== 'BUNDLE_END') return
    restarts = restarts.then(async () => {
      await stopChild()
      if (isClosing) return
      // A process group of its own: Ctrl-C reaches it only through us.
      child = spawn(process.execPath, [path.join(root, 'dist', 'server', 'main.js')], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], detached: process.platform !== 'win32' })
    })
  })
  closers.push(async () => {
    await watcher.close()
    await restarts
    await stopChild()
  })
}

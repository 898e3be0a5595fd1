/** `npm start`: from a fresh clone to a running app. Installs, builds when needed, then runs the server in this very process. */
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt, ensurePackages } from './lib/prepare.mjs'
import { checkNode, fail, root } from './lib/project.mjs'

const log = (line) => console.log(line)

try {
  checkNode()
  await ensurePackages({ withDev: false, log })
  await ensureBuilt({ log })
} catch (error) {
  fail(error)
}
if (process.env.NODE_ENV === undefined) process.env.NODE_ENV = 'production'
// In this process, so that Ctrl-C and signals reach the server directly and once.
await import(pathToFileURL(path.join(root, 'dist', 'server', 'main.js')).href)

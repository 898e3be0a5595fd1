#!/usr/bin/env node
/** `npm run -s throughline -- …`: the command line. Installs and builds like `npm start`, but standard output belongs to the command alone. */
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt, ensurePackages } from './lib/prepare.mjs'
import { checkNode, fail, root } from './lib/project.mjs'

const log = (line) => console.error(line)
// What npm and Vite print is shown only when they fail.
const output = ['ignore', 'pipe', 'pipe']

try {
  checkNode()
  await ensurePackages({ withDev: false, log, output })
  await ensureBuilt({ log, output })
} catch (error) {
  fail(error)
}
if (process.env.NODE_ENV === undefined) process.env.NODE_ENV = 'production'
await import(pathToFileURL(path.join(root, 'dist', 'server', 'throughline.js')).href)

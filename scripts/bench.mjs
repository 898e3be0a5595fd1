/** Builds tests/bench for Node and runs it. Prints one JSON object and writes it to bench-results/latest.json. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { ensurePackages } from './lib/prepare.mjs'
import { checkNode, fail, root, run } from './lib/project.mjs'

/** What `npm start` tells Node, so that what is measured runs as the app does. */
function flagsOfStart() {
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  return scripts.start.split(' ').filter((word) => word.startsWith('--'))
}

try {
  checkNode()
  await ensurePackages({ log: (line) => console.error(line) })
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  await run(process.execPath, [vite, 'build', '--config', 'vite.server.config.ts', '--logLevel', 'warn', '--ssr', 'tests/bench/bench.ts', '--outDir', 'dist/bench'], { stdio: 'inherit' })
  await run(process.execPath, [...flagsOfStart(), path.join(root, 'dist', 'bench', 'bench.js'), ...process.argv.slice(2)], { stdio: 'inherit' })
} catch (error) {
  fail(error)
}

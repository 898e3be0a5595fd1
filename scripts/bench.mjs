/** Builds tests/bench for Node and runs it. Prints one JSON object and writes it to bench-results/latest.json. */
import path from 'node:path'
import { ensurePackages } from './lib/prepare.mjs'
import { checkNode, fail, root, run } from './lib/project.mjs'

try {
  checkNode()
  await ensurePackages({ log: (line) => console.error(line) })
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  await run(process.execPath, [vite, 'build', '--config', 'vite.server.config.ts', '--logLevel', 'warn', '--ssr', 'tests/bench/bench.ts', '--outDir', 'dist/bench'], { stdio: 'inherit' })
  await run(process.execPath, [path.join(root, 'dist', 'bench', 'bench.js'), ...process.argv.slice(2)], { stdio: 'inherit' })
} catch (error) {
  fail(error)
}

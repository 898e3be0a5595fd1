/** Builds tests/bench/reading.ts for Node and reads each file in a process of its own: node scripts/bench-reading.mjs FILE… */
import path from 'node:path'
import { ensurePackages } from './lib/prepare.mjs'
import { checkNode, fail, root, run } from './lib/project.mjs'

try {
  checkNode()
  await ensurePackages({ log: (line) => console.error(line) })
  const files = process.argv.slice(2)
  if (files.length === 0) throw new Error('Which files: node scripts/bench-reading.mjs FILE…')
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  await run(process.execPath, [vite, 'build', '--config', 'vite.server.config.ts', '--logLevel', 'warn', '--ssr', 'tests/bench/reading.ts', '--outDir', 'dist/bench-reading'], { stdio: 'inherit' })
  for (const file of files) await run(process.execPath, [path.join(root, 'dist', 'bench-reading', 'reading.js'), path.resolve(file)], { stdio: 'inherit' })
} catch (error) {
  fail(error)
}

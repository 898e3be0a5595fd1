// Everything that must hold, in one command: types, lint, unit tests, API and graph on a real Neo4j, the browser.
// Ends with one plain line: N passed, N failed.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuilt, ensurePackages } from './lib/prepare.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const only = process.argv.slice(2)
const wanted = (name) => only.length === 0 || only.includes(name)
const totals = { passed: 0, failed: 0, skipped: 0 }
const began = Date.now()

function announce(text) {
  process.stdout.write(`\n── ${text} (${Math.round((Date.now() - began) / 1000)} s)\n`)
}

/** One check that passes or fails as a whole. */
function check(name, command, args) {
  announce(name)
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  totals[status === 0 ? 'passed' : 'failed'] += 1
  if (status !== 0) process.stdout.write(`${name}: FAILED\n`)
}

/** One vitest project; its own counts are added. A run that ends without a report counts as one failure. */
function project(name) {
  announce(`tests: ${name}`)
  const folder = mkdtempSync(path.join(os.tmpdir(), 'throughline-test-'))
  const report = path.join(folder, 'report.json')
  const { status } = spawnSync('npx', ['vitest', 'run', '--project', name, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
    totals.passed += numPassedTests
    totals.failed += numFailedTests
    totals.skipped += numPendingTests + numTodoTests
    // A file that fails to load has no tests of its own to fail; neither has a failing set-up.
    const broken = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
    totals.failed += broken
    if (status !== 0 && numFailedTests + broken === 0) totals.failed += 1
    if (numPassedTests + numFailedTests === 0) totals.failed += 1
  } catch {
    totals.failed += 1
    process.stdout.write(`tests: ${name} ended without a report\n`)
  }
  rmSync(folder, { recursive: true, force: true })
}

await ensurePackages({ root, log: (text) => process.stdout.write(`${text}\n`) })
if (wanted('types')) {
  check('types: server, schema, seed, tests', 'npx', ['tsc', '-p', 'tsconfig.json'])
  check('types: web', 'npx', ['tsc', '-p', 'web/tsconfig.json'])
}
if (wanted('lint')) check('lint', 'npx', ['oxlint', '--type-aware', '--deny-warnings'])
if (wanted('unit')) project('unit')
if (wanted('neo4j') || wanted('e2e')) await ensureBuilt({ root, log: (text) => process.stdout.write(`${text}\n`) })
if (wanted('neo4j')) project('neo4j')
if (wanted('e2e')) project('e2e')
announce('done')
process.stdout.write(`${totals.passed} passed, ${totals.failed} failed${totals.skipped > 0 ? `, ${totals.skipped} skipped` : ''}\n`)
process.exit(totals.failed === 0 ? 0 : 1)

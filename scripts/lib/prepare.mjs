/** What must be there before anything runs: the packages that package-lock.json names, and a build of these very sources. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root, run, step, StepError } from './project.mjs'

const sourceFolders = ['graph-schema', 'server', 'seed', 'web']
const sourceFiles = ['package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts', 'vite.server.config.ts']
const stampFile = path.join(root, 'dist', 'build.json')
const results = [path.join(root, 'dist', 'server', 'main.js'), path.join(root, 'dist', 'web', 'index.html')]

/**
 * True if node_modules holds what package-lock.json names. npm keeps a lock of what it installed in node_modules; comparing
 * the two also sees packages that someone installed by hand, and needs no stamp of ours.
 */
export function arePackagesCurrent({ withDev }) {
  const installed = readLock(path.join(root, 'node_modules', '.package-lock.json'))
  const wanted = readLock(path.join(root, 'package-lock.json'))
  if (installed === null || wanted === null) return false
  return Object.entries(wanted).every(([name, entry]) => {
    if (name === '' || entry.link === true || entry.optional === true || entry.devOptional === true) return true
    if (entry.dev === true && !withDev) return true
    const found = installed[name]
    return found !== undefined && found.version === entry.version && found.integrity === entry.integrity
  })
}

/** Installs the packages when they are missing or stale. No network otherwise. */
export async function ensurePackages({ withDev = true, log, output = ['ignore', 'inherit', 'inherit'] }) {
  if (arePackagesCurrent({ withDev })) return
  const reason = existsSync(path.join(root, 'node_modules')) ? 'they are out of date' : 'this is the first start'
  await step(`Installing packages, for ${reason} (next: build, start the database)`, log, async () => {
    try {
      // All of them, whatever NODE_ENV says: one install serves start and test alike.
      await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: output })
    } catch (error) {
      throw new StepError(
        'The packages could not be installed.',
        `npm ci failed: ${lastLine(error.output) || error.message}.`,
        'Check the network and the messages above, then start again.',
      )
    }
  })
}

function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return null
  }
}

function lastLine(output = '') {
  return output.trim().split('\n').pop()
}

/** Builds web and server unless the last build was made from these very sources. */
export async function ensureBuilt({ log, output }) {
  if (!isBuildCurrent()) await build({ log, output })
}

/** Builds web and server. */
export async function build({ log, output = ['ignore', 'inherit', 'inherit'] }) {
  const hash = hashSources()
  // Without its stamp a build that was cut short counts as none.
  forgetBuild()
  await step('Building the app', log, async () => {
    const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js')
    try {
      await Promise.all([
        run(process.execPath, [vite, 'build', '--logLevel', 'warn'], { stdio: output }),
        run(process.execPath, [vite, 'build', '--config', 'vite.server.config.ts', '--logLevel', 'warn'], { stdio: output }),
      ])
    } catch (error) {
      if (error.output) process.stderr.write(error.output)
      throw new StepError('The app could not be built.', `Vite stopped: ${error.message}.`, 'See the messages above; `git status` shows what was changed here.')
    }
  })
  mkdirSync(path.dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, JSON.stringify({ sources: hash }))
}

/** Makes the next start build anew. */
export function forgetBuild() {
  rmSync(stampFile, { force: true })
}

function isBuildCurrent() {
  if (!results.every((file) => existsSync(file))) return false
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8')).sources === hashSources()
  } catch {
    return false
  }
}

/** One hash over names and contents of everything that goes into a build; tests do not. */
function hashSources() {
  const hash = createHash('sha256')
  for (const file of [...sourceFiles, ...sourceFolders.flatMap((folder) => filesUnder(folder))]) {
    hash.update(`${file}\0`)
    hash.update(readFileSync(path.join(root, file)))
  }
  return hash.digest('hex')
}

function filesUnder(folder) {
  return readdirSync(path.join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = `${folder}/${entry.name}`
      if (entry.isDirectory()) return filesUnder(file)
      return entry.isFile() && !/\.(test\.tsx?|md)$/.test(entry.name) ? [file] : []
    })
}

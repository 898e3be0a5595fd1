import { readdir, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { asFolderError, megabytes, prepareFolder } from './folder-errors.ts'
import { downloadFile, type DownloadOptions, type WantedFile } from './download-file.ts'
import { jarFileName, type JarLock, type LockedJar, splitCoordinate } from './jar-lock.ts'
import type { OnProgress } from './progress.ts'

export interface FetchJarsOptions extends Pick<DownloadOptions, 'retries' | 'retryDelayMs' | 'signal'> {
  cache: string
  lock: JarLock
  /** Another Maven repository than the usual one, ending in a slash or not. */
  mavenBase?: string | undefined
  onProgress?: OnProgress | undefined
}

const parallel = 12
const staleAfterMs = 60 * 60_000

/**
 * Makes sure that every locked jar lies in the cache and resolves with the folder that holds them. Only sizes are looked
 * at for jars that are there already: they were checked in full before they got their name.
 */
export async function fetchJars(options: FetchJarsOptions): Promise<string> {
  const { cache, lock, onProgress } = options
  // The lock's digest in the name keeps jars of another lock off the class path.
  const folder = path.join(cache, `neo4j-${lock.neo4jVersion}-${lock.digest.slice(0, 8)}`)
  const missing = await missingJars(folder, lock.jars)
  if (missing.length === 0) return folder
  const totalBytes = missing.reduce((sum, jar) => sum + jar.size, 0)
  await prepareFolder(folder, 'THROUGHLINE_CACHE', totalBytes + 20_000_000)
  await removeStaleParts(folder)
  const toUrl = loadArtifactUrl()
  const report = reporter(totalBytes, missing.length, onProgress)
  const queue = missing.values()
  const tries = { retries: options.retries, retryDelayMs: options.retryDelayMs, signal: options.signal }
  let wasRefused = false
  async function worker(): Promise<void> {
    for (const jar of queue) {
      if (wasRefused) return
      const wanted: WantedFile = {
        name: jar.coordinate,
        url: await toUrl(jar.coordinate, options.mavenBase),
        target: path.join(folder, jarFileName(jar.coordinate)),
        size: jar.size,
        sha256: jar.sha256,
      }
      try {
        await downloadFile(wanted, { ...tries, onBytes: report.bytes })
      } catch (error) {
        wasRefused = true
        throw asFolderError(error, folder, 'THROUGHLINE_CACHE')
      }
      report.file()
    }
  }
  const results = await Promise.allSettled(Array.from({ length: parallel }, worker))
  for (const result of results) if (result.status === 'rejected') throw result.reason
  return folder
}

async function missingJars(folder: string, jars: readonly LockedJar[]): Promise<LockedJar[]> {
  const present = await Promise.all(
    jars.map(async (jar) => {
      const file = await stat(path.join(folder, jarFileName(jar.coordinate))).catch(() => null)
      return file?.size === jar.size
    }),
  )
  return jars.filter((_jar, index) => present[index] !== true)
}

/** Parts that a killed download left behind; a running one's are younger. */
async function removeStaleParts(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.part')) continue
    const file = path.join(folder, name)
    const age = Date.now() - ((await stat(file).catch(() => null))?.mtimeMs ?? Date.now())
    if (age > staleAfterMs) await rm(file, { force: true })
  }
}

/** mvn-artifact-url is CommonJS and hides its function under `default`; it is loaded only when something is missing. */
function loadArtifactUrl(): (coordinate: string, base: string | undefined) => Promise<string> {
  const loaded: unknown = createRequire(import.meta.url)('mvn-artifact-url')
  const found = typeof loaded === 'object' && loaded !== null && 'default' in loaded ? loaded.default : undefined
  if (typeof found !== 'function') throw new TypeError('mvn-artifact-url has changed: no default function')
  return async (coordinate, base) => {
    const url: unknown = await found(splitCoordinate(coordinate), base === undefined || base.endsWith('/') ? base : `${base}/`)
    if (typeof url !== 'string') throw new TypeError('mvn-artifact-url gave no address')
    return url
  }
}

/** Counts bytes and files, and tells at most five times a second. */
function reporter(totalBytes: number, totalFiles: number, onProgress: OnProgress | undefined) {
  const startedAt = Date.now()
  let doneBytes = 0
  let doneFiles = 0
  let toldAt = 0
  function tell(): void {
    const now = Date.now()
    if (now - toldAt < 200 && doneFiles < totalFiles) return
    toldAt = now
    const bytesPerSecond = (doneBytes / Math.max(now - startedAt, 1)) * 1000
    onProgress?.({
      step: 'download-neo4j',
      text: `Downloading Neo4j, once: ${megabytes(doneBytes)} of ${megabytes(totalBytes)}, ${String(doneFiles)} of ${String(totalFiles)} files, ${megabytes(bytesPerSecond)}/s`,
      doneBytes,
      totalBytes,
      bytesPerSecond,
      next: 'start the database',
    })
  }
  return {
    bytes: (count: number): void => {
      doneBytes += count
      tell()
    },
    file: (): void => {
      doneFiles += 1
      tell()
    },
  }
}
